/** Longitude and latitude in degrees. */
export type Position = [number, number];

const semiMajorM = 6_378_245;
const eccentricity2 = 0.006693421622965943;

/** WGS-84 as GCJ-02, by the formula that all public sources give, so that the server is not tested against itself. */
export function asChineseMapsShow([lon, lat]: Position): Position {
  const x = lon - 105;
  const y = lat - 35;
  const { sin, cos, sqrt, abs, PI } = Math;
  const waves = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const northM =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    waves +
    ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
    ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  const eastM =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    waves +
    ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
    ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  const radians = (lat / 180) * PI;
  const magic = 1 - eccentricity2 * sin(radians) ** 2;
  const perNorth = ((semiMajorM * (1 - eccentricity2)) / (magic * sqrt(magic))) * (PI / 180);
  const perEast = (semiMajorM / sqrt(magic)) * cos(radians) * (PI / 180);
  return [lon + eastM / perEast, lat + northM / perNorth];
}

export function distanceM(a: Position, b: Position): number {
  const north = (a[1] - b[1]) * 111_200;
  const east = (a[0] - b[0]) * 111_320 * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(north, east);
}
