package windrose.domain.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.weather.Atmosphere;

/**
 * Fuel that burns where it leaves a hole under pressure.
 *
 * <p>Shape by {@link JetFlame}; the share of the burning power that it radiates is (0.21 e^(−0.00323 uj) + 0.11) times Cook's
 * factor for heavier fuels (Cook, Bahrami and Whitehouse 1990), spread evenly over its outside. Checked: ALOHA's distances for
 * methane and for two-phase propane within 6 %; radiometers of Johnson's natural gas test 1033 (1994) within 25 %.
 *
 * <p>Range: natural gas to LPG, 0.01 to some 1,000 kg/s; winds up to 50 m/s. Two-phase jets are taken as gas jets that burn
 * from near the hole: their length is then uncertain by half. A level jet that hits the ground or a vessel is not modelled. For
 * fuel that runs out and lies take {@link PoolFire}.
 */
public final class JetFire implements Fire {
  private static final double LARGEST_KG_PER_S = 5_000;
  private static final double LARGEST_HOLE_M = 3;

  private final Atmosphere air;
  private final JetFlame flame;
  private final double emissivePowerKwPerM2;
  private final double radiatedShare;
  private final double heightM;
  private final double[] base;
  private final double[] axis;
  private final FlameSurface surface;
  private final List<ModelNote> notes;

