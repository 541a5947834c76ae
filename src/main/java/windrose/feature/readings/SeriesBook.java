package windrose.feature.readings;

import java.util.List;
import java.util.Set;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;

/** What memory needs to know of each registered series: its key, its pace, whether it is a direction, and its class. */
final class SeriesBook {
  private static final Set<String> ENVIRONMENT =
      Set.of("air_standard", "air_micro", "water_level", "water_quality", "weather_mast");
  private static final double FULL_CIRCLE = 360;

  private final RegistersFeature registers;
  private final Archive archive;

  SeriesBook(RegistersFeature registers, Archive archive) {
    this.registers = registers;
    this.archive = archive;
  }

  /** Tells the archive, now and whenever the register changes. */
  void open() {
    registers.registerLoaded().subscribe(loaded -> tell());
    tell();
  }

  private void tell() {
    archive.setSeries(registers.listAllSeries().stream().map(SeriesBook::shape).toList());
  }

  static SeriesShape shape(RegisteredSeries one) {
    return new SeriesShape(one.key(), one.series().intervalS(), isDirection(one.series()));
  }

  /** A bearing: degrees that go all the way round. The spread of a direction is in degrees too but does not. */
  private static boolean isDirection(Series series) {
    Double high = series.rangeHigh();
    return series.unit().equals("deg")
        && (series.factor().equals("wind_dir") || (high != null && high == FULL_CIRCLE));
  }

  List<Long> listKeys() {
    return registers.listAllSeries().stream().map(RegisteredSeries::key).toList();
  }

  List<Long> listKeys(boolean environment) {
    return registers.listAllSeries().stream()
        .filter(one -> isEnvironment(one) == environment)
        .map(RegisteredSeries::key)
        .toList();
  }

  private boolean isEnvironment(RegisteredSeries one) {
    return registers
        .findStation(one.series().station())
        .map(Station::kind)
        .map(ENVIRONMENT::contains)
        .orElse(false);
  }
}
