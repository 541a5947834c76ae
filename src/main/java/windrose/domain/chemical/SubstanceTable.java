package windrose.domain.chemical;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.table.CsvMistake;

/** All substances we know, found by CAS number or by any of their names. */
public final class SubstanceTable {
  private final Map<String, Substance> byCas = new LinkedHashMap<>();
  private final Map<String, Substance> byName = new HashMap<>();

  /** A table of these; CAS numbers and names must each mean one substance. */
  public SubstanceTable(List<Substance> substances) {
    for (Substance substance : substances) {
      if (byCas.put(substance.cas(), substance) != null) {
        throw new IllegalArgumentException("two rows for " + substance.cas());
      }
    }
    for (Substance substance : substances) {
      String standIn = substance.standInCas();
      if (standIn != null && !byCas.containsKey(standIn)) {
        throw new IllegalArgumentException(
            "%s is computed as %s, which has no row".formatted(substance.cas(), standIn));
      }
      name(substance.nameEn(), substance);
      name(substance.nameZh(), substance);
      substance.synonyms().forEach(synonym -> name(synonym, substance));
    }
  }

  /**
   * Reads {@code substances.csv}, {@code values.csv} and {@code sources.csv}; a number that cannot be read stops it, it is
   * never skipped.
   */
  public static SubstanceTable parse(String substancesCsv, String valuesCsv, String sourcesCsv)
      throws CsvMistake {
    return new SubstanceTable(SubstanceRows.parse(substancesCsv, valuesCsv, sourcesCsv));
  }

  private void name(String name, Substance substance) {
    Substance other = byName.put(key(name), substance);
    if (other != null && !other.cas().equals(substance.cas())) {
      throw new IllegalArgumentException(
          "'%s' means both %s and %s".formatted(name, other.cas(), substance.cas()));
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  public Optional<Substance> findByCas(String cas) {
    return Optional.ofNullable(byCas.get(cas));
  }

  /** By English or Chinese name, formula-like short name or synonym, without regard to case. */
  public Optional<Substance> findByName(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /**
   * How a substance behaves, by CAS number or name; a mixture as the pure substance that stands in for it, which its notes say.
   */
  public FluidProperties getFluid(String casOrName) {
    Substance substance =
        findByCas(casOrName)
            .or(() -> findByName(casOrName))
            .orElseThrow(
                () ->
                    new ModelRefused(
                        "substance",
                        "物性数据表中没有物质“%s”。".formatted(casOrName),
                        "'%s' is no substance of the table.".formatted(casOrName)));
    return fluidOf(substance);
  }

  /** As {@link #getFluid}, for a substance at hand. */
  public FluidProperties fluidOf(Substance substance) {
    return Optional.ofNullable(substance.standInCas())
        .flatMap(this::findByCas)
        .map(standIn -> FluidProperties.standingIn(substance, standIn))
        .orElseGet(() -> FluidProperties.of(substance));
  }

  /** All, in the order of the file. */
  public List<Substance> list() {
    return List.copyOf(byCas.values());
  }
}
