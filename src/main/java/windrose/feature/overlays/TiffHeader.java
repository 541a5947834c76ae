package windrose.feature.overlays;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import windrose.platform.web.Problem;

/**
 * What the first directory of a TIFF file says of its picture, read before a single pixel is.
 *
 * <p>After TIFF 6.0 (Adobe 1992) and GeoTIFF 1.1 (OGC 19-008r4); {@code noData} is GDAL's tag 42113.
 *
 * @param colours the photometric interpretation: 1 grey, 2 RGB, 3 palette, 6 YCbCr
 * @param hasAlpha whether the last sample is opacity
 * @param blockSamples samples of one strip or tile, which a decoder holds at once
 * @param matrix the 4×4 transformation, empty if there is none
 */
record TiffHeader(
    int widthPx,
    int heightPx,
    int bits,
    int samples,
    int colours,
    boolean hasAlpha,
    int sampleFormat,
    long blockSamples,
    List<Double> pixelScale,
    List<Double> tiePoints,
    List<Double> matrix,
    Map<Integer, Integer> geoKeys,
    OptionalInt noData) {
  private static final int LONGEST_VALUE = 100_000;

  TiffHeader {
    pixelScale = List.copyOf(pixelScale);
    tiePoints = List.copyOf(tiePoints);
    matrix = List.copyOf(matrix);
    geoKeys = Map.copyOf(geoKeys);
  }

  static TiffHeader read(byte[] file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file);
      int order = bytes.getShort();
      if (order != 0x4949 && order != 0x4d4d) {
        throw notTiff();
      }
      bytes.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int magic = bytes.getShort();
      if (magic == 43) {
        throw Refusal.of(
            "This is a BigTIFF; save it as a plain TIFF (gdal_translate -co BIGTIFF=NO).",
            "这是 BigTIFF，请另存为普通 TIFF（gdal_translate -co BIGTIFF=NO）。");
      }
      if (magic != 42) {
        throw notTiff();
      }
      return header(directory(bytes, bytes.getInt()));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw Refusal.of("The TIFF file is damaged or cut off.", "TIFF 文件已损坏或不完整。");
    }
  }

  private static Problem notTiff() {
    return Refusal.of(
        "This is not a TIFF file. A GeoTIFF (.tif, .tiff) is needed.",
        "这不是 TIFF 文件，请上传 GeoTIFF（.tif、.tiff）。");
  }

  /** The values of all fields that hold numbers or text, by tag; texts as their bytes. */
  private static Map<Integer, List<Double>> directory(ByteBuffer bytes, int at) {
    Map<Integer, List<Double>> fields = new HashMap<>();
    bytes.position(at);
    int count = Short.toUnsignedInt(bytes.getShort());
    for (int i = 0; i < count; i++) {
      bytes.position(at + 2 + 12 * i);
      int tag = Short.toUnsignedInt(bytes.getShort());
      int type = Short.toUnsignedInt(bytes.getShort());
      long values = Integer.toUnsignedLong(bytes.getInt());
      int size = size(type);
      // offsets of strips and tiles are many and of no interest here
      if (size == 0 || values > LONGEST_VALUE) {
        continue;
      }
      if (values * size > 4) {
        bytes.position(bytes.getInt());
      }
      List<Double> list = new ArrayList<>();
      for (int j = 0; j < values; j++) {
        list.add(value(bytes, type));
      }
      fields.put(tag, list);
    }
    return fields;
  }

  private static int size(int type) {
    return switch (type) {
      case 1, 2 -> 1;
      case 3 -> 2;
      case 4 -> 4;
      case 12 -> 8;
      default -> 0;
    };
  }

  private static double value(ByteBuffer bytes, int type) {
    return switch (type) {
      case 3 -> Short.toUnsignedInt(bytes.getShort());
      case 4 -> Integer.toUnsignedLong(bytes.getInt());
      case 12 -> bytes.getDouble();
      default -> Byte.toUnsignedInt(bytes.get());
    };
  }

  private static TiffHeader header(Map<Integer, List<Double>> fields) {
    int widthPx = number(fields, 256, 0);
    int heightPx = number(fields, 257, 0);
    int samples = number(fields, 277, 1);
    int extra = number(fields, 338, 0);
    boolean isTiled = fields.containsKey(322);
    long blockPixels =
        isTiled
            ? (long) number(fields, 322, 0) * number(fields, 323, 0)
            : (long) widthPx * Math.min(heightPx, number(fields, 278, heightPx));
    return new TiffHeader(
        widthPx,
        heightPx,
        fields.getOrDefault(258, List.of(1.0)).stream().mapToInt(Double::intValue).max().orElse(1),
        samples,
        number(fields, 262, -1),
        extra == 1 || extra == 2,
        number(fields, 339, 1),
        blockPixels * samples,
        fields.getOrDefault(33_550, List.of()),
        fields.getOrDefault(33_922, List.of()),
        fields.getOrDefault(34_264, List.of()),
        geoKeys(fields.getOrDefault(34_735, List.of())),
        noData(fields.getOrDefault(42_113, List.of())));
  }

  private static int number(Map<Integer, List<Double>> fields, int tag, int ifAbsent) {
    List<Double> values = fields.getOrDefault(tag, List.of());
    return values.isEmpty() ? ifAbsent : (int) Math.min(Integer.MAX_VALUE, values.get(0));
  }

  /** Keys whose value stands in the key itself; texts and doubles elsewhere say nothing that we use. */
  private static Map<Integer, Integer> geoKeys(List<Double> directory) {
    Map<Integer, Integer> keys = new HashMap<>();
    for (int i = 4; i + 3 < directory.size(); i += 4) {
      if (directory.get(i + 1) == 0) {
        keys.put(directory.get(i).intValue(), directory.get(i + 3).intValue());
      }
    }
    return keys;
  }

  private static OptionalInt noData(List<Double> text) {
    byte[] letters = new byte[text.size()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = text.get(i).byteValue();
    }
    try {
      double value =
          Double.parseDouble(new String(letters, StandardCharsets.US_ASCII).replace("\0", ""));
      boolean isSample = value >= 0 && value <= 255 && value == Math.rint(value);
      return isSample ? OptionalInt.of((int) value) : OptionalInt.empty();
    } catch (NumberFormatException none) {
      return OptionalInt.empty();
    }
  }
}
