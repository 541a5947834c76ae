package windrose.domain.fire;

import org.jspecify.annotations.Nullable;

/**
 * A burning pool.
 *
 * @param liquidK its temperature at ignition
 * @param massKg what there is to burn; null when unknown
 * @param onWater whether water lies under it, which makes liquefied gases burn faster
 * @param burningRateKgPerM2S measured; null takes the rule
 */
public record PoolFireInput(
    double diameterM,
    double liquidK,
    @Nullable Double massKg,
    boolean onWater,
    @Nullable Double burningRateKgPerM2S) {
  public static PoolFireInput ofArea(double areaM2, double liquidK) {
    return new PoolFireInput(Math.sqrt(4 * areaM2 / Math.PI), liquidK, null, false, null);
  }
}