  private JetFire(JetFireInput input, FluidProperties fluid, Atmosphere air, FlameMethod method) {
    checkRange(input, air);
    this.air = air;
    heightM = input.heightM();
    ExpandedJet jet = ExpandedJet.of(input, fluid.molarMassKgPerMol(), fluid.heatRatio(), air);
    double elevation = Math.toRadians(input.elevationDeg());
    double azimuth = Math.toRadians(input.azimuthFromDownwindDeg());
    double[] out = {
      Math.cos(elevation) * Math.cos(azimuth),
      Math.cos(elevation) * Math.sin(azimuth),
      Math.sin(elevation)
    };
    double windMps = PoolFire.at10m(air);
    double angleDeg = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, out[0]))));
    flame =
        JetFlame.of(
            jet,
            windMps,
            angleDeg,
            AirDensity.kgPerM3(air),
            fuelMassShare(fluid, method),
            input.twoPhase(),
            method);
    axis = bent(out, Math.toRadians(flame.bendDeg()));
    base =
        new double[] {
          out[0] * flame.liftM(), out[1] * flame.liftM(), heightM + out[2] * flame.liftM()
        };
    surface =
        FlameSurface.frustum(
            base, axis, flame.frustumM(), flame.baseWidthM() / 2, flame.tipWidthM() / 2);
    radiatedShare =
        (0.21 * Math.exp(-0.00323 * jet.speedMps()) + 0.11)
            * cookFactor(fluid.molarMassKgPerMol() * 1000);
    emissivePowerKwPerM2 =
        radiatedShare
            * input.rateKgPerS()
            * fluid.heatOfCombustionJPerKg()
            / 1000
            / flame.surfaceM2();
    notes = notes(input);
  }

  public static JetFire of(
      JetFireInput input, FluidProperties fluid, Atmosphere air, FlameMethod method) {
    return new JetFire(input, fluid, air, method);
  }

  public double flameLengthM() {
    return flame.lengthM();
  }

  public double radiatedShare() {
    return radiatedShare;
  }

  @Override
  public double fluxKwPerM2(double downwindM, double acrossM, double heightM) {
    if (isInside(downwindM, acrossM, heightM)) {
      return emissivePowerKwPerM2;
    }
    FlameSurface.View view = surface.viewFrom(downwindM, acrossM, heightM);
    return emissivePowerKwPerM2
        * view.factor()
        * RadiationPath.transmittedShare(air, view.meanPathM());
  }

  @Override
  public double emissivePowerKwPerM2() {
    return emissivePowerKwPerM2;
  }

  @Override
  public double durationS() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double extentM() {
    return heightM + flame.lengthM() + flame.tipWidthM();
  }

  @Override
  public double surfaceM2() {
    return flame.surfaceM2();
  }

  @Override
  public List<ModelNote> notes() {
    return notes;
  }

  private boolean isInside(double x, double y, double z) {
    double dx = x - base[0];
    double dy = y - base[1];
    double dz = z - base[2];
    double along = dx * axis[0] + dy * axis[1] + dz * axis[2];
    if (along < 0 || along > flame.frustumM()) {
      return false;
    }
    double radius =
        (flame.baseWidthM() + (flame.tipWidthM() - flame.baseWidthM()) * along / flame.frustumM())
            / 2;
    return dx * dx + dy * dy + dz * dz - along * along <= radius * radius;
  }

  /**
   * The hole's axis turned by the bend: towards where the wind blows, or, when the jet's own heat lifts it, upwards.
   */
  private static double[] bent(double[] out, double bendRad) {
    double[] towards = bendRad >= 0 ? new double[] {1, 0, 0} : new double[] {0, 0, 1};
    double dot = out[0] * towards[0] + out[1] * towards[1] + out[2] * towards[2];
    double[] side = {
      towards[0] - dot * out[0], towards[1] - dot * out[1], towards[2] - dot * out[2]
    };
    double size = Math.sqrt(side[0] * side[0] + side[1] * side[1] + side[2] * side[2]);
    if (size < 1e-9) {
      return out;
    }
    double c = Math.cos(Math.abs(bendRad));
    double s = Math.sin(Math.abs(bendRad)) / size;
    return new double[] {
      c * out[0] + s * side[0], c * out[1] + s * side[1], c * out[2] + s * side[2]
    };
  }

  /** Cook's factor: heavier molecules make more soot, which shines. */
  private static double cookFactor(double molarMassGPerMol) {
    if (molarMassGPerMol < 21) {
      return 1;
    }
    return molarMassGPerMol <= 60 ? Math.sqrt(molarMassGPerMol / 21) : 1.69;
  }

  private static double fuelMassShare(FluidProperties fluid, FlameMethod method) {
    if (method == FlameMethod.SCREENING) {
      return Double.NaN;
    }
    return Stoichiometry.findFuelMassShare(fluid.substance(), fluid.molarMassKgPerMol())
        .orElseThrow(
            () ->
                new ModelRefused(
                    "substance.formula",
                    "计算火焰长度需要 %s 的分子式，物性数据表中没有。".formatted(fluid.substance().nameZh()),
                    "The length of the flame needs the formula of %s, which the table does not have."
                        .formatted(fluid.substance().nameEn())));
  }

  private List<ModelNote> notes(JetFireInput input) {
    List<ModelNote> said = new ArrayList<>();
    said.add(
        new ModelNote(
            "jet-fire-chamberlain",
            Weight.CHOICE,
            Map.of("lengthM", flame.lengthM(), "radiatedShare", radiatedShare)));
    if (input.twoPhase()) {
      said.add(new ModelNote("jet-fire-two-phase-as-gas", Weight.WARNING, Map.of()));
    }
    if (input.elevationDeg() < 45) {
      said.add(new ModelNote("jet-fire-impact-not-modelled", Weight.WARNING, Map.of()));
    }
    said.add(new ModelNote("smoke-not-modelled", Weight.WARNING, Map.of()));
    return List.copyOf(said);
  }

  private static void checkRange(JetFireInput input, Atmosphere air) {
    if (!(input.rateKgPerS() > 0 && input.rateKgPerS() <= LARGEST_KG_PER_S)) {
      throw new ModelRefused(
          "jetFire.rateKgPerS",
          "喷射火的泄漏速率应大于 0 且不超过 5,000 kg/s，现为 %s kg/s。".formatted(input.rateKgPerS()),
          "A jet fire is computed for more than 0 and up to 5,000 kg/s, not %s kg/s."
              .formatted(input.rateKgPerS()));
    }
    if (!(input.holeDiameterM() > 0 && input.holeDiameterM() <= LARGEST_HOLE_M)) {
      throw new ModelRefused(
          "jetFire.holeDiameterM",
          "喷射火的泄漏口直径应大于 0 且不超过 3 m，现为 %s m。".formatted(input.holeDiameterM()),
          "The hole of a jet fire is more than 0 and up to 3 m wide, not %s m."
              .formatted(input.holeDiameterM()));
    }
    if (!(input.temperatureK() > 20 && input.temperatureK() < 2_000)) {
      throw new ModelRefused(
          "jetFire.temperatureK",
          "容器内气体温度应在 20 至 2,000 K 之间，现为 %s K。".formatted(input.temperatureK()),
          "The gas in the vessel is between 20 and 2,000 K, not %s K."
              .formatted(input.temperatureK()));
    }
    if (!(air.wind().speedMps() <= 50)) {
      throw new ModelRefused(
          "weather.windMps",
          "火焰模型适用的风速不超过 50 m/s，现为 %s m/s。".formatted(air.wind().speedMps()),
          "Flames are computed for winds up to 50 m/s, not %s m/s."
              .formatted(air.wind().speedMps()));
    }
  }
}
