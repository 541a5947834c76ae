package windrose.feature.overlays;

/** Which pictures are decoded at all; judged by the header, since a small file can unfold into a huge picture. */
final class PictureLimits {
  static final long MOST_FILE_BYTES = 48_000_000;
  private static final long MOST_PIXELS = 150_000_000;

  /** A strip or tile is held whole while it is decoded. */
  private static final long MOST_BLOCK_SAMPLES = 48_000_000;

  private PictureLimits() {}

  static void check(TiffHeader header) {
    if (header.widthPx() < 1 || header.heightPx() < 1) {
      throw Refusal.of("The TIFF file holds no picture.", "TIFF 文件中没有图像。");
    }
    long pixels = (long) header.widthPx() * header.heightPx();
    if (pixels > MOST_PIXELS) {
      throw Refusal.of(
          ("The picture has %d × %d pixels; at most 150 million are read. Scale it down"
                  + " (gdal_translate -outsize 50%% 0), or serve it as tiles.")
              .formatted(header.widthPx(), header.heightPx()),
          "图像为 %d × %d 像素，最多 1.5 亿像素。请缩小（gdal_translate -outsize 50%% 0）或以瓦片方式接入。"
              .formatted(header.widthPx(), header.heightPx()));
    }
    if (header.blockSamples() > MOST_BLOCK_SAMPLES) {
      throw Refusal.of(
          "The picture lies in the file as one huge strip; save it in tiles (gdal_translate -co TILED=YES).",
          "图像以整块方式存储，请另存为分块 TIFF（gdal_translate -co TILED=YES）。");
    }
    if (header.bits() != 8 || header.sampleFormat() != 1) {
      throw Refusal.of(
          "The picture has %d bits in a sample; 8-bit grey or colour is needed (gdal_translate -ot Byte -scale)."
              .formatted(header.bits()),
          "图像每个通道为 %d 位，需要 8 位灰度或彩色（gdal_translate -ot Byte -scale）。".formatted(header.bits()));
    }
    checkColours(header);
  }

  private static void checkColours(TiffHeader header) {
    boolean isKnown =
        switch (header.colours()) {
          case 1 -> header.samples() <= 2;
          case 2 -> header.samples() == 3 || header.samples() == 4;
          case 3 -> header.samples() == 1;
          case 6 -> header.samples() == 3;
          default -> false;
        };
    if (!isKnown) {
      throw Refusal.of(
          "The picture has %d channels of an unknown kind; grey, RGB, RGBA or a palette is needed (gdal_translate -b 1 -b 2 -b 3)."
              .formatted(header.samples()),
          "图像有 %d 个通道，需要灰度、RGB、RGBA 或调色板（gdal_translate -b 1 -b 2 -b 3）。"
              .formatted(header.samples()));
    }
  }
}
