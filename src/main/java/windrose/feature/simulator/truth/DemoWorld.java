package windrose.feature.simulator.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LonLat;
import windrose.domain.measure.Concentration;
import windrose.domain.measure.GasBasis;
import windrose.domain.park.Park;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.domain.park.Tank;
import windrose.domain.weather.Wind;

/**
 * The truth of the demo park, and what each sensor makes of it.
 *
 * <p>Nearly all of it is a function of seed and time, computed when a sensor is asked; only a running leak has a memory. One
 * flat frame serves all: the far areas lie within 60 km, and no leak spreads between them.
 */
public final class DemoWorld {
  private static final double WEATHER_STEP_S = 10;

  private final LocalFrame frame;
  private final WeatherTruth weather;
  private final FieldFaults faults;
  private final Map<String, List<Probe>> probesByStation = new HashMap<>();
  private final Map<String, LonLat> assets = new HashMap<>();
  private final Map<Long, Weather> weatherNow = new HashMap<>();
  private long weatherStep = Long.MIN_VALUE;
  private @Nullable LeakRun leak;

  public DemoWorld(Park park, long seed, FieldFaults faults) {
    LonLat origin = centre(park);
    this.frame = LocalFrame.around(origin);
    this.weather = new WeatherTruth(seed, origin);
    this.faults = faults;
    Map<String, Station> stations = new HashMap<>();
    park.stations().forEach(station -> stations.put(station.code(), station));
    Map<String, TankTruth> tanks = tanks(park);
    for (Series series : park.series()) {
      Station station = stations.get(series.station());
      if (station != null) {
        TankTruth tank = series.asset() == null ? null : tanks.get(series.asset());
        probesByStation
            .computeIfAbsent(station.code(), code -> new ArrayList<>())
            .add(new Probe(station, series, tank, frame.toLocal(station.position())));
      }
    }
    for (ParkFeature feature : park.features()) {
      Point middle = feature.geometry().getCentroid();
      if (!middle.isEmpty()) {
        assets.put(feature.id(), new LonLat(middle.getX(), middle.getY()));
      }
    }
    park.tanks().forEach(tank -> assets.put(tank.id(), tank.center()));
  }

  public LocalFrame frame() {
    return frame;
  }

  public FieldFaults faults() {
    return faults;
  }

  public List<Probe> listProbes(String station) {
    return List.copyOf(probesByStation.getOrDefault(station, List.of()));
  }

  public Weather weatherAt(double epochS, LonLat place) {
    return weather.at(epochS, place);
  }

  public Optional<LonLat> findAsset(String id) {
    return Optional.ofNullable(assets.get(id));
  }

  public Optional<LeakRun> findLeak() {
    return Optional.ofNullable(leak);
  }

  /** Opens a leak now; whatever leaked before is forgotten. */
  public LeakRun open(Leak what, double epochS) {
    endLeak();
    LonLat place =
        findAsset(what.asset())
            .orElseThrow(() -> new IllegalArgumentException("no asset " + what.asset()));
    List<LeakRun.Target> targets = new ArrayList<>();
    for (List<Probe> probes : probesByStation.values()) {
      for (Probe probe : probes) {
        if (probe.notices(what)) {
          probe.setTarget(targets.size());
          targets.add(probe.asTarget());
        }
      }
    }
    LeakRun run = new LeakRun(what, place, frame.toLocal(place), weather, epochS, targets);
    leak = run;
    return run;
  }

  /** Ends the running leak; its gas is gone from the next reading on. */
  public void endLeak() {
    leak = null;
    probesByStation.values().forEach(list -> list.forEach(p -> p.setTarget(Probe.NO_TARGET)));
  }

