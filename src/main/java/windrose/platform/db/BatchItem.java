package windrose.platform.db;

import io.vertx.core.Promise;

/** One thing to write, and the promise to say when it is on the disk. */
record BatchItem<T>(T item, Promise<Void> committed) {
  boolean isSettled() {
    return committed.future().isComplete();
  }
}
