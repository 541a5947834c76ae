package windrose.domain.dispersion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import windrose.domain.caveat.ModelNote;

/**
 * A cloud in a steady wind that answers for any place and time; x is downwind of the source, y across, z up.
 *
 * <p>Concentrations are mass of the substance per volume, averaged over the asked time; {@link GasAmount} turns them into ppm.
 * Never negative, never NaN. Immutable and cheap to ask: about 0.1 µs to 5 µs a point.
 */
public interface CloudModel {
  /** Which kind of cloud was computed. */
  enum Kind {
    PASSIVE_PLUME,
    SURFACE_LAYER_PLUME,
    HEAVY_PLUME,
    HEAVY_PUFF,
    PASSIVE_PUFF
  }

  Kind kind();

  /** What was chosen and why, what was assumed, where not to trust it. */
  List<ModelNote> notes();

  /** Height at which zones are drawn. */
  double receptorHeightM();

  /** Where the cloud begins upwind: 0 or below. */
  double nearestM();

  /** How far the model was asked to go. */
  double farthestM();

  /** What stands across the wind there at that time; of several sections the highest counts at each point. */
  List<CrossSection> sections(double downwindM, double heightM, double timeS);

  /** The highest that ever stands there. */
  List<CrossSection> maximumSections(double downwindM, double heightM);

  /** From when to when anything of the cloud is at this distance. */
  Presence passage(double downwindM);

  default double kgPerM3(double downwindM, double acrossM, double heightM, double timeS) {
    return highest(sections(downwindM, heightM, timeS), acrossM);
  }

  default double maximumKgPerM3(double downwindM, double acrossM, double heightM) {
    return highest(maximumSections(downwindM, heightM), acrossM);
  }

  /** The greatest distance on the axis at which the level is reached at receptor height; empty when nowhere. */
  default OptionalDouble reachM(double levelKgPerM3) {
    return CloudSearch.reachM(this, levelKgPerM3);
  }

  /** Greatest half-width of the area in which the level is reached. */
  default double halfWidthM(double levelKgPerM3) {
    return CloudSearch.halfWidthM(this, levelKgPerM3);
  }

  /** When the level is first and last exceeded at a point; empty when never. */
  default Optional<Presence> presence(
      double downwindM, double acrossM, double heightM, double levelKgPerM3) {
    return CloudSearch.presence(this, downwindM, acrossM, heightM, levelKgPerM3);
  }

  /** ∫ Cⁿ dt at a point over the whole passage, in (kg/m³)ⁿ s. */
  default double toxicLoad(double downwindM, double acrossM, double heightM, double exponent) {
    return CloudSearch.toxicLoad(this, downwindM, acrossM, heightM, exponent);
  }

  private static double highest(List<CrossSection> sections, double acrossM) {
    double highest = 0;
    for (int i = 0; i < sections.size(); i++) {
      highest = Math.max(highest, sections.get(i).kgPerM3(acrossM));
    }
    return highest;
  }
}
