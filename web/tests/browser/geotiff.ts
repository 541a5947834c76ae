/** A small uncompressed RGB GeoTIFF in one colour that covers a box of degrees (EPSG:4326), written as the standards say. */
export function geoTiff(
  [west, south, east, north]: readonly [number, number, number, number],
  [red, green, blue]: readonly [number, number, number],
): Buffer {
  const side = 64;
  const pixels = Buffer.alloc(side * side * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.set([red, green, blue], at);
  const doubles = (...values: number[]): Buffer => Buffer.from(new Float64Array(values).buffer);
  const shorts = (...values: number[]): Buffer => Buffer.from(new Uint16Array(values).buffer);
  const long = (value: number): Buffer => Buffer.from(new Uint32Array([value]).buffer);
  const fields: [tag: number, type: number, count: number, value: Buffer][] = [
    [256, 4, 1, long(side)],
    [257, 4, 1, long(side)],
    [258, 3, 3, shorts(8, 8, 8)],
    [259, 3, 1, shorts(1)],
    [262, 3, 1, shorts(2)],
    [273, 4, 1, long(8)],
    [277, 3, 1, shorts(3)],
    [278, 4, 1, long(side)],
    [279, 4, 1, long(pixels.length)],
    [33550, 12, 3, doubles((east - west) / side, (north - south) / side, 0)],
    [33922, 12, 6, doubles(0, 0, 0, west, north, 0)],
    [34735, 3, 16, shorts(1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)],
  ];
  const directory = Buffer.alloc(6 + fields.length * 12);
  const values: Buffer[] = [];
  let valueAt = 8 + pixels.length + directory.length;
  directory.writeUInt16LE(fields.length, 0);
  for (const [index, [tag, type, count, value]] of fields.entries()) {
    const at = 2 + index * 12;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(count, at + 4);
    if (value.length <= 4) {
      value.copy(directory, at + 8);
    } else {
      directory.writeUInt32LE(valueAt, at + 8);
      values.push(value);
      valueAt += value.length;
    }
  }
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(8 + pixels.length, 4);
  return Buffer.concat([head, pixels, directory, ...values]);
}
