package windrose.feature.ingest.mqtt;

import io.micrometer.core.instrument.Counter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.platform.observe.Metrics;

/**
 * Counts what was refused or ignored by its reason, and says it in the log: the first time at once, then once a minute per
 * client and reason with the number of times, so that a broken device cannot fill the log.
 */
final class Refusals {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final long REPEAT_NS = TimeUnit.MINUTES.toNanos(1);
  private static final int MAX_REMEMBERED = 1_000;

  private final Metrics metrics;
  private final Map<String, Counter> counters = new HashMap<>();
  private final Map<String, Told> told = new LinkedHashMap<>();

  Refusals(Metrics metrics) {
    this.metrics = metrics;
  }

  private static final class Told {
    private final long atNs;
    private long since;

    private Told(long atNs) {
      this.atNs = atNs;
    }
  }

  void count(String reason, String client, String sentence) {
    counters
        .computeIfAbsent(
            reason,
            label ->
                metrics.counter(
                    "windrose_mqtt_refused_total",
                    "Connections and messages refused, held back or ignored",
                    "reason",
                    label))
        .increment();
    tell(reason, client, sentence);
  }

  private void tell(String reason, String client, String sentence) {
    String key = reason + ' ' + client;
    long now = System.nanoTime();
    Told last = told.get(key);
    if (last != null && now - last.atNs < REPEAT_NS) {
      last.since++;
      return;
    }
    told.remove(key);
    told.put(key, new Told(now));
    if (told.size() > MAX_REMEMBERED) {
      told.remove(told.keySet().iterator().next());
    }
    log.info(
        "MQTT {}: {} ({}){}",
        shown(client),
        sentence,
        reason,
        last == null || last.since == 0 ? "" : ", and " + last.since + " times before");
  }

  /** Names come from strangers: no line ends, no endless lines. */
  private static String shown(String client) {
    String line = client.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }
}
