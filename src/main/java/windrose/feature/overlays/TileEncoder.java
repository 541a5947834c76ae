package windrose.feature.overlays;

import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import windrose.platform.work.OffLoop;

/** Writes a tile as a JPEG if nothing of it is transparent, else as a PNG. */
@OffLoop("TileCutter, on HeavyWork")
final class TileEncoder {
  private static final float QUALITY = 0.85f;

  private TileEncoder() {}

  static Buffer encode(int[] argb, boolean isOpaque) throws IOException {
    int side = TileGrid.SIDE_PX;
    BufferedImage image =
        new BufferedImage(
            side, side, isOpaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, side, side, argb, 0, side);
    ImageWriter writer = ImageIO.getImageWritersByFormatName(isOpaque ? "jpeg" : "png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: the JDK's usual stream would go through a temporary file
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (isOpaque) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
