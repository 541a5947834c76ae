package windrose.platform.db;

import io.vertx.core.Promise;
import java.util.List;

/** Things to write together, and the promise to say when all of them are on the disk. */
record BatchItem<T>(List<T> items, Promise<Void> committed) {
  boolean isSettled() {
    return committed.future().isComplete();
  }

  int size() {
    return items.size();
  }
}
