package windrose.app.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import windrose.platform.work.OffLoop;

/** One connection of the load: publishes with QoS 1 while its window is open, and reads the acknowledgements. */
@OffLoop("the load's own thread")
final class LoadDevice {
  private static final int LARGEST_MESSAGE = 700;
  private static final int IDS = 65_536;

  private final LoadPlan plan;
  private final SocketChannel channel;
  private final byte[][] topics;
  private final byte[][] sensors = new byte[LoadPlan.SENSORS][];
  private final long[] lastAtMs;
  private final ByteBuffer out = ByteBuffer.allocateDirect(256 * 1024);
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer payload = ByteBuffer.allocate(LARGEST_MESSAGE);
  private final long[] sentNs = new long[IDS];
  private final byte[] digits = new byte[20];
  private int nextId = 1;
  private int nextStation;
  private int nextSensor;
  private int unacknowledged;
  private long acknowledged;
  private boolean connected;
  private boolean wantsAnswers = true;

  LoadDevice(LoadPlan plan, int number, String host, int port, Selector selector)
      throws IOException {
    this.plan = plan;
    int own = (plan.stations() - number + plan.connections() - 1) / plan.connections();
    topics = new byte[own][];
    lastAtMs = new long[own];
    for (int i = 0; i < own; i++) {
      String station = LoadPlan.station(number + i * plan.connections());
      topics[i] = Packets.ascii("windrose/" + station + "/readings");
    }
    for (int i = 0; i < LoadPlan.SENSORS; i++) {
      sensors[i] = Packets.ascii("\"" + LoadPlan.sensor(i) + "\":");
    }
    channel = SocketChannel.open(new InetSocketAddress(host, port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    out.put(Packets.connect("bench-" + number, LoadPlan.gateway(number), LoadPlan.secret(number)));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  void wantNoAnswers() {
    wantsAnswers = false;
  }

  boolean isConnected() {
    return connected;
  }

  long acknowledged() {
    return acknowledged;
  }

  int unacknowledged() {
    return unacknowledged;
  }

  /** Publishes at most so many messages and returns how many it were. */
  int publish(int most, long nowMs) throws IOException {
    int sent = 0;
    long nowNs = System.nanoTime();
    while (sent < most
        && unacknowledged < plan.window()
        && out.remaining() > LARGEST_MESSAGE + 100) {
      message(nowMs, nowNs);
      sent++;
    }
    flush();
    return sent;
  }

  private void flush() throws IOException {
    if (out.position() > 0) {
      out.flip();
      channel.write(out);
      out.compact();
    }
  }

  private void message(long nowMs, long nowNs) {
    int station = nextStation;
    nextStation = (nextStation + 1) % topics.length;
    long at = Math.max(nowMs, lastAtMs[station] + 1);
    lastAtMs[station] = at;
    payload.clear();
    payload.put(TS);
    number(payload, at);
    payload.put(VALUES);
    for (int i = 0; i < plan.valuesPerMessage(); i++) {
      if (i > 0) {
        payload.put((byte) ',');
      }
      payload.put(sensors[nextSensor]);
      nextSensor = (nextSensor + 1) % LoadPlan.SENSORS;
      number(payload, 10 + (at + i) % 80);
      payload.put((byte) '.');
      number(payload, 100 + (at * 7 + i) % 900);
    }
    if (topics.length % LoadPlan.SENSORS == 0 && station == topics.length - 1) {
      nextSensor = (nextSensor + 1) % LoadPlan.SENSORS; // else a station would always send the same
    }
    payload.put(END).flip();
    byte[] topic = topics[station];
    if (!wantsAnswers) {
      out.put((byte) 0x30);
      Packets.length(out, 2 + topic.length + payload.limit());
      out.putShort((short) topic.length).put(topic).put(payload);
      return;
    }
    int id = nextId;
    nextId = nextId == IDS - 1 ? 1 : nextId + 1;
    sentNs[id] = nowNs;
    unacknowledged++;
    out.put((byte) 0x32);
    Packets.length(out, 2 + topic.length + 2 + payload.limit());
    out.putShort((short) topic.length).put(topic).putShort((short) id).put(payload);
  }

  private static final byte[] TS = Packets.ascii("{\"ts\":");
  private static final byte[] VALUES = Packets.ascii(",\"values\":{");
  private static final byte[] END = Packets.ascii("}}");

  private void number(ByteBuffer buffer, long number) {
    int length = 0;
    long left = number;
    do {
      digits[length++] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    while (length > 0) {
      buffer.put(digits[--length]);
    }
  }

  /** Reads what came; false when the server has closed. */
  boolean read(Latencies latencies) throws IOException {
    int count = channel.read(in);
    if (count < 0) {
      return false;
    }
    in.flip();
    long nowNs = System.nanoTime();
    while (in.remaining() >= 4) {
      int type = (in.get() & 0xFF) >> 4;
      in.get(); // PUBACK and CONNACK of 3.1.1 are four bytes
      int id = in.getShort() & 0xFFFF;
      if (type == Packets.PUBACK) {
        unacknowledged--;
        acknowledged++;
        latencies.note(nowNs - sentNs[id]);
      } else if (type == Packets.CONNACK) {
        connected = id == 0;
      }
    }
    in.compact();
    return true;
  }

  void close() throws IOException {
    channel.close();
  }
}
