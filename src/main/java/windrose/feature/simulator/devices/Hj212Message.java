package windrose.feature.simulator.devices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import windrose.domain.hj212.Hj212Time;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.Probe;
import windrose.feature.simulator.truth.Sample;

/** Writes the data areas of a simulated station: real-time values and hour means, marked when a drill has moved a value. */
final class Hj212Message {
  private static final int SAMPLES_PER_HOUR = 12;
  private static final int HOUR_S = 3_600;

  private Hj212Message() {}

  static String realTime(DemoWorld world, List<Probe> probes, long epochS) {
    StringBuilder text = begin(epochS);
    boolean isDrill = false;
    for (Probe probe : probes) {
      Sample sample = world.sample(probe, (double) epochS);
      isDrill |= sample.isDrill();
      String code = probe.series().hj212Code();
      text.append(';').append(code).append("-Rtd=").append(number(sample.value()));
      text.append(',').append(code).append("-Flag=").append(sample.flag());
    }
    return isDrill ? text.append(";Drill=1").toString() : text.toString();
  }

  /** Of the hour that begins at {@code fromS}. */
  static String hour(DemoWorld world, List<Probe> probes, long fromS) {
    StringBuilder text = begin(fromS);
    for (Probe probe : probes) {
      double sum = 0;
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < SAMPLES_PER_HOUR; i++) {
        double atS = fromS + (i + 0.5) * HOUR_S / SAMPLES_PER_HOUR;
        double value = world.sample(probe, atS).value();
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      String code = probe.series().hj212Code();
      text.append(';').append(code).append("-Min=").append(number(least));
      text.append(',').append(code).append("-Avg=").append(number(sum / SAMPLES_PER_HOUR));
      text.append(',').append(code).append("-Max=").append(number(most));
      text.append(',').append(code).append("-Flag=N");
    }
    return text.toString();
  }

  private static StringBuilder begin(long epochS) {
    return new StringBuilder("DataTime=").append(Hj212Time.seconds(Instant.ofEpochSecond(epochS)));
  }

  /** As instruments print: no exponents. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
