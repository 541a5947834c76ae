package windrose.journey;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A device that sends until it is acknowledged, over as many connections as that takes, and notes each acknowledgement. */
final class FaithfulDevice implements AutoCloseable {
  private static final boolean LONG = Boolean.getBoolean("windrose.long");
  private static final long BEFORE_NEXT_TRY_MS = 100;

  private final int port;
  private final String station;
  private final String sensor;
  private final String secret;
  private final Ledger ledger;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread;
  private volatile FieldDevice connection;
  private long nextAt;
  private long id;

  FaithfulDevice(
      int port, String station, String sensor, String secret, long firstAt, Ledger ledger) {
    this.port = port;
    this.station = station;
    this.sensor = sensor;
    this.secret = secret;
    this.nextAt = firstAt;
    this.ledger = ledger;
    this.thread = new Thread(this::send, "device-" + station);
    thread.start();
  }

  private void send() {
    while (!stopped.get()) {
      try (FieldDevice device = FieldDevice.connect(port, station, secret)) {
        connection = device;
        while (!stopped.get()) {
          double value = nextAt / 100 % 1_000;
          device.publish(
              "windrose/" + station + "/readings",
              "{\"ts\":" + nextAt + ",\"values\":{\"" + sensor + "\":" + value + "}}");
          ledger.note(station, ++id, station + "/" + sensor, nextAt, value);
          nextAt += 100;
          breathe();
        }
      } catch (RuntimeException cut) {
        if (!cut.getClass().getName().contains("mqtt")) {
          throw cut;
        }
        pause();
      }
    }
  }

  /** A hundred rounds of full speed would only make the two books long. */
  private static void breathe() {
    if (LONG) {
      LockSupport.parkNanos(25_000_000);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BEFORE_NEXT_TRY_MS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped.set(true);
    FieldDevice open = connection;
    if (open != null) {
      open.close();
    }
    try {
      thread.join(30_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new AssertionError("the device does not stop");
    }
  }
}