  /** What a sensor shows at a moment. */
  public Sample sample(Probe probe, double epochS) {
    String station = probe.station().code();
    double shownS = faults.shownTimeS(station, epochS);
    if (faults.isBeingCalibrated(station, epochS) && probe.isGas()) {
      double testGas =
          0.5 * (probe.series().rangeHigh() == null ? 100 : probe.series().rangeHigh());
      return new Sample(probe.instrument().shows(testGas, epochS, 0), Sample.CALIBRATION, false);
    }
    double truth = Ordinary.value(probe, shownS, weatherFor(probe, shownS));
    double fromLeak = faults.isStuck(station) ? 0 : fromLeak(probe);
    double shown =
        probe.instrument().shows(truth + fromLeak, shownS, faults.driftScales(station, epochS));
    boolean isDrill =
        Math.abs(fromLeak) > 0.02 * probe.instrument().scale() || isLeakingTank(probe);
    boolean over = isDrill && probe.isGas() && probe.instrument().isOverRange(shown);
    return new Sample(shown, over ? Sample.OVER_RANGE : Sample.NORMAL, isDrill);
  }

  private double fromLeak(Probe probe) {
    if (leak == null) {
      return 0;
    }
    Leak what = leak.leak();
    if (isLeakingTank(probe)) {
      return lossInTank(probe, leak.leakedKg());
    }
    if (probe.target() == Probe.NO_TARGET) {
      return 0;
    }
    Concentration sensed = new Concentration(leak.sensedKgPerM3(probe.target()));
    double mass = what.molarMassGPerMol();
    return switch (probe.series().unit()) {
      case "mg/m3" -> sensed.mgPerM3();
      case "ug/m3" -> sensed.ugPerM3();
      case "ppm" -> sensed.ppm(mass, GasBasis.WORKPLACE_20C);
      case "%VOL" -> sensed.percentVolume(mass, GasBasis.WORKPLACE_20C);
      case "%LEL" ->
          what.isBurnable()
              ? sensed.percentLel(mass, what.lelPercentVolume(), GasBasis.WORKPLACE_20C)
              : 0;
      default -> 0;
    };
  }

  private boolean isLeakingTank(Probe probe) {
    return leak != null
        && probe.tank() != null
        && !probe.isGas()
        && probe.tank().tank().id().equals(leak.leak().asset());
  }

  private static double lossInTank(Probe probe, double leakedKg) {
    Tank tank = probe.tank() == null ? null : probe.tank().tank();
    if (tank == null || tank.densityKgPerM3() == null || !probe.series().factor().equals("level")) {
      return 0;
    }
    return -100 * leakedKg / (tank.densityKgPerM3() * tank.volumeM3());
  }

  /** Weather changes slowly: one value per square of 5 km and ten seconds serves all but the masts. */
  private Weather weatherFor(Probe probe, double epochS) {
    LonLat place = probe.station().position();
    if (probe.station().kind().equals("weather_mast")) {
      return weather.at(epochS, place);
    }
    long step = (long) Math.floor(epochS / WEATHER_STEP_S);
    if (step != weatherStep) {
      weatherStep = step;
      weatherNow.clear();
    }
    long square = Math.round(place.lon() * 20) * 100_000 + Math.round(place.lat() * 20);
    return weatherNow.computeIfAbsent(square, key -> weather.at(step * WEATHER_STEP_S, place));
  }

  private static Map<String, TankTruth> tanks(Park park) {
    Map<String, TankLimits> limits = TankLimits.of(park.series());
    Map<String, TankTruth> tanks = new HashMap<>();
    for (Tank tank : park.tanks()) {
      tanks.put(tank.id(), new TankTruth(tank, limits.getOrDefault(tank.id(), TankLimits.NONE)));
    }
    return tanks;
  }

  private static LonLat centre(Park park) {
    if (!park.areas().isEmpty()) {
      var middle = park.areas().get(0).bounds().centre();
      return new LonLat(middle.x, middle.y);
    }
    return park.stations().get(0).position();
  }

  /** The gust that a mast sees on top of the meandering wind. */
  static Wind gusty(Wind wind, long seed, double epochS) {
    double turnDeg = 6 * Noise.correlated(seed + 40, epochS, 6);
    double lift = Math.max(0.5, 1 + 0.11 * Noise.correlated(seed + 41, epochS, 6));
    return new Wind(wind.fromDeg() + turnDeg, wind.speedMps() * lift);
  }
}
