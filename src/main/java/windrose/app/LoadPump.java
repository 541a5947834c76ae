package windrose.app;

import java.io.IOException;
import windrose.app.load.MqttLoad;
import windrose.platform.work.OffLoop;

/** Keeps a load of devices going beside a measurement, at a rate that can be changed. */
@OffLoop("a thread of its own")
final class LoadPump implements AutoCloseable {
  private static final double STEP_S = 0.5;

  private final MqttLoad load;
  private final Thread thread = new Thread(this::pump, "bench-load");
  private volatile double messagesPerS;
  private volatile boolean ended;

  LoadPump(MqttLoad load, double messagesPerS) {
    this.load = load;
    this.messagesPerS = messagesPerS;
    thread.setDaemon(true);
    thread.start();
  }

  void rate(double perS) {
    messagesPerS = perS;
  }

  private void pump() {
    try {
      while (!ended) {
        load.run(STEP_S, messagesPerS);
      }
    } catch (IOException serverGone) {
      // the measurement will say so
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    load.close();
  }
}
