package windrose.domain.chemical;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.chemical.Provenance.Source;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/** Turns the rows of the substances file into substances. */
final class SubstanceRows {
  private final Map<String, Source> sources;
  private final Map<String, Map<SubstanceValue, Sourced>> single = new HashMap<>();

  private SubstanceRows(Map<String, Source> sources) {
    this.sources = sources;
  }

  static List<Substance> parse(String substancesCsv, String valuesCsv, String sourcesCsv)
      throws CsvMistake {
    Map<String, Source> sources = new HashMap<>();
    for (CsvRow row : CsvTable.parse(sourcesCsv).rows()) {
      String code = get(row, "code");
      sources.put(code, new Source(code, get(row, "title"), get(row, "licence")));
    }
    SubstanceRows reader = new SubstanceRows(sources);
    for (CsvRow row : CsvTable.parse(valuesCsv).rows()) {
      reader.takeSingle(row);
    }
    List<Substance> substances = new ArrayList<>();
    for (CsvRow row : CsvTable.parse(substancesCsv).rows()) {
      substances.add(reader.substance(row));
    }
    if (!reader.single.isEmpty()) {
      throw new CsvMistake(1, "values of substances that have no row: " + reader.single.keySet());
    }
    return substances;
  }

  /** One value with a provenance of its own. */
  private void takeSingle(CsvRow row) throws CsvMistake {
    String code = get(row, "value");
    SubstanceValue value =
        SubstanceValue.find(code)
            .orElseThrow(() -> new CsvMistake(row.line(), "'" + code + "' is not a value we know"));
    Sourced sourced =
        new Sourced(
            number(row, code, get(row, "number")),
            value.unit(get(row, "unit")),
            provenance(row, row.find("source"), get(row, "confidence")));
    if (!sourced.unit().equals(get(row, "unit"))) {
      throw new CsvMistake(row.line(), "%s is in %s".formatted(code, sourced.unit()));
    }
    Map<SubstanceValue, Sourced> ofSubstance =
        single.computeIfAbsent(get(row, "cas"), cas -> new EnumMap<>(SubstanceValue.class));
    if (ofSubstance.put(value, sourced) != null) {
      throw new CsvMistake(row.line(), "the second " + code + " of " + get(row, "cas"));
    }
  }

  private Substance substance(CsvRow row) throws CsvMistake {
    String cas = get(row, "cas");
    if (!CasNumber.isValid(cas)) {
      throw new CsvMistake(row.line(), "'" + cas + "' is not a CAS number (its check digit)");
    }
    return new Substance(
        cas,
        get(row, "name_zh"),
        get(row, "name_en"),
        row.find("synonyms").map(names -> List.of(names.split(";", -1))).orElse(List.of()),
        row.find("formula").orElse(null),
        row.find("un").orElse(null),
        row.find("erg_guide").orElse(null),
        provenance(row, ValueGroup.IDENTITY),
        row.find("antoine_fit").orElse(null),
        row.find("stand_in_cas").orElse(null),
        row.find("note").orElse(null),
        values(row, cas));
  }

  private Map<SubstanceValue, Sourced> values(CsvRow row, String cas) throws CsvMistake {
    String exposureUnit = get(row, "exposure_unit");
    Map<SubstanceValue, Sourced> values = new EnumMap<>(SubstanceValue.class);
    for (SubstanceValue value : SubstanceValue.values()) {
      Optional<String> text = row.find(value.code());
      if (text.isPresent()) {
        values.put(
            value,
            new Sourced(
                number(row, value.code(), text.get()),
                value.unit(exposureUnit),
                provenance(row, value.group())));
      }
    }
    Map<SubstanceValue, Sourced> more = single.remove(cas);
    if (more != null) {
      for (Map.Entry<SubstanceValue, Sourced> one : more.entrySet()) {
        if (values.put(one.getKey(), one.getValue()) != null) {
          throw new CsvMistake(row.line(), one.getKey().code() + " stands in both files");
        }
      }
    }
    return values;
  }

  private Provenance provenance(CsvRow row, ValueGroup group) throws CsvMistake {
    return provenance(
        row, row.find(group.code() + "_source"), get(row, group.code() + "_confidence"));
  }

  private Provenance provenance(CsvRow row, Optional<String> code, String confidence)
      throws CsvMistake {
    Source source = code.map(sources::get).orElse(null);
    if (code.isPresent() && source == null) {
      throw new CsvMistake(row.line(), "'" + code.get() + "' is not a code of the sources file");
    }
    return new Provenance(
        source,
        Confidence.find(confidence)
            .orElseThrow(
                () ->
                    new CsvMistake(
                        row.line(),
                        "'%s' is not a confidence (sourced, checked, memory)"
                            .formatted(confidence))));
  }

  private static double number(CsvRow row, String column, String text) throws CsvMistake {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw new CsvMistake(row.line(), "%s: '%s' is not a number".formatted(column, text));
  }

  private static String get(CsvRow row, String column) throws CsvMistake {
    return row.find(column)
        .orElseThrow(() -> new CsvMistake(row.line(), "the cell '" + column + "' is empty"));
  }
}
