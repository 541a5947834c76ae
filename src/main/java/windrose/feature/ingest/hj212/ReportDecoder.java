package windrose.feature.ingest.hj212;

import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.hj212.DataArea;
import windrose.domain.hj212.DataAreaCipher;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Period;
import windrose.domain.hj212.Report;
import windrose.domain.measure.Quality;
import windrose.feature.ingest.DecodedReading;
import windrose.feature.ingest.hj212.settings.FactorMapping;
import windrose.feature.ingest.hj212.settings.FactorMapping.Target;
import windrose.feature.ingest.hj212.settings.Hj212Settings;

/**
 * Turns a data command into readings of a station's series; what has none becomes a fault that names station, number and factor.
 *
 * <p>Minimum, maximum and totals beside a main value that is stored are kept only where somebody registered a series for them;
 * otherwise they are counted and not quarantined, since most stations send them always.
 */
final class ReportDecoder {
  private final Hj212Settings settings;
  private final DataAreaCipher cipher;
  private final Counter notAskedFor;

  ReportDecoder(Hj212Settings settings, DataAreaCipher cipher, Counter notAskedFor) {
    this.settings = settings;
    this.cipher = cipher;
    this.notAskedFor = notAskedFor;
  }

  List<DecodedReading> decode(String station, Header header, Period period, String sentArea) {
    String area;
    try {
      area = cipher.open(String.valueOf(header.mn()), sentArea);
    } catch (DataAreaCipher.Refused closed) {
      return List.of(fault("data area", closed.reason()));
    }
    Report report = Report.read(period, DataArea.read(area), header.qn());
    List<DecodedReading> readings = new ArrayList<>();
    report.faults().forEach(text -> readings.add(fault("report", text)));
    FactorMapping mapping = settings.mapping(station);
    Set<String> settled = settledFactors(report, mapping);
    for (Report.Value value : report.values()) {
      Target target = mapping.find(value.factor(), period, value.statistic());
      if (target instanceof Target.Stored stored) {
        readings.add(reading(value, stored));
      } else if (target instanceof Target.Unknown unknown) {
        if (value.statistic() != period.main() && settled.contains(value.factor())) {
          notAskedFor.increment();
        } else {
          readings.add(
              fault(
                  value.factor(),
                  "%s at %s (MN %s)".formatted(unknown.reason(), station, header.mn())));
        }
      }
    }
    if (report.values().isEmpty() && report.faults().isEmpty()) {
      readings.add(fault("report", "it holds no values"));
    }
    return readings;
  }

  /** Factors whose main value somebody has found a place for, be it none on purpose. */
  private static Set<String> settledFactors(Report report, FactorMapping mapping) {
    Set<String> settled = new HashSet<>();
    for (Report.Value value : report.values()) {
      boolean isMain = value.statistic() == report.period().main();
      if (isMain
          && !(mapping.find(value.factor(), report.period(), value.statistic())
              instanceof Target.Unknown)) {
        settled.add(value.factor());
      }
    }
    return settled;
  }

  private static DecodedReading reading(Report.Value value, Target.Stored stored) {
    Double sent = value.value();
    if (sent == null) {
      return new DecodedReading(
          stored.sensor(),
          value.atMs(),
          null,
          value.quality(),
          value.factor() + " " + value.fault());
    }
    double converted = stored.conversion().apply(sent);
    boolean isOutside =
        isLess(converted, stored.rangeLow()) || isMore(converted, stored.rangeHigh());
    Quality quality = isOutside ? value.quality().with(Quality.OUT_OF_RANGE) : value.quality();
    return new DecodedReading(stored.sensor(), value.atMs(), converted, quality, null);
  }

  private static boolean isLess(double value, @Nullable Double limit) {
    return limit != null && value < limit;
  }

  private static boolean isMore(double value, @Nullable Double limit) {
    return limit != null && value > limit;
  }

  static DecodedReading fault(String what, String reason) {
    return new DecodedReading(what, Optional.empty(), null, Quality.GOOD, reason);
  }
}
