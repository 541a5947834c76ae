package windrose.feature.overlays;

import java.io.IOException;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;
import windrose.platform.work.OffLoop;

/** Bytes in memory as the JDK's picture readers want them, without a second copy. */
@OffLoop("PictureDecoder, on HeavyWork")
final class ByteArrayImageStream extends ImageInputStreamImpl {
  private final byte[] bytes;

  ByteArrayImageStream(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    return streamPos >= bytes.length ? -1 : Byte.toUnsignedInt(bytes[(int) streamPos++]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    checkClosed();
    Objects.checkFromIndexSize(offset, length, into.length);
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      return -1;
    }
    int taken = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, into, offset, taken);
    streamPos += taken;
    return taken;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
