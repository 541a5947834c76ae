package windrose.app.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import windrose.platform.work.OffLoop;

/** A subscriber that takes everything with QoS 1, acknowledges it and keeps nothing: the other end of a plain broker. */
@OffLoop("a thread of its own")
public final class MqttSink implements AutoCloseable {
  private final SocketChannel channel;
  private final Thread thread;
  private final AtomicLong received = new AtomicLong();

  private MqttSink(SocketChannel channel) {
    this.channel = channel;
    this.thread = new Thread(this::read, "bench-sink");
  }

  public static MqttSink connect(String host, int port) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress(host, port));
    MqttSink sink = new MqttSink(channel);
    channel.write(ByteBuffer.wrap(Packets.connect("bench-sink", "", "")));
    channel.write(ByteBuffer.wrap(Packets.subscribe("windrose/#")));
    sink.thread.setDaemon(true);
    sink.thread.start();
    return sink;
  }

  public long received() {
    return received.get();
  }

  private void read() {
    ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
    ByteBuffer out = ByteBuffer.allocateDirect(256 * 1024);
    try {
      while (channel.read(in) >= 0) {
        in.flip();
        while (packet(in, out)) {
          // goes on
        }
        in.compact();
        out.flip();
        while (out.hasRemaining()) {
          channel.write(out);
        }
        out.clear();
      }
    } catch (IOException closed) {
      // the end of the benchmark
    }
  }

  private boolean packet(ByteBuffer in, ByteBuffer out) {
    in.mark();
    if (in.remaining() < 2) {
      return false;
    }
    int type = (in.get() & 0xFF) >> 4;
    int length = 0;
    int shift = 0;
    int digit;
    do {
      if (!in.hasRemaining()) {
        in.reset();
        return false;
      }
      digit = in.get();
      length |= (digit & 0x7F) << shift;
      shift += 7;
    } while ((digit & 0x80) != 0);
    if (in.remaining() < length) {
      in.reset();
      return false;
    }
    int end = in.position() + length;
    if (type == Packets.PUBLISH) {
      int topic = in.getShort() & 0xFFFF;
      in.position(in.position() + topic);
      out.put((byte) 0x40).put((byte) 2).putShort(in.getShort());
      received.incrementAndGet();
    }
    in.position(end);
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
