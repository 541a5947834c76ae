package windrose.domain.consequence;

import org.jspecify.annotations.Nullable;
import windrose.domain.blast.Congestion;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.dispersion.DispersionOptions.Mode;
import windrose.domain.fire.FlameMethod;
import windrose.domain.fire.JetFireInput;
import windrose.domain.fire.PoolFireInput;
import windrose.domain.release.ReleaseOptions;

/**
 * How a scenario is computed, and what it takes instead of deriving it from the release.
 *
 * @param dispersion for toxic gas; flammable gas takes the same with an averaging time of 10 s
 * @param congestion where the cloud explodes
 * @param detonation set off by a strong igniter instead of a spark
 * @param pool a burning pool; null derives it from the release
 * @param jet a burning jet; null derives it from the release
 * @param fireballMassKg null takes the whole content of the vessel
 * @param stockMassKg that explodes where it lies
 * @param tntShare kilograms of TNT that act like one kilogram of the stock; null takes the known one
 */
public record ScenarioOptions(
    ReleaseOptions release,
    DispersionOptions dispersion,
    FlameMethod flames,
    Congestion congestion,
    boolean detonation,
    @Nullable PoolFireInput pool,
    @Nullable JetFireInput jet,
    @Nullable Double fireballMassKg,
    @Nullable Double stockMassKg,
    @Nullable Double tntShare) {
  /** As ALOHA. */
  public static ScenarioOptions screening() {
    return of(ReleaseOptions.ALOHA, DispersionOptions.screening(), FlameMethod.SCREENING);
  }

  /** As well as we can. */
  public static ScenarioOptions accurate() {
    return of(ReleaseOptions.ACCURATE, DispersionOptions.accurate(), FlameMethod.MEASURED);
  }

  private static ScenarioOptions of(
      ReleaseOptions release, DispersionOptions dispersion, FlameMethod flames) {
    return new ScenarioOptions(
        release, dispersion, flames, Congestion.HIGH, false, null, null, null, null, null);
  }

  public boolean isScreening() {
    return dispersion.mode() == Mode.SCREENING;
  }

  public ScenarioOptions withDispersion(DispersionOptions other) {
    return new ScenarioOptions(
        release,
        other,
        flames,
        congestion,
        detonation,
        pool,
        jet,
        fireballMassKg,
        stockMassKg,
        tntShare);
  }

  public ScenarioOptions withExplosion(Congestion place, boolean detonates) {
    return new ScenarioOptions(
        release,
        dispersion,
        flames,
        place,
        detonates,
        pool,
        jet,
        fireballMassKg,
        stockMassKg,
        tntShare);
  }

  public ScenarioOptions withPool(PoolFireInput burning) {
    return new ScenarioOptions(
        release,
        dispersion,
        flames,
        congestion,
        detonation,
        burning,
        jet,
        fireballMassKg,
        stockMassKg,
        tntShare);
  }

  public ScenarioOptions withJet(JetFireInput burning) {
    return new ScenarioOptions(
        release,
        dispersion,
        flames,
        congestion,
        detonation,
        pool,
        burning,
        fireballMassKg,
        stockMassKg,
        tntShare);
  }

  public ScenarioOptions withFireball(double massKg) {
    return new ScenarioOptions(
        release,
        dispersion,
        flames,
        congestion,
        detonation,
        pool,
        jet,
        massKg,
        stockMassKg,
        tntShare);
  }

  /**
   * A stock that explodes where it lies.
   *
   * @param share null takes the known one
   */
  public ScenarioOptions withStock(double massKg, @Nullable Double share) {
    return new ScenarioOptions(
        release,
        dispersion,
        flames,
        congestion,
        detonation,
        pool,
        jet,
        fireballMassKg,
        massKg,
        share);
  }
}
