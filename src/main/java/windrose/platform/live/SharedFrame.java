package windrose.platform.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A text message that was encoded once and lies once in memory, however many sockets wait to send it.
 *
 * <p>A text given to each socket would be encoded and copied for each: two thousand viewers that come back at once would cost two
 * thousand copies of the snapshot. The bytes lie outside of the heap, where the kernel takes them from without another copy,
 * and go with the garbage collector when the last socket has sent them. Vert.x has no public way to build a text frame from
 * bytes, so its own frame class is used here and nowhere else.
 */
final class SharedFrame {
  private final ByteBuf bytes;

  private SharedFrame(ByteBuf bytes) {
    this.bytes = bytes;
  }

  static SharedFrame of(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer outside = ByteBuffer.allocateDirect(encoded.length).put(encoded).flip();
    return new SharedFrame(Unpooled.wrappedBuffer(outside));
  }

  int lengthBytes() {
    return bytes.readableBytes();
  }

  /** For one write: a position of its own over the same bytes. */
  WebSocketFrame forOneSocket() {
    return new WebSocketFrameImpl(
        WebSocketFrameType.TEXT, Unpooled.unreleasableBuffer(bytes.duplicate()), true);
  }
}
