package windrose.domain.release;

/** A chimney, vent or flare tip that blows upward. */
public record StackRelease(
    double rateKgPerS,
    double durationS,
    double heightM,
    double diameterM,
    double exitVelocityMps,
    double exitTemperatureK)
    implements ReleaseInput {
  public StackRelease {
    Inputs.within("source.rateKgPerS", "泄漏速率", rateKgPerS, 0, 1e5, "kg/s");
    Inputs.within("source.durationS", "泄漏时长", durationS, 0.1, 864_000, "s");
    Inputs.within("source.heightM", "烟囱高度", heightM, 0, 400, "m");
    Inputs.within("source.diameterM", "烟囱直径", diameterM, 0.01, 30, "m");
    Inputs.within("source.exitVelocityMps", "烟气出口速度", exitVelocityMps, 0, 400, "m/s");
    Inputs.within("source.exitTemperatureK", "烟气出口温度", exitTemperatureK, 150, 2_500, "K");
  }
}
