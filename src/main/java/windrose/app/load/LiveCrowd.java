package windrose.app.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import windrose.platform.work.OffLoop;

/**
 * Many open maps on real sockets in one thread: reads every frame of each, and notes for each patch how long ago the server wrote
 * it and how long ago its values were measured.
 */
@OffLoop("a thread of its own, and the main thread")
public final class LiveCrowd implements AutoCloseable {
  private static final int READ_BYTES = 256 * 1024;
  private static final long SELECT_MS = 200;

  private final Selector selector = Selector.open();
  private final List<CrowdSocket> sockets = new ArrayList<>();
  private final ByteBuffer shared = ByteBuffer.allocateDirect(READ_BYTES);
  private final Thread thread = new Thread(this::read, "bench-live-crowd");
  private final CrowdFigures figures = new CrowdFigures();
  private volatile boolean ended;

  private LiveCrowd() throws IOException {}

  /**
   * Opens that many sockets and waits until each was upgraded.
   *
   * @param reads whether they read on; who does not is a stopped reader
   */
  public static LiveCrowd open(int count, int port, String cookie, boolean reads)
      throws IOException, InterruptedException {
    LiveCrowd crowd = new LiveCrowd();
    for (int i = 0; i < count; i++) {
      crowd.sockets.add(connect(port, cookie, reads));
    }
    for (CrowdSocket socket : crowd.sockets) {
      socket.awaitUpgrade();
    }
    if (reads) {
      for (CrowdSocket socket : crowd.sockets) {
        socket.channel().configureBlocking(false);
        socket.channel().register(crowd.selector, SelectionKey.OP_READ, socket);
      }
      crowd.thread.setDaemon(true);
      crowd.thread.start();
    }
    return crowd;
  }

  private static CrowdSocket connect(int port, String cookie, boolean reads) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (!reads) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4 * 1024);
    }
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.write(
        ByteBuffer.wrap(
            ("GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:"
                    + port
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nCookie: "
                    + cookie
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
    return new CrowdSocket(channel);
  }

  /** Asks for the readings on every socket, all at once. */
  public void subscribe() throws IOException {
    byte[] text =
        "{\"type\":\"subscribe\",\"layers\":[\"readings\"]}".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer frame = ByteBuffer.allocate(text.length + 6);
    // masked, as a client must, with a mask of zeros
    frame.put((byte) 0x81).put((byte) (0x80 | text.length)).putInt(0).put(text).flip();
    for (CrowdSocket socket : sockets) {
      socket.channel().write(frame.duplicate());
    }
  }

  private void read() {
    try {
      while (!ended) {
        selector.select(SELECT_MS);
        long nowMs = System.currentTimeMillis();
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
          SelectionKey key = keys.next();
          keys.remove();
          CrowdSocket socket = (CrowdSocket) key.attachment();
          if (!socket.read(shared, figures, nowMs)) {
            key.cancel();
            figures.cut();
          }
        }
      }
    } catch (ClosedSelectorException closed) {
      ended = true; // by close(), in the middle of a round
    } catch (IOException broken) {
      figures.cut();
    }
  }

  public CrowdFigures figures() {
    return figures;
  }

  /** Waits until something holds of the crowd, and says how long it took. */
  public double awaitS(double limitS, BooleanSupplier holds) throws InterruptedException {
    long from = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - from > limitS * 1e9) {
        throw new IllegalStateException("the crowd did not get there within " + limitS + " s");
      }
      Thread.sleep(5);
    }
    return (System.nanoTime() - from) / 1e9;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    selector.wakeup();
    for (CrowdSocket socket : sockets) {
      socket.channel().close();
    }
    selector.close();
  }
}
