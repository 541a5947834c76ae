package windrose.domain.chemical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The concentrations of one substance that harm people, each set under its own name.
 *
 * <p>AEGL (general public, by duration), ERPG and PAC (one hour), IDLH of NIOSH and of GB/T 50493 (workers escaping; the two
 * differ up to three times), and the workplace limits of GBZ 2.1. What the table does not know is absent, never borrowed from
 * another set.
 */
public final class ToxicLevels {
  private static final int[] MINUTES = {10, 30, 60, 240, 480};

  private final Substance substance;
  private final FluidProperties fluid;

  ToxicLevels(FluidProperties fluid) {
    this.substance = fluid.substance();
    this.fluid = fluid;
  }

  /**
   * The AEGL of a tier (1 to 3) for an exposure of this long: on a straight line between the logarithms of its published
   * neighbours (National Research Council, Standing Operating Procedures for AEGLs, 2001, section 2.7).
   *
   * <p>Shorter than 10 minutes takes the 10-minute value and longer than 8 hours the 8-hour value. Absent when nothing
   * is published on one side of it.
   */
  public Optional<ToxicLevel> findAegl(int tier, double minutes) {
    if (tier < 1 || tier > 3 || !(minutes > 0)) {
      throw new IllegalArgumentException(
          "no AEGL of tier %d for %s minutes".formatted(tier, minutes));
    }
    double within = Math.max(MINUTES[0], Math.min(MINUTES[MINUTES.length - 1], minutes));
    int below = 0;
    int above = 0;
    for (int published : MINUTES) {
      boolean known = aegl(tier, published) != null;
      if (known && published <= within) {
        below = published;
      }
      if (known && published >= within && above == 0) {
        above = published;
      }
    }
    Sourced low = aegl(tier, below);
    Sourced high = aegl(tier, above);
    if (low == null || high == null) {
      return Optional.empty();
    }
    String code = "AEGL-%d (%s min)".formatted(tier, trimmed(minutes));
    if (below == above) {
      return Optional.of(level(code, low.value(), low, false));
    }
    double part = Math.log(within / below) / Math.log((double) above / below);
    double value = Math.exp((1 - part) * Math.log(low.value()) + part * Math.log(high.value()));
    return Optional.of(level(code, value, weaker(low, high), true));
  }

  /** ERPG of a tier, 1 to 3: one hour. */
  public Optional<ToxicLevel> findErpg(int tier) {
    return find(SubstanceValue.valueOf("ERPG" + tier), "ERPG-" + tier);
  }

  /** PAC of a tier, 1 to 3: one hour; it is the AEGL where there is one, else the ERPG, else the TEEL. */
  public Optional<ToxicLevel> findPac(int tier) {
    return find(SubstanceValue.valueOf("PAC" + tier), "PAC-" + tier);
  }

  /** What endangers life at once, of one set. */
  public Optional<ToxicLevel> findIdlh(IdlhSet set) {
    return find(set.value(), "IDLH (%s)".formatted(set.title()));
  }

  /** Everything known, the three AEGLs at one hour. */
  public List<ToxicLevel> list() {
    List<ToxicLevel> all = new ArrayList<>();
    for (int tier = 1; tier <= 3; tier++) {
      findAegl(tier, 60).ifPresent(all::add);
    }
    for (int tier = 1; tier <= 3; tier++) {
      findErpg(tier).ifPresent(all::add);
    }
    for (int tier = 1; tier <= 3; tier++) {
      findPac(tier).ifPresent(all::add);
    }
    for (IdlhSet set : IdlhSet.values()) {
      findIdlh(set).ifPresent(all::add);
    }
    find(SubstanceValue.OEL_MAC_MG_M3, "MAC (GBZ 2.1)").ifPresent(all::add);
    find(SubstanceValue.OEL_TWA_MG_M3, "PC-TWA (GBZ 2.1)").ifPresent(all::add);
    find(SubstanceValue.OEL_STEL_MG_M3, "PC-STEL (GBZ 2.1)").ifPresent(all::add);
    return all;
  }

  private Optional<ToxicLevel> find(SubstanceValue value, String code) {
    return substance.find(value).map(found -> level(code, found.value(), found, false));
  }

  private ToxicLevel level(String code, double value, Sourced sourced, boolean interpolated) {
    double molarMass = fluid.molarMassKgPerMol();
    return new ToxicLevel(
        code, value, sourced.unit(), molarMass, interpolated, sourced.provenance());
  }

  private @Nullable Sourced aegl(int tier, int minutes) {
    return minutes == 0
        ? null
        : substance
            .find(SubstanceValue.valueOf("AEGL%d_%dMIN".formatted(tier, minutes)))
            .orElse(null);
  }

  /** Whichever of the two can be trusted less. */
  private static Sourced weaker(Sourced one, Sourced other) {
    return one.provenance().confidence().compareTo(other.provenance().confidence()) >= 0
        ? one
        : other;
  }

  private static String trimmed(double minutes) {
    return minutes == Math.rint(minutes)
        ? String.valueOf((long) minutes)
        : String.format(Locale.ROOT, "%.1f", minutes);
  }
}
