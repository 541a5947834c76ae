package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import windrose.platform.observe.Metrics;
import windrose.platform.web.Answer;

/** What the listener refused: counted by reason, and the last {@value #MOST} with a sentence for whoever looks for the cause. */
final class Refusals {
  private static final int MOST = 200;
  private static final int SHOWN_BYTES = 2_000;
  private static final String NAME = "windrose_hj212_refused_total";

  private final Metrics metrics;
  private final Clock clock;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Instant since;
  private final ArrayDeque<Refusal> last = new ArrayDeque<>();

  private record Refusal(
      Instant at, String address, @Nullable String mn, String reason, String detail, String raw) {}

  Refusals(Metrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
    this.since = clock.instant();
  }

  void count(String reason) {
    counts.merge(reason, 1L, Long::sum);
    metrics
        .counter(NAME, "HJ 212 lines and frames that were refused", "reason", reason)
        .increment();
  }

  /** A frame that came before: answered again, not stored again. */
  void countSentAgain() {
    metrics
        .counter("windrose_hj212_sent_again_total", "HJ 212 frames that came before")
        .increment();
  }

  /** {@code raw} is shown without its password. */
  void note(String address, @Nullable String mn, String reason, String detail, byte[] raw) {
    count(reason);
    byte[] masked = Masked.password(raw);
    int length = Math.min(masked.length, SHOWN_BYTES);
    String text = new String(masked, 0, length, StandardCharsets.UTF_8);
    last.addFirst(new Refusal(clock.instant(), address, mn, reason, detail, text));
    if (last.size() > MOST) {
      last.removeLast();
    }
  }

  Future<Answer> answer() {
    JsonArray items = new JsonArray();
    for (Iterator<Refusal> all = last.iterator(); all.hasNext(); ) {
      Refusal one = all.next();
      items.add(
          new JsonObject()
              .put("at", one.at().toString())
              .put("address", one.address())
              .put("mn", one.mn())
              .put("reason", one.reason())
              .put("detail", one.detail())
              .put("raw", one.raw()));
    }
    JsonObject byReason = new JsonObject();
    counts.forEach(byReason::put);
    return Future.succeededFuture(
        Answer.json(
            new JsonObject()
                .put("since", since.toString())
                .put("counts", byReason)
                .put("items", items)));
  }
}
