package windrose.domain.blast;

import java.util.List;
import java.util.Optional;
import windrose.domain.chemical.Confidence;

/**
 * Solids and liquids that can explode without air, with the TNT that one kilogram acts like.
 *
 * <p>The share is strength times the part that takes part. It is written from memory of the named sources and says so: fires,
 * confinement and contamination change it more than a factor of two. Where no share is known the model refuses; a user may
 * give one with its source.
 *
 * @param tntShare kilograms of TNT per kilogram
 * @param selfReactive decomposes by its own heat: keep cool, keep apart; a runaway's course is not modelled
 */
public record ExplosiveStock(
    String cas,
    String nameZh,
    String nameEn,
    double tntShare,
    boolean selfReactive,
    String source,
    Confidence confidence) {
  private static final String MARLAIR =
      "Marlair & Kordek (2005), J. Hazard. Mater. A123: strength 0.3, efficiency below 1";
  private static final String MEYER =
      "heat of explosion in Meyer, Köhler, Homburg, Explosives, against 4.6 MJ/kg of TNT";
  private static final String PEROXIDES =
      "Lees, Loss Prevention in the Process Industries, organic peroxides: 0.25 to 0.3 of TNT";
  private static final List<ExplosiveStock> KNOWN =
      List.of(
          new ExplosiveStock(
              "6484-52-2", "硝酸铵", "Ammonium nitrate", 0.3, true, MARLAIR, Confidence.MEMORY),
          new ExplosiveStock(
              "94-36-0", "过氧化苯甲酰", "Dibenzoyl peroxide", 0.25, true, PEROXIDES, Confidence.MEMORY),
          new ExplosiveStock(
              "1338-23-4",
              "过氧化甲乙酮",
              "Methyl ethyl ketone peroxide",
              0.3,
              true,
              PEROXIDES,
              Confidence.MEMORY),
          new ExplosiveStock(
              "75-91-2",
              "叔丁基过氧化氢",
              "tert-Butyl hydroperoxide",
              0.3,
              true,
              PEROXIDES,
              Confidence.MEMORY),
          new ExplosiveStock(
              "118-96-7", "三硝基甲苯", "Trinitrotoluene", 1, false, MEYER, Confidence.SOURCED));

  public static Optional<ExplosiveStock> find(String cas) {
    return KNOWN.stream().filter(stock -> stock.cas().equals(cas)).findFirst();
  }

  public static List<ExplosiveStock> list() {
    return KNOWN;
  }
}
