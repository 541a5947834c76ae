package windrose.domain.release;

import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;

/**
 * A tank with a hole.
 *
 * @param fillShare share of the volume that is liquid; 0 for a gas
 * @param pressurePa absolute, of the space above the liquid; null takes the vapour pressure in a closed tank, as ALOHA does. A gas
 *     needs it
 * @param standsAtM height of the tank's bottom above the ground
 * @param bundAreaM2 that spilled liquid cannot leave; null when nothing holds it
 */
public record TankRelease(
    Vessel vessel,
    Phase phase,
    double fillShare,
    double temperatureK,
    @Nullable Double pressurePa,
    Opening opening,
    double standsAtM,
    Ground ground,
    @Nullable Double bundAreaM2)
    implements ReleaseInput {
  /** What the tank holds. */
  public enum Phase {
    LIQUID,
    GAS
  }

  public TankRelease {
    Inputs.within("source.fillShare", "充装率", fillShare, 0, 1, "");
    Inputs.within("source.temperatureK", "物料温度", temperatureK, 20, 1_000, "K");
    Inputs.within("source.standsAtM", "储罐离地高度", standsAtM, 0, 100, "m");
    if (pressurePa != null) {
      Inputs.within("source.pressurePa", "压力", pressurePa, 1_000, 1e8, "Pa");
    }
    if (bundAreaM2 != null) {
      Inputs.within("source.bundAreaM2", "围堰面积", bundAreaM2, 0.1, 200_000, "m²");
    }
    if (phase == Phase.LIQUID && fillShare == 0) {
      throw new ModelRefused(
          "source.fillShare", "罐内没有液体：充装率为 0。", "The tank holds no liquid: fillShare is 0.");
    }
    if (phase == Phase.GAS && pressurePa == null) {
      throw new ModelRefused(
          "source.pressurePa",
          "气体储罐需要给出绝对压力（Pa）。",
          "A gas tank needs its pressure in Pa absolute.");
    }
    if (opening.heightM() + opening.shape().tallM() > vessel.heightM() * 1.000_001) {
      throw new ModelRefused(
          "source.opening.heightM",
          "泄漏口必须在罐体之内：%.2f + %.2f m 高于罐高 %.2f m。"
              .formatted(opening.heightM(), opening.shape().tallM(), vessel.heightM()),
          "The hole must lie within the tank: %.2f + %.2f m is above its %.2f m."
              .formatted(opening.heightM(), opening.shape().tallM(), vessel.heightM()));
    }
  }

  public TankRelease withOpening(Opening other) {
    return new TankRelease(
        vessel, phase, fillShare, temperatureK, pressurePa, other, standsAtM, ground, bundAreaM2);
  }

  /** What is in the tank, in kg: of a liquid without the vapour above it. */
  public double massKg(FluidProperties fluid) {
    return phase == Phase.LIQUID
        ? vessel.volumeM3() * fillShare * fluid.liquidDensityKgPerM3(temperatureK)
        : vessel.volumeM3() * fluid.gasDensityKgPerM3(temperatureK, gasPressurePa());
  }

  /** Of a gas. */
  public double gasPressurePa() {
    if (pressurePa == null) {
      throw new ModelRefused(
          "source.pressurePa",
          "气体储罐需要给出绝对压力（Pa）。",
          "A gas tank needs its pressure in Pa absolute.");
    }
    return pressurePa;
  }
}
