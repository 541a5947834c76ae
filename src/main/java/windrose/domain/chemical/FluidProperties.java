package windrose.domain.chemical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;

/**
 * How a substance behaves as gas and liquid at a temperature, in SI units, as every consequence model asks it.
 *
 * <p>Built from the substances table. A value that the table does not have is refused by name, but only when a model asks for
 * it, so that a gas release does not fail for want of a melting point. Values away from the temperature at which they were
 * measured are carried there by corresponding states; {@link #rangeNotes} says when that goes beyond what was fitted.
 *
 * <p>For pure substances. Mixtures and solutions in water behave otherwise: their rows say so in their note.
 */
public final class FluidProperties {
  static final double GAS_CONSTANT = 8.314_462_618;

  /** Tyn and Calus give Tc ≈ 1.5 Tb for most organic liquids; ALOHA takes it too (NOAA OR&amp;R 43, section 3.3). */
  private static final double CRITICAL_OVER_BOILING = 1.5;

  /** Watson (1943), as in Poling et al., The Properties of Gases and Liquids, 5th ed., section 7-11; within 2 % of measured. */
  private static final double WATSON = 0.38;

  private static final double NORMAL_PA = 101_325;
  private final Substance substance;
  private final @Nullable Substance standIn;
  private final VapourPressure vapourPressure;

  private FluidProperties(Substance substance, @Nullable Substance standIn) {
    this.substance = substance;
    this.standIn = standIn;
    this.vapourPressure = new VapourPressure(this);
  }

  public static FluidProperties of(Substance substance) {
    return new FluidProperties(substance, null);
  }

  /** A mixture, with the physics of one pure substance and its own toxic levels and flammability where it has them. */
  static FluidProperties standingIn(Substance mixture, Substance standIn) {
    return new FluidProperties(mixture, standIn);
  }

  public Substance substance() {
    return substance;
  }

  public ToxicLevels toxicLevels() {
    return new ToxicLevels(this);
  }

  public double molarMassKgPerMol() {
    return get(SubstanceValue.MOLAR_MASS_G_MOL) / 1000;
  }

  public double boilingPointK() {
    return get(SubstanceValue.BOILING_POINT_K);
  }

  public double meltingPointK() {
    return get(SubstanceValue.MELTING_POINT_K);
  }

  /** Measured, or 1.5 times the boiling point, which {@link #rangeNotes} then says. */
  public double criticalTemperatureK() {
    return has(SubstanceValue.CRITICAL_TEMPERATURE_K)
        ? get(SubstanceValue.CRITICAL_TEMPERATURE_K)
        : CRITICAL_OVER_BOILING * boilingPointK();
  }

  /** γ = cp/cv of the gas at 298 K. */
  public double heatRatio() {
    return get(SubstanceValue.HEAT_CAPACITY_RATIO_298K);
  }

  public double gasHeatCapacityJPerKgK() {
    return get(SubstanceValue.HEAT_CAPACITY_GAS_298K_J_KG_K);
  }

  public double liquidHeatCapacityJPerKgK() {
    return get(SubstanceValue.HEAT_CAPACITY_LIQUID_J_KG_K);
  }

  /** The lower heating value. */
  public double heatOfCombustionJPerKg() {
    return get(SubstanceValue.HEAT_OF_COMBUSTION_J_KG);
  }

  public boolean isFlammable() {
    return has(SubstanceValue.LEL_VOL_PERCENT);
  }

  public double lelVolumeShare() {
    return get(SubstanceValue.LEL_VOL_PERCENT) / 100;
  }

  public double uelVolumeShare() {
    return get(SubstanceValue.UEL_VOL_PERCENT) / 100;
  }

  /**
   * Pressure of the vapour over its liquid, from 0 to the critical temperature.
   *
   * <p>The DIPPR-101 fit where it holds, else the Antoine fit where it holds, else carried on from the nearer end with the
   * latent heat (Clausius-Clapeyron), which {@link #rangeNotes} says.
   */
  public double vapourPressurePa(double temperatureK) {
    return vapourPressure.at(checked(temperatureK));
  }

  /**
   * Density of the saturated liquid, carried from its measured temperature with the Rackett equation as modified by Spencer
   * and Danner (1972), Poling et al., section 4-11: within 2 % for most, 6 % for strongly polar ones.
   */
  public double liquidDensityKgPerM3(double temperatureK) {
    double atK = get(SubstanceValue.LIQUID_DENSITY_AT_K);
    double density = get(SubstanceValue.LIQUID_DENSITY_KG_M3);
    if (checked(temperatureK) == atK) {
      return density;
    }
    double critical = belowCritical(temperatureK, "液体密度", "its liquid's density");
    double rackett = 0.29056 - 0.08775 * acentricFactor();
    double here = Math.pow(1 - temperatureK / critical, 2.0 / 7);
    double there = Math.pow(1 - Math.min(atK / critical, 0.999), 2.0 / 7);
    return density * Math.pow(rackett, there - here);
  }

  /** Heat that one kilogram takes to evaporate, carried from the boiling point with Watson's rule. */
  public double latentHeatJPerKg(double temperatureK) {
    double critical = belowCritical(checked(temperatureK), "汽化热", "its latent heat");
    double atBoiling = get(SubstanceValue.HEAT_OF_VAPORIZATION_J_KG);
    return atBoiling * Math.pow((critical - temperatureK) / (critical - boilingPointK()), WATSON);
  }

