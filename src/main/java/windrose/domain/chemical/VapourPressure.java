package windrose.domain.chemical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;

/**
 * Vapour pressure of one substance from the fits that its row carries, and from the latent heat beyond them.
 *
 * <p>DIPPR-101: ln p = c1 + c2/T + c3 ln T + c4 T^c5. Antoine: log10 p = a − b/(T + c). Beyond a fit: ln(p/p0) = ΔH M/R (1/T0 −
 * 1/T) with the latent heat between the two temperatures (Clausius-Clapeyron), good to a few per cent over 30 K and to a
 * factor of about 1.5 over 100 K. Beyond 150 K from anything known it refuses.
 */
final class VapourPressure {
  private static final double MAX_STEP_K = 150;

  private final FluidProperties fluid;
  private final List<Fit> fits = new ArrayList<>();

  private interface Formula {
    double pascal(double temperatureK);
  }

  private record Fit(String name, double minK, double maxK, Formula formula) {
    boolean holds(double temperatureK) {
      return temperatureK >= minK && temperatureK <= maxK;
    }

    double nearest(double temperatureK) {
      return Math.max(minK, Math.min(maxK, temperatureK));
    }
  }

  /** A temperature and the pressure there, from which one may walk on. */
  private record Anchor(double temperatureK, double pressurePa) {}

  VapourPressure(FluidProperties fluid) {
    this.fluid = fluid;
    if (hasAll(
        SubstanceValue.DIPPR101_C1,
        SubstanceValue.DIPPR101_C2,
        SubstanceValue.DIPPR101_C3,
        SubstanceValue.DIPPR101_C4,
        SubstanceValue.DIPPR101_C5,
        SubstanceValue.DIPPR101_MIN_K,
        SubstanceValue.DIPPR101_MAX_K)) {
      fits.add(
          new Fit(
              "DIPPR-101",
              fluid.get(SubstanceValue.DIPPR101_MIN_K),
              fluid.get(SubstanceValue.DIPPR101_MAX_K),
              this::dippr));
    }
    if (hasAll(
        SubstanceValue.ANTOINE_A,
        SubstanceValue.ANTOINE_B,
        SubstanceValue.ANTOINE_C,
        SubstanceValue.ANTOINE_MIN_K,
        SubstanceValue.ANTOINE_MAX_K)) {
      fits.add(
          new Fit(
              "Antoine",
              fluid.get(SubstanceValue.ANTOINE_MIN_K),
              fluid.get(SubstanceValue.ANTOINE_MAX_K),
              this::antoine));
    }
  }

  double at(double temperatureK) {
    for (Fit fit : fits) {
      if (fit.holds(temperatureK)) {
        return fit.formula().pascal(temperatureK);
      }
    }
    double critical = fluid.criticalTemperatureK();
    if (temperatureK >= critical) {
      throw new ModelRefused(
          "temperatureK",
          "%s 在 %.1f K 没有蒸气压：其临界温度为 %.1f K。"
              .formatted(fluid.substance().nameZh(), temperatureK, critical),
          "%s has no vapour pressure at %.1f K: its critical temperature is %.1f K."
              .formatted(fluid.substance().nameEn(), temperatureK, critical));
    }
    return walked(temperatureK, anchor(temperatureK));
  }

  private Anchor anchor(double temperatureK) {
    Anchor best = null;
    for (Fit fit : fits) {
      double t = fit.nearest(temperatureK);
      if (best == null || Math.abs(t - temperatureK) < Math.abs(best.temperatureK - temperatureK)) {
        best = new Anchor(t, fit.formula().pascal(t));
      }
    }
    return best == null ? new Anchor(fluid.boilingPointK(), FluidProperties.normalPa()) : best;
  }

  private double walked(double temperatureK, Anchor from) {
    if (Math.abs(temperatureK - from.temperatureK) > MAX_STEP_K) {
      throw new ModelRefused(
          "temperatureK",
          "%s 的蒸气压只知道到 %.1f K，%.1f K 相差太远。"
              .formatted(fluid.substance().nameZh(), from.temperatureK, temperatureK),
          "The vapour pressure of %s is known up to %.1f K; %.1f K is too far from it."
              .formatted(fluid.substance().nameEn(), from.temperatureK, temperatureK));
    }
    double latent = fluid.latentHeatJPerKg((temperatureK + from.temperatureK) / 2);
    double slope = latent * fluid.molarMassKgPerMol() / FluidProperties.GAS_CONSTANT;
    return from.pressurePa * Math.exp(slope * (1 / from.temperatureK - 1 / temperatureK));
  }

  List<ModelNote> notes(double temperatureK) {
    if (fits.stream().anyMatch(fit -> fit.holds(temperatureK))
        || temperatureK >= fluid.criticalTemperatureK()) {
      return List.of();
    }
    if (fits.isEmpty()) {
      return List.of(
          fluid.note(
              "vapour-pressure-from-boiling-point",
              Map.of("temperatureK", temperatureK, "boilingPointK", fluid.boilingPointK())));
    }
    Anchor from = anchor(temperatureK);
    return List.of(
        fluid.note(
            "vapour-pressure-extrapolated",
            Map.of("temperatureK", temperatureK, "knownToK", from.temperatureK)));
  }

  private double dippr(double t) {
    return Math.exp(
        fluid.get(SubstanceValue.DIPPR101_C1)
            + fluid.get(SubstanceValue.DIPPR101_C2) / t
            + fluid.get(SubstanceValue.DIPPR101_C3) * Math.log(t)
            + fluid.get(SubstanceValue.DIPPR101_C4)
                * Math.pow(t, fluid.get(SubstanceValue.DIPPR101_C5)));
  }

  private double antoine(double t) {
    return Math.pow(
        10,
        fluid.get(SubstanceValue.ANTOINE_A)
            - fluid.get(SubstanceValue.ANTOINE_B) / (t + fluid.get(SubstanceValue.ANTOINE_C)));
  }

  private boolean hasAll(SubstanceValue... values) {
    for (SubstanceValue value : values) {
      if (!fluid.has(value)) {
        return false;
      }
    }
    return true;
  }
}
