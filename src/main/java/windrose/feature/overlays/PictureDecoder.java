package windrose.feature.overlays;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import windrose.platform.work.OffLoop;

/** Reads the pixels of a TIFF with the JDK's own reader, band by band, scaled down to what we can hold. */
@OffLoop("the import of an overlay, on HeavyWork")
final class PictureDecoder {
  private static final double MOST_KEPT_PIXELS = 16_000_000;
  private static final int BAND_PIXELS = 4_000_000;

  private final TiffHeader header;
  private final int factor;
  private final int outWidthPx;
  private final int outHeightPx;
  private final int[] out;

  private PictureDecoder(TiffHeader header) {
    this.header = header;
    double pixels = (double) header.widthPx() * header.heightPx();
    this.factor = (int) Math.max(1, Math.ceil(Math.sqrt(pixels / MOST_KEPT_PIXELS)));
    this.outWidthPx = (header.widthPx() + factor - 1) / factor;
    this.outHeightPx = (header.heightPx() + factor - 1) / factor;
    this.out = new int[outWidthPx * outHeightPx];
  }

  static Pixels decode(byte[] file, TiffHeader header) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ByteArrayImageStream stream = new ByteArrayImageStream(file)) {
      reader.setInput(stream, true, true);
      return new PictureDecoder(header).decode(reader);
    } catch (IOException | RuntimeException undecodable) {
      throw Refusal.of(
          "The picture cannot be decoded (damaged, or packed in a way that is not known). Save it anew (gdal_translate -co COMPRESS=DEFLATE).",
          "图像无法解码（已损坏或压缩方式不支持），请另存（gdal_translate -co COMPRESS=DEFLATE）。");
    } finally {
      reader.dispose();
    }
  }

  private Pixels decode(ImageReader reader) throws IOException {
    int rows = Math.max(1, BAND_PIXELS / header.widthPx() / factor) * factor;
    for (int y = 0; y < header.heightPx(); y += rows) {
      int height = Math.min(rows, header.heightPx() - y);
      ImageReadParam part = reader.getDefaultReadParam();
      part.setSourceRegion(new Rectangle(0, y, header.widthPx(), height));
      take(reader.read(0, part), y / factor);
    }
    return new Pixels(outWidthPx, outHeightPx, factor, out);
  }

  private void take(BufferedImage band, int firstOutRow) {
    int[] line = new int[header.widthPx()];
    Mixture[] mixtures = new Mixture[outWidthPx];
    for (int y = 0; y < band.getHeight(); y += factor) {
      int at = (firstOutRow + y / factor) * outWidthPx;
      if (factor == 1) {
        read(band, y, line);
        System.arraycopy(line, 0, out, at, line.length);
        continue;
      }
      Arrays.setAll(mixtures, i -> new Mixture());
      for (int row = y; row < Math.min(y + factor, band.getHeight()); row++) {
        read(band, row, line);
        for (int x = 0; x < line.length; x++) {
          mixtures[x / factor].add(line[x], 1);
        }
      }
      for (int x = 0; x < outWidthPx; x++) {
        out[at + x] = mixtures[x].argb();
      }
    }
  }

  /** One row as ARGB. Grey is taken as it is: the JDK would brighten it as if it were linear light. */
  private void read(BufferedImage band, int row, int[] line) {
    Raster raster = band.getRaster();
    int bands = raster.getNumBands();
    int space = band.getColorModel().getColorSpace().getType();
    boolean isGrey = header.colours() == 1 && bands <= 2;
    boolean isRgb = header.colours() != 3 && bands >= 3 && space == ColorSpace.TYPE_RGB;
    if (!isGrey && !isRgb) {
      band.getRGB(0, row, line.length, 1, line, 0, line.length);
      return;
    }
    int[] samples = raster.getPixels(0, row, line.length, 1, (int[]) null);
    for (int x = 0; x < line.length; x++) {
      int first = x * bands;
      int red = samples[first];
      int green = samples[first + (isGrey ? 0 : 1)];
      int blue = samples[first + (isGrey ? 0 : 2)];
      int alpha = header.hasAlpha() ? samples[first + bands - 1] : 255;
      int none = header.noData().orElse(-1);
      boolean isEmpty = red == none && green == none && blue == none;
      line[x] = isEmpty ? 0 : (alpha << 24) | (red << 16) | (green << 8) | blue;
    }
  }
}
