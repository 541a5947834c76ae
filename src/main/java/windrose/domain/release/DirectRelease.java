package windrose.domain.release;

import org.jspecify.annotations.Nullable;

/**
 * A rate or an amount that somebody knows or assumes.
 *
 * @param instantMassKg released at once; 0 for a release over time
 * @param rateKgPerS over {@code durationS}; 0 when all comes at once
 * @param temperatureK of what leaves, at ambient pressure; null takes the air's, or the boiling point of drops
 * @param liquidShare carried along as drops, 0 to 1
 */
public record DirectRelease(
    double instantMassKg,
    double rateKgPerS,
    double durationS,
    @Nullable Double temperatureK,
    double liquidShare,
    double heightM,
    double velocityMps)
    implements ReleaseInput {
  public DirectRelease {
    Inputs.within("source.instantMassKg", "瞬时泄漏量", instantMassKg, 0, 5e8, "kg");
    Inputs.within("source.rateKgPerS", "泄漏速率", rateKgPerS, 0, 1e6, "kg/s");
    Inputs.within("source.durationS", "泄漏时长", durationS, 0, 864_000, "s");
    Inputs.within("source.liquidShare", "液体份额", liquidShare, 0, 1, "");
    Inputs.within("source.heightM", "泄漏高度", heightM, 0, 500, "m");
    Inputs.within("source.velocityMps", "泄漏速度", velocityMps, 0, 3_000, "m/s");
    if (temperatureK != null) {
      Inputs.within("source.temperatureK", "物料温度", temperatureK, 20, 3_000, "K");
    }
  }

  /** Gas at the temperature of the air, from the ground. */
  public static DirectRelease ofRate(double rateKgPerS, double durationS) {
    return new DirectRelease(0, rateKgPerS, durationS, null, 0, 0, 0);
  }

  public static DirectRelease ofMass(double massKg) {
    return new DirectRelease(massKg, 0, 0, null, 0, 0, 0);
  }
}
