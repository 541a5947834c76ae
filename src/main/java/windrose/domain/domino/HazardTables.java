package windrose.domain.domino;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.chemical.Confidence;
import windrose.domain.chemical.Substance;
import windrose.domain.fire.Stoichiometry;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/**
 * Warnings that need no sum: which substances must not meet, and which poisons a fire gives off.
 *
 * <p>Read from small tables in which each entry names its source. What is not listed is unknown, not harmless.
 */
public final class HazardTables {
  /** A rule for the elements that a substance must hold, joined by plus, or for one substance. */
  private record ProductRule(String elements, String cas, CombustionProduct product) {
    boolean isOfAll(Map<String, Integer> atoms) {
      return !elements.isEmpty() && atoms.keySet().containsAll(List.of(elements.split("\\+")));
    }
  }

  private final List<Incompatibility> pairs;
  private final List<ProductRule> products;

  private HazardTables(List<Incompatibility> pairs, List<ProductRule> products) {
    this.pairs = List.copyOf(pairs);
    this.products = List.copyOf(products);
  }

  /**
   * Reads the two tables.
   *
   * @param incompatibleCsv and {@code combustionCsv} as in {@code gis-data/hazards}
   */
  public static HazardTables parse(String incompatibleCsv, String combustionCsv) throws CsvMistake {
    List<Incompatibility> pairs = new ArrayList<>();
    for (CsvRow row : CsvTable.parse(incompatibleCsv).rows()) {
      pairs.add(
          new Incompatibility(
              get(row, "cas_a"),
              get(row, "cas_b"),
              get(row, "danger"),
              get(row, "danger_en"),
              get(row, "danger_zh"),
              get(row, "source"),
              confidence(row)));
    }
    List<ProductRule> products = new ArrayList<>();
    for (CsvRow row : CsvTable.parse(combustionCsv).rows()) {
      products.add(
          new ProductRule(
              row.find("element").orElse(""),
              row.find("cas").orElse(""),
              new CombustionProduct(
                  get(row, "product_cas"),
                  get(row, "product_en"),
                  get(row, "product_zh"),
                  get(row, "source"),
                  confidence(row))));
    }
    return new HazardTables(pairs, products);
  }

  public List<Incompatibility> listIncompatible(String cas, String otherCas) {
    return pairs.stream().filter(pair -> pair.isOf(cas, otherCas)).toList();
  }

  /** Of a substance that burns, by its formula and by its number; empty when the formula is unknown and nothing is listed. */
  public List<CombustionProduct> listCombustionProducts(Substance substance) {
    Map<String, Integer> atoms = Stoichiometry.findAtoms(substance).orElse(Map.of());
    return products.stream()
        .filter(rule -> rule.cas.equals(substance.cas()) || rule.isOfAll(atoms))
        .map(ProductRule::product)
        .distinct()
        .toList();
  }

  private static Confidence confidence(CsvRow row) throws CsvMistake {
    String text = get(row, "confidence");
    return Confidence.find(text)
        .orElseThrow(() -> new CsvMistake(row.line(), "'" + text + "' is not a confidence"));
  }

  private static String get(CsvRow row, String column) throws CsvMistake {
    return row.find(column)
        .orElseThrow(() -> new CsvMistake(row.line(), "the cell '" + column + "' is empty"));
  }
}
