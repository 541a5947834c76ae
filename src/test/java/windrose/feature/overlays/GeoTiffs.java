package windrose.feature.overlays;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Writes small uncompressed GeoTIFFs as the standards say them, so that tests need no files. */
final class GeoTiffs {
  private final int widthPx;
  private final int heightPx;
  private final int samples;
  private final List<Entry> entries = new ArrayList<>();
  private final byte[] pixels;

  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  private record Entry(int tag, int type, int count, byte[] value) {}

  private GeoTiffs(int widthPx, int heightPx, int samples) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.samples = samples;
    this.pixels = new byte[widthPx * heightPx * samples];
  }

  /** RGB: the left half red, the right half blue. */
  static GeoTiffs redAndBlue(int widthPx, int heightPx) {
    GeoTiffs tiff = new GeoTiffs(widthPx, heightPx, 3);
    for (int i = 0; i < widthPx * heightPx; i++) {
      tiff.pixels[i * 3 + (i % widthPx < widthPx / 2 ? 0 : 2)] = (byte) 255;
    }
    return tiff;
  }

  /** Grey of one shade, with nothing (0) in its upper half. */
  static GeoTiffs greyBelowNothing(int widthPx, int heightPx, int shade) {
    GeoTiffs tiff = new GeoTiffs(widthPx, heightPx, 1);
    for (int i = widthPx * heightPx / 2; i < tiff.pixels.length; i++) {
      tiff.pixels[i] = (byte) shade;
    }
    tiff.ascii(42_113, "0");
    return tiff;
  }

  /** The upper left corner, and how large a pixel is. */
  GeoTiffs at(double left, double top, double pixelX, double pixelY) {
    doubles(33_550, pixelX, pixelY, 0);
    doubles(33_922, 0, 0, 0, left, top, 0);
    return this;
  }

  GeoTiffs in(int epsg) {
    boolean isGeographic = epsg == 4326 || epsg == 4490 || epsg == 4214;
    shorts(
        34_735,
        1,
        1,
        0,
        3,
        1024,
        0,
        1,
        isGeographic ? 2 : 1,
        1025,
        0,
        1,
        1,
        isGeographic ? 2048 : 3072,
        0,
        1,
        epsg);
    return this;
  }

  byte[] bytes() {
    return bytes(8, widthPx);
  }

  /** As if it had other bits or another width; what it says before it is decoded. */
  byte[] bytes(int bits, int saidWidthPx) {
    int[] each = new int[samples];
    Arrays.fill(each, bits);
    longs(256, saidWidthPx);
    longs(257, heightPx);
    shorts(258, each);
    shorts(259, 1);
    shorts(262, samples == 1 ? 1 : 2);
    longs(273, 8);
    shorts(277, samples);
    longs(278, heightPx);
    longs(279, pixels.length);
    entries.sort(Comparator.comparingInt(Entry::tag));
    int directoryAt = 8 + pixels.length + pixels.length % 2;
    ByteBuffer out =
        ByteBuffer.allocate(directoryAt + 6 + entries.size() * 12 + 4000)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0x4949).putShort((short) 42).putInt(directoryAt).put(pixels);
    out.position(directoryAt);
    out.putShort((short) entries.size());
    int valueAt = directoryAt + 6 + entries.size() * 12;
    for (Entry entry : entries) {
      out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
      if (entry.value.length <= 4) {
        int next = out.position() + 4;
        out.put(entry.value).position(next);
      } else {
        out.putInt(valueAt);
        out.duplicate().position(valueAt).put(entry.value);
        valueAt += entry.value.length;
      }
    }
    byte[] file = new byte[valueAt];
    out.get(0, file);
    return file;
  }

  private void shorts(int tag, int... values) {
    ByteBuffer out = little(values.length * 2);
    for (int value : values) {
      out.putShort((short) value);
    }
    entries.add(new Entry(tag, 3, values.length, bytesOf(out)));
  }

  private void longs(int tag, int value) {
    entries.add(new Entry(tag, 4, 1, bytesOf(little(4).putInt(value))));
  }

  private void doubles(int tag, double... values) {
    ByteBuffer out = little(values.length * 8);
    for (double value : values) {
      out.putDouble(value);
    }
    entries.add(new Entry(tag, 12, values.length, bytesOf(out)));
  }

  private void ascii(int tag, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    bytes.write(0);
    entries.add(new Entry(tag, 2, bytes.size(), bytes.toByteArray()));
  }

  private static byte[] bytesOf(ByteBuffer filled) {
    byte[] bytes = new byte[filled.position()];
    filled.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
