package windrose.feature.simulator.truth;

import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LocalPoint;
import windrose.domain.park.Series;
import windrose.domain.park.Station;

/** One sensor of the demo with everything about it that does not change, looked up once. */
public final class Probe {
  /** Not moved by the running leak. */
  static final int NO_TARGET = -1;

  private final Station station;
  private final Series series;
  private final Instrument instrument;
  private final @Nullable TankTruth tank;
  private final LocalPoint position;
  private final long seed;
  private int target = NO_TARGET;

  Probe(Station station, Series series, @Nullable TankTruth tank, LocalPoint position) {
    this.station = station;
    this.series = series;
    this.instrument = Instrument.of(series);
    this.tank = tank;
    this.position = position;
    this.seed = Noise.seedOf(series.id());
  }

  public Station station() {
    return station;
  }

  public Series series() {
    return series;
  }

  Instrument instrument() {
    return instrument;
  }

  @Nullable TankTruth tank() {
    return tank;
  }

  long seed() {
    return seed;
  }

  int target() {
    return target;
  }

  void setTarget(int index) {
    target = index;
  }

  boolean isGas() {
    return switch (series.unit()) {
      case "mg/m3", "ug/m3", "%LEL", "%VOL", "ppm" -> !series.factor().startsWith("pm");
      default -> false;
    };
  }

  boolean notices(Leak leak) {
    if (!isGas() || series.factor().equals("o2")) {
      return false;
    }
    if (series.factor().equals("lel")) {
      return leak.isBurnable();
    }
    return leak.cas().equals(series.cas())
        || (series.cas() == null && leak.factor().equals(series.factor()));
  }

  /** Catalytic heads answer in 15 s, electrochemical cells in 40 s, air stations draw through a line. */
  LeakRun.Target asTarget() {
    double t90S = series.factor().equals("lel") ? 15 : series.intervalS() >= 60 ? 60 : 40;
    double heightM = station.heightM() == null ? 1.5 : station.heightM();
    return new LeakRun.Target(position, heightM, t90S, seed);
  }
}
