package windrose.app.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import windrose.platform.work.OffLoop;

/**
 * The reference of the live channel: writes the same bytes to the same number of sockets as often, and does nothing else.
 *
 * <p>No rights, no cursors, no database, no second connection: nothing can be cheaper on this machine in this language.
 */
@OffLoop("a thread of its own")
public final class BareBroadcast implements AutoCloseable {
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final List<SocketChannel> sockets = new ArrayList<>();
  private final int viewers;
  private final int frameBytes;
  private final double framesPerS;
  private final Thread thread = new Thread(this::serve, "bench-bare-broadcast");
  private volatile boolean ended;

  private BareBroadcast(int viewers, int frameBytes, double framesPerS) throws IOException {
    this.viewers = viewers;
    this.frameBytes = frameBytes;
    this.framesPerS = framesPerS;
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), viewers);
  }

  public static BareBroadcast start(int viewers, int frameBytes, double framesPerS)
      throws IOException {
    BareBroadcast broadcast = new BareBroadcast(viewers, frameBytes, framesPerS);
    broadcast.thread.setDaemon(true);
    broadcast.thread.start();
    return broadcast;
  }

  public int port() {
    return listener.socket().getLocalPort();
  }

  /** User and system time of the thread that writes. */
  public double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()) / 1e9;
  }

  private void serve() {
    ByteBuffer upgrade = ByteBuffer.wrap(ascii("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
    try {
      while (sockets.size() < viewers) {
        SocketChannel socket = listener.accept();
        socket.write(upgrade.duplicate());
        sockets.add(socket);
      }
      long nextNs = System.nanoTime();
      while (!ended) {
        nextNs += (long) (1e9 / framesPerS);
        ByteBuffer frame = frame(System.currentTimeMillis());
        for (SocketChannel socket : sockets) {
          ByteBuffer mine = frame.duplicate();
          while (mine.hasRemaining()) {
            socket.write(mine);
          }
        }
        Thread.sleep(Math.max(0, (nextNs - System.nanoTime()) / 1_000_000));
      }
    } catch (IOException | InterruptedException over) {
      // the crowd has left
    }
  }

  private ByteBuffer frame(long nowMs) {
    String head =
        "{\"type\":\"patch\",\"layer\":\"readings\",\"cursor\":\"x\",\"at\":" + nowMs + ",";
    byte[] body = ascii(head + " ".repeat(Math.max(0, frameBytes - head.length())));
    ByteBuffer frame = ByteBuffer.allocateDirect(body.length + 10);
    frame.put((byte) 0x81).put((byte) 127).putLong(body.length).put(body);
    return frame.flip();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    ended = true;
    thread.interrupt();
    listener.close();
    for (SocketChannel socket : sockets) {
      socket.close();
    }
  }
}
