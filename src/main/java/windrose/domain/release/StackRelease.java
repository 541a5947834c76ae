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
    Inputs.within("source.rateKgPerS", rateKgPerS, 0, 1e5, "kg/s");
    Inputs.within("source.durationS", durationS, 0.1, 864_000, "s");
    Inputs.within("source.heightM", heightM, 0, 400, "m");
    Inputs.within("source.diameterM", diameterM, 0.01, 30, "m");
    Inputs.within("source.exitVelocityMps", exitVelocityMps, 0, 400, "m/s");
    Inputs.within("source.exitTemperatureK", exitTemperatureK, 150, 2_500, "K");
  }
}
