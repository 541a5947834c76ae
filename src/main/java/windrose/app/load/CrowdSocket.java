package windrose.app.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import windrose.platform.work.OffLoop;

/** One socket of a crowd: finds where frames begin and end, and keeps of each only what is needed to date it. */
@OffLoop("the crowd's thread")
final class CrowdSocket {
  private static final int KEPT_BYTES = 256;
  private static final int MAX_UPGRADE_BYTES = 4 * 1024;

  /** One frame in so many is read to its values; the others only to their time. */
  private static final int LOOK_INSIDE_EVERY = 50;

  private final SocketChannel channel;
  private final byte[] header = new byte[10];
  private int headerLength;
  private long missing;
  private int length;
  private boolean isText;
  private byte[] kept = new byte[KEPT_BYTES];
  private int keptLength;
  private boolean looksInside;
  private int seen = (int) (System.nanoTime() % LOOK_INSIDE_EVERY);

  CrowdSocket(SocketChannel channel) {
    this.channel = channel;
  }

  SocketChannel channel() {
    return channel;
  }

  /** Reads byte by byte to the end of the answer, so that no frame behind it is swallowed. */
  void awaitUpgrade() throws IOException {
    StringBuilder answer = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (answer.indexOf("\r\n\r\n") < 0 && answer.length() < MAX_UPGRADE_BYTES) {
      one.clear();
      if (channel.read(one) < 0) {
        break;
      }
      answer.append((char) one.get(0));
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("no upgrade: " + answer.toString().lines().findFirst().orElse(""));
    }
  }

  /** Takes what there is; false when the connection has ended. */
  boolean read(ByteBuffer buffer, CrowdFigures figures, long nowMs) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      return false;
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      if (missing == 0 && !takeHeader(buffer)) {
        return true;
      }
      takeBody(buffer);
      if (missing == 0) {
        headerLength = 0;
        if (isText) {
          note(figures, nowMs);
        }
      }
    }
    return true;
  }

  private boolean takeHeader(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      header[headerLength++] = buffer.get();
      int small = headerLength < 2 ? 0 : header[1] & 0x7f;
      int needed = headerLength < 2 ? 2 : small == 126 ? 4 : small == 127 ? 10 : 2;
      if (headerLength == needed) {
        missing = small;
        if (small >= 126) {
          missing = 0;
          for (int i = 2; i < needed; i++) {
            missing = (missing << 8) | (header[i] & 0xff);
          }
        }
        length = (int) missing;
        isText = (header[0] & 0x0f) == 1;
        keptLength = 0;
        looksInside = ++seen % LOOK_INSIDE_EVERY == 0;
        if (looksInside && kept.length < length) {
          kept = new byte[length];
        }
        return true;
      }
    }
    return false;
  }

  private void takeBody(ByteBuffer buffer) {
    int available = (int) Math.min(missing, buffer.remaining());
    int wanted = (looksInside ? length : Math.min(length, KEPT_BYTES)) - keptLength;
    int taken = Math.max(0, Math.min(available, wanted));
    buffer.get(kept, keptLength, taken);
    keptLength += taken;
    buffer.position(buffer.position() + available - taken);
    missing -= available;
  }

  private void note(CrowdFigures figures, long nowMs) {
    String text = new String(kept, 0, keptLength, StandardCharsets.US_ASCII);
    if (text.startsWith("{\"type\":\"snapshot\"")) {
      figures.snapshot();
    } else if (text.startsWith("{\"type\":\"patch\"")) {
      figures.patch(length, nowMs - number(text, text.indexOf("\"at\":") + 5));
      int values = text.indexOf("\"at\":[");
      if (looksInside && values > 0) {
        figures.change(nowMs - number(text, values + 6));
      }
    }
  }

  private static long number(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == from ? 0 : Long.parseLong(text.substring(from, end));
  }
}
