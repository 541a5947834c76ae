package windrose.feature.simulator.truth;

import java.util.List;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;
import windrose.domain.plume.PuffSource;
import windrose.domain.plume.PuffTrain;
import windrose.domain.plume.Spread;
import windrose.domain.weather.Wind;
import windrose.domain.weather.WindProfile;

/**
 * A leak as it goes on: its cloud in the true wind, and what has crept into each sensor so far.
 *
 * <p>Advanced second by second by its one owner. The wind meanders, so puffs have the spread of single clouds; on top of it
 * every sensor sees its own flicker and answers with a first-order lag.
 */
public final class LeakRun {
  /** The course of a leak, as people are told. */
  public enum Phase {
    OPENING,
    LEAKING,
    CLOSING,
    DRIFTING,
    OVER
  }

  private static final double ROUGHNESS_M = 0.3;
  private static final double JET_SIGMA_M = 1;
  private static final double FORGET_BEYOND_M = 6_000;
  private static final double DRIFT_AT_MOST_S = 900;
  private static final int STEPS_AT_ONCE = 120;

  private final Leak leak;
  private final LonLat place;
  private final PuffSource source;
  private final WeatherTruth weather;
  private final double startS;
  private final List<Target> targets;
  private final double[] sensedKgPerM3;

  private PuffTrain cloud = PuffTrain.EMPTY;
  private double nowS;
  private double leakedKg;

  /** A sensor that would notice: where its head hangs and how fast it answers. */
  record Target(LocalPoint position, double heightM, double t90S, long seed) {}

  LeakRun(
      Leak leak,
      LonLat place,
      LocalPoint position,
      WeatherTruth weather,
      double startS,
      List<Target> targets) {
    this.leak = leak;
    this.place = place;
    this.source = new PuffSource(position.eastM(), position.northM(), leak.heightM(), JET_SIGMA_M);
    this.weather = weather;
    this.startS = startS;
    this.nowS = startS;
    this.targets = List.copyOf(targets);
    this.sensedKgPerM3 = new double[targets.size()];
  }

  /** Catches up to a moment, at most two minutes at once, so that a machine that slept does not stall. */
  public void advanceTo(double epochS) {
    for (int i = 0; i < STEPS_AT_ONCE && nowS + 1 <= epochS; i++) {
      step();
    }
  }

  private void step() {
    Weather air = weather.at(nowS, place);
    double transportMps =
        new WindProfile(air.stability(), ROUGHNESS_M)
            .transportMps(air.wind().speedMps(), leak.heightM());
    Wind carrying = air.wind().withSpeed(Math.max(0.3, transportMps));
    double rate = leak.rateKgPerS(nowS - startS);
    cloud = cloud.step(1, source, rate, carrying, air.stability(), Spread.PUFF);
    if (Math.round(nowS) % 10 == 0) {
      cloud = cloud.within(source.eastM(), source.northM(), FORGET_BEYOND_M);
    }
    leakedKg += rate;
    nowS += 1;
    for (int i = 0; i < sensedKgPerM3.length; i++) {
      Target target = targets.get(i);
      double mean =
          cloud.kgPerM3(target.position.eastM(), target.position.northM(), target.heightM);
      double outside = mean > 0 ? mean * Fluctuation.factor(target.seed, nowS) : 0;
      double answer = 1 - Math.exp(-Math.log(10) / target.t90S);
      sensedKgPerM3[i] += (outside - sensedKgPerM3[i]) * answer;
    }
  }

  public Phase phase() {
    double ageS = nowS - startS;
    if (ageS < leak.rampS()) {
      return Phase.OPENING;
    }
    if (ageS < leak.lengthS() - 180) {
      return Phase.LEAKING;
    }
    if (ageS < leak.lengthS()) {
      return Phase.CLOSING;
    }
    boolean gone = cloud.puffs().isEmpty() || ageS > leak.lengthS() + DRIFT_AT_MOST_S;
    return gone ? Phase.OVER : Phase.DRIFTING;
  }

  double sensedKgPerM3(int target) {
    return sensedKgPerM3[target];
  }

  public Leak leak() {
    return leak;
  }

  public PuffTrain cloud() {
    return cloud;
  }

  public double leakedKg() {
    return leakedKg;
  }
}
