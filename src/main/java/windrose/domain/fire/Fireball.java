package windrose.domain.fire;

import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.weather.Atmosphere;

/**
 * The fireball of a vessel that bursts (BLEVE): a ball that touches the ground, shines for seconds and is gone.
 *
 * <p>D = 5.8 m^(1/3), t = 0.852 m^0.26 (screening) or 0.45 m^(1/3) below and 2.6 m^(1/6) above 30 t (CCPS 1999, section
 * 2.2.6), 350 kW/m² scaled down with the heat of combustion against 46 MJ/kg, as ALOHA has it (NOAA OR&amp;R 43, section 6.3); view
 * factor r²/d². Meets ALOHA's distances within 2 %. The whole content burns in it: a cautious assumption, a half-full
 * vessel's ball is smaller. Measured emissive powers run from 270 to 400 kW/m².
 *
 * <p>Range: 1 kg to 5,000 t. It does not give the vessel's fragments or its pressure wave, which kill too: fragments fly
 * several ball diameters.
 */
public final class Fireball implements Fire {
  private static final double LARGEST_KG = 5_000_000;
  private static final double FULL_POWER_KW_PER_M2 = 350;
  private static final double FULL_POWER_J_PER_KG = 46e6;

  private final Atmosphere air;
  private final double massKg;
  private final FlameMethod method;
  private final double emissivePowerKwPerM2;

  private Fireball(double massKg, FluidProperties fluid, Atmosphere air, FlameMethod method) {
    if (!(massKg >= 1 && massKg <= LARGEST_KG)) {
      throw new ModelRefused(
          "fireball.massKg",
          "火球的物料量应在 1 kg 至 5,000 t 之间，现为 %s kg。".formatted(massKg),
          "A fireball is computed for 1 kg to 5,000 t, not %s kg.".formatted(massKg));
    }
    this.air = air;
    this.massKg = massKg;
    this.method = method;
    this.emissivePowerKwPerM2 =
        FULL_POWER_KW_PER_M2 * Math.min(1, fluid.heatOfCombustionJPerKg() / FULL_POWER_J_PER_KG);
  }

  public static Fireball of(
      double massKg, FluidProperties fluid, Atmosphere air, FlameMethod method) {
    return new Fireball(massKg, fluid, air, method);
  }

  public double diameterM() {
    return 5.8 * Math.cbrt(massKg);
  }

  @Override
  public double fluxKwPerM2(double downwindM, double acrossM, double heightM) {
    double radius = diameterM() / 2;
    double above = heightM - radius;
    double squared = downwindM * downwindM + acrossM * acrossM + above * above;
    if (squared <= radius * radius) {
      return emissivePowerKwPerM2;
    }
    double path = Math.sqrt(squared) - radius;
    return emissivePowerKwPerM2
        * radius
        * radius
        / squared
        * RadiationPath.transmittedShare(air, path);
  }

  @Override
  public double emissivePowerKwPerM2() {
    return emissivePowerKwPerM2;
  }

  @Override
  public double durationS() {
    if (method == FlameMethod.SCREENING) {
      return 0.852 * Math.pow(massKg, 0.26);
    }
    return massKg < 30_000 ? 0.45 * Math.cbrt(massKg) : 2.6 * Math.pow(massKg, 1.0 / 6);
  }

  @Override
  public double extentM() {
    return diameterM();
  }

  @Override
  public double surfaceM2() {
    return Math.PI * diameterM() * diameterM();
  }

  @Override
  public List<ModelNote> notes() {
    return List.of(
        new ModelNote("fireball-whole-content", Weight.ASSUMPTION, Map.of("massKg", massKg)),
        new ModelNote("fragments-not-modelled", Weight.WARNING, Map.of()));
  }
}