  /** Density of the gas by Peng and Robinson (1976) when its critical constants are known, else as an ideal gas. */
  public double gasDensityKgPerM3(double temperatureK, double pressurePa) {
    if (!(pressurePa >= 0) || !Double.isFinite(pressurePa)) {
      throw new ModelRefused(
          "pressurePa",
          "压力应不小于 0 Pa，现为 %s。".formatted(pressurePa),
          "A pressure is 0 Pa or more, not %s.".formatted(pressurePa));
    }
    return pressurePa
        * molarMassKgPerMol()
        / (compressibility(temperatureK, pressurePa) * GAS_CONSTANT * checked(temperatureK));
  }

  /** Z = pV/(nRT) of the gas; 1 when the critical constants are unknown, which {@link #rangeNotes} says. */
  public double compressibility(double temperatureK, double pressurePa) {
    if (!hasEquationOfState()) {
      return 1;
    }
    return PengRobinson.gasCompressibility(
        checked(temperatureK),
        pressurePa,
        get(SubstanceValue.CRITICAL_TEMPERATURE_K),
        get(SubstanceValue.CRITICAL_PRESSURE_PA),
        get(SubstanceValue.ACENTRIC_FACTOR));
  }

  /** What must be said about the values at this temperature: fits left behind, constants estimated. */
  public List<ModelNote> rangeNotes(double temperatureK) {
    List<ModelNote> notes = new ArrayList<>(vapourPressure.notes(temperatureK));
    if (standIn != null) {
      notes.add(
          new ModelNote(
              "computed-as-a-pure-substance",
              Weight.WARNING,
              Map.of(
                  "substance",
                  substance.nameEn(),
                  "substanceZh",
                  substance.nameZh(),
                  "standIn",
                  standIn.nameEn(),
                  "standInZh",
                  standIn.nameZh())));
    }
    if (!has(SubstanceValue.CRITICAL_TEMPERATURE_K)) {
      notes.add(note("critical-temperature-estimated", Map.of("factor", CRITICAL_OVER_BOILING)));
    }
    if (!hasEquationOfState()) {
      notes.add(note("gas-taken-as-ideal", Map.of()));
    }
    return notes;
  }

  ModelNote note(String code, Map<String, Object> values) {
    Map<String, Object> all = new java.util.HashMap<>(values);
    all.put("substance", substance.nameEn());
    all.put("substanceZh", substance.nameZh());
    return new ModelNote(code, Weight.ASSUMPTION, all);
  }

  private boolean hasEquationOfState() {
    return has(SubstanceValue.CRITICAL_TEMPERATURE_K)
        && has(SubstanceValue.CRITICAL_PRESSURE_PA)
        && has(SubstanceValue.ACENTRIC_FACTOR);
  }

  /** Pitzer's ω; without it 0.25, the middle of ordinary organic liquids, moves a density by less than 1 % per 30 K. */
  private double acentricFactor() {
    return find(SubstanceValue.ACENTRIC_FACTOR).map(Sourced::value).orElse(0.25);
  }

  private double belowCritical(double temperatureK, String whatZh, String what) {
    double critical = criticalTemperatureK();
    if (temperatureK >= critical) {
      throw new ModelRefused(
          "temperatureK",
          "%s 在 %.1f K 没有液态（临界温度 %.1f K），%s不存在。"
              .formatted(substance.nameZh(), temperatureK, critical, whatZh),
          "%s has no liquid at %.1f K, above its critical temperature of %.1f K: %s does not exist there."
              .formatted(substance.nameEn(), temperatureK, critical, what));
    }
    return critical;
  }

  private double checked(double temperatureK) {
    if (!(temperatureK > 0 && temperatureK < 5_000)) {
      throw new ModelRefused(
          "temperatureK",
          "温度应在 0 至 5,000 K 之间，现为 %s。".formatted(temperatureK),
          "A temperature lies between 0 and 5,000 K, not %s.".formatted(temperatureK));
    }
    return temperatureK;
  }

  public boolean has(SubstanceValue value) {
    return find(value).isPresent();
  }

  /** The physics all from one substance: half of one and half of another would fit neither. */
  private Optional<Sourced> find(SubstanceValue value) {
    if (standIn == null) {
      return substance.find(value);
    }
    return value.group() == ValueGroup.THERMO
        ? standIn.find(value)
        : substance.find(value).or(() -> standIn.find(value));
  }

  /** The value, or a refusal that names it. */
  public double get(SubstanceValue value) {
    return find(value)
        .map(Sourced::value)
        .orElseThrow(
            () ->
                new ModelRefused(
                    "substance." + value.code(),
                    "物性数据表中没有 %s（CAS %s）的%s，而该模型需要它。"
                        .formatted(substance.nameZh(), substance.cas(), value.nameZh()),
                    "The substances table has no %s of %s (CAS %s), and this model needs it."
                        .formatted(value.code(), substance.nameEn(), substance.cas())));
  }

  /** Pressure at which the boiling point is measured. */
  static double normalPa() {
    return NORMAL_PA;
  }
}
