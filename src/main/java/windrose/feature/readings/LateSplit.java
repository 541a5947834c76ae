package windrose.feature.readings;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.readings.packed.Spans;

/** Sends the readings of closed hours the way of late data and all others straight on; a fresh reading pays one comparison. */
final class LateSplit {
  private final Archive archive;

  LateSplit(Archive archive) {
    this.archive = archive;
  }

  /** Succeeds when all are committed, with how many were new; {@code open} is not called when every reading is late. */
  Future<Integer> write(
      List<StoredReading> batch, Function<List<StoredReading>, Future<Integer>> open) {
    List<SeriesReading> late = new ArrayList<>(0);
    List<StoredReading> fresh = new ArrayList<>(0);
    for (int i = 0; i < batch.size(); i++) {
      StoredReading reading = batch.get(i);
      if (archive.isLate(Spans.us(reading.at()))) {
        if (late.isEmpty()) {
          fresh.addAll(batch.subList(0, i));
        }
        late.add(columns(reading));
      } else if (!late.isEmpty()) {
        fresh.add(reading);
      }
    }
    if (late.isEmpty()) {
      return archive.track(open.apply(batch));
    }
    Future<Integer> written =
        fresh.isEmpty() ? Future.succeededFuture(0) : archive.track(open.apply(fresh));
    return written.compose(first -> archive.writeLate(late).map(second -> first + second));
  }

  private static SeriesReading columns(StoredReading reading) {
    return new SeriesReading(
        reading.series(),
        Spans.us(reading.at()),
        Spans.us(reading.received()),
        reading.value(),
        reading.quality().bits());
  }
}
