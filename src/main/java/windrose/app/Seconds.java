package windrose.app;

import windrose.platform.work.OffLoop;

/** Lets time pass in a measurement. */
@OffLoop("main thread of a command")
final class Seconds {
  private Seconds() {}

  static void pass(double seconds) throws InterruptedException {
    Thread.sleep((long) (seconds * 1_000));
  }
}
