package windrose.domain.blast;

import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;

/**
 * An explosion as strong as so much TNT on the ground.
 *
 * <p>{@link KinneyGraham} with 1.8 times the charge for the reflection at the ground (2 less what the crater takes; CCPS 1999,
 * section 2.2.2). For condensed explosives and stocks that decompose like one; for gas clouds only as a check, since they push
 * more softly near and longer far away: take {@link VapourCloudExplosion}.
 */
public final class TntExplosion implements Explosion {
  /** Heat of explosion of TNT, CCPS (1999): 4.6 MJ/kg (other books 4.2 to 4.7). */
  public static final double TNT_J_PER_KG = 4.6e6;

  private static final double GROUND = 1.8;
  private static final double LARGEST_KG = 1e8;

  private final double tntKg;
  private final double centreDownwindM;
  private final double ambientPa;

  private TntExplosion(double tntKg, double centreDownwindM, double ambientPa) {
    if (!(tntKg > 0 && tntKg <= LARGEST_KG)) {
      throw new ModelRefused(
          "explosion.massKg",
          "装药量应大于 0 且不超过 100,000 t TNT，现为 %s kg。".formatted(tntKg),
          "The charge must be more than 0 and at most 100,000 t of TNT, not %s kg."
              .formatted(tntKg));
    }
    this.tntKg = tntKg;
    this.centreDownwindM = centreDownwindM;
    this.ambientPa = ambientPa;
  }

  public static TntExplosion ofEnergy(double energyJ, double centreDownwindM, double ambientPa) {
    return new TntExplosion(energyJ / TNT_J_PER_KG, centreDownwindM, ambientPa);
  }

  /**
   * A stock that explodes where it lies.
   *
   * @param tntShare kilograms of TNT that act like one kilogram of the stock, 0 to 2; see {@link ExplosiveStock}
   */
  public static TntExplosion ofStock(double massKg, double tntShare, double ambientPa) {
    if (!(tntShare > 0 && tntShare <= 2)) {
      throw new ModelRefused(
          "explosion.tntShare",
          "1 kg 物质的 TNT 当量应大于 0 且不超过 2 kg，现为 %s。".formatted(tntShare),
          "One kilogram acts like more than 0 and up to 2 kg of TNT, not %s.".formatted(tntShare));
    }
    return new TntExplosion(massKg * tntShare, 0, ambientPa);
  }

  public double tntKg() {
    return tntKg;
  }

  @Override
  public double centreDownwindM() {
    return centreDownwindM;
  }

  @Override
  public double overpressurePa(double fromCentreM) {
    return ambientPa * KinneyGraham.ratio(fromCentreM / Math.cbrt(GROUND * tntKg));
  }

  @Override
  public List<ModelNote> notes() {
    return List.of(
        new ModelNote("explosion-tnt", Weight.CHOICE, Map.of("tntKg", tntKg)),
        new ModelNote("fragments-not-modelled", Weight.WARNING, Map.of()));
  }
}
