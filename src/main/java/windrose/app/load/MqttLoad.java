package windrose.app.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import windrose.platform.work.OffLoop;

/** Many publishing devices in the calling thread: real sockets, real packets, pipelined QoS 1. */
@OffLoop("the load's own thread")
public final class MqttLoad implements AutoCloseable {
  private static final long CONNECT_LIMIT_NS = 30_000_000_000L;

  private final Selector selector;
  private final List<LoadDevice> devices = new ArrayList<>();
  private Latencies latencies = new Latencies();
  private long published;
  private int next;

  private MqttLoad() throws IOException {
    this.selector = Selector.open();
  }

  /** What one run gave. */
  public record Result(double seconds, long acknowledged, Latencies latencies) {
    public double messagesPerS() {
      return acknowledged / seconds;
    }
  }

  public static MqttLoad connect(LoadPlan plan, String host, int port) throws IOException {
    return connect(plan, 0, plan.connections(), host, port);
  }

  /** Only some of the plan's devices, from one number to before another. */
  public static MqttLoad connect(LoadPlan plan, int from, int to, String host, int port)
      throws IOException {
    MqttLoad load = new MqttLoad();
    for (int i = from; i < to; i++) {
      load.devices.add(new LoadDevice(plan, i, host, port, load.selector));
    }
    long end = System.nanoTime() + CONNECT_LIMIT_NS;
    while (!load.devices.stream().allMatch(LoadDevice::isConnected)) {
      load.readAll(100);
      if (System.nanoTime() > end) {
        throw new IOException("not all devices could sign in");
      }
    }
    return load;
  }

  /** Publishes for a while and returns what was acknowledged meanwhile. */
  public Result run(double seconds, double messagesPerS) throws IOException {
    latencies = new Latencies();
    long before = acknowledged();
    long startNs = System.nanoTime();
    long endNs = startNs + (long) (seconds * 1e9);
    published = 0;
    long now = startNs;
    while (now < endNs) {
      long due =
          messagesPerS <= 0
              ? Long.MAX_VALUE
              : (long) ((now - startNs) / 1e9 * messagesPerS) - published;
      int sent = due > 0 ? publishAll(due) : 0;
      readAll(sent > 0 ? 0 : 1);
      now = System.nanoTime();
    }
    return new Result((now - startNs) / 1e9, acknowledged() - before, latencies);
  }

  /** From now on they publish with QoS 0. */
  public void wantNoAnswers() {
    devices.forEach(LoadDevice::wantNoAnswers);
  }

  /** What the last run published. */
  public long published() {
    return published;
  }

  /** Messages that were written and not acknowledged yet: in the sockets, or in the server's hands. */
  public int waitingOutside() {
    return unacknowledged();
  }

  private int publishAll(long due) throws IOException {
    long nowMs = System.currentTimeMillis();
    int share = (int) Math.min(Integer.MAX_VALUE, Math.max(1, due / devices.size()));
    int sent = 0;
    for (int i = 0; i < devices.size() && sent < due; i++) {
      LoadDevice device = devices.get(next);
      // in turn: at a low rate the last would never speak, and the server ends the silent
      next = (next + 1) % devices.size();
      sent += device.publish((int) Math.min(share, due - sent), nowMs);
    }
    published += sent;
    return sent;
  }

  /** Waits until all is acknowledged, or the time is over; returns what is not. */
  public int settle(double seconds) throws IOException {
    long endNs = System.nanoTime() + (long) (seconds * 1e9);
    while (unacknowledged() > 0 && System.nanoTime() < endNs) {
      readAll(10);
    }
    return unacknowledged();
  }

  private int unacknowledged() {
    return devices.stream().mapToInt(LoadDevice::unacknowledged).sum();
  }

  public long acknowledged() {
    return devices.stream().mapToLong(LoadDevice::acknowledged).sum();
  }

  private void readAll(long waitMs) throws IOException {
    if ((waitMs == 0 ? selector.selectNow() : selector.select(waitMs)) == 0) {
      return;
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (!((LoadDevice) key.attachment()).read(latencies)) {
        throw new IOException("the server closed a connection");
      }
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    for (LoadDevice device : devices) {
      device.close();
    }
    selector.close();
  }
}
