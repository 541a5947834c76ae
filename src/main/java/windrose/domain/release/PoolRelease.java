package windrose.domain.release;

import org.jspecify.annotations.Nullable;

/**
 * A liquid that lies on the ground.
 *
 * @param areaM2 of the pool; null lets it spread until it is 5 mm thin or fills the bund
 * @param bundAreaM2 that it cannot leave; null when nothing holds it
 * @param temperatureK null takes the air's, or the boiling point when that is lower
 * @param groundTemperatureK null takes the air's
 */
public record PoolRelease(
    double massKg,
    @Nullable Double areaM2,
    @Nullable Double bundAreaM2,
    @Nullable Double temperatureK,
    Ground ground,
    @Nullable Double groundTemperatureK)
    implements ReleaseInput {
  public PoolRelease {
    Inputs.within("source.massKg", "泄漏量", massKg, 0.001, 5e8, "kg");
    if (areaM2 != null) {
      Inputs.within("source.areaM2", "液池面积", areaM2, 0.01, 200_000, "m²");
    }
    if (bundAreaM2 != null) {
      Inputs.within("source.bundAreaM2", "围堰面积", bundAreaM2, 0.01, 200_000, "m²");
    }
    if (temperatureK != null) {
      Inputs.within("source.temperatureK", "物料温度", temperatureK, 20, 1_000, "K");
    }
    if (groundTemperatureK != null) {
      Inputs.within("source.groundTemperatureK", "地面温度", groundTemperatureK, 200, 350, "K");
    }
  }
}
