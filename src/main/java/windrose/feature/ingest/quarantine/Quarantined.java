package windrose.feature.ingest.quarantine;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import windrose.feature.ingest.steps.Fault;

/**
 * A message that could not be kept as readings, or not all of it, with everything needed to try again.
 *
 * @param received when it came for the first time
 */
public record Quarantined(
    String channel,
    String login,
    String station,
    Instant received,
    Buffer payload,
    List<Fault> faults) {
  private static final int MAX_REASON = 2_000;
  private static final int LONGEST_SENSOR = 200;

  /** At most this many faults of one message are kept apart. */
  private static final int MAX_FAULTS = 100;

  /** All faults in one sentence. */
  public String reason() {
    String all = faults.stream().map(Fault::sentence).collect(Collectors.joining("; "));
    return all.length() <= MAX_REASON ? all : all.substring(0, MAX_REASON);
  }

  String[] classes() {
    return faults.stream()
        .limit(MAX_FAULTS)
        .map(fault -> fault.kind().code())
        .toArray(String[]::new);
  }

  String[] sensors() {
    return faults.stream()
        .limit(MAX_FAULTS)
        .map(fault -> shortened(fault.sensor()))
        .toArray(String[]::new);
  }

  private static String shortened(String sensor) {
    String cut = sensor.length() <= LONGEST_SENSOR ? sensor : sensor.substring(0, LONGEST_SENSOR);
    return cut.replace('\u0000', '�'); // the database's texts have no NUL
  }
}
