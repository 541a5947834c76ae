package windrose.domain.detection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.chemical.CasNumber;
import windrose.domain.chemical.Confidence;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/** The workplace limits we know, by CAS number; seed values that a person has to confirm before they guard anybody. */
public final class WorkplaceLimits {
  private final Map<String, WorkplaceLimit> byCas = new LinkedHashMap<>();

  private WorkplaceLimits() {}

  public static WorkplaceLimits parse(String csv) throws CsvMistake {
    WorkplaceLimits table = new WorkplaceLimits();
    for (CsvRow row : CsvTable.parse(csv).rows()) {
      WorkplaceLimit limit = limit(row);
      if (table.byCas.put(limit.cas(), limit) != null) {
        throw new CsvMistake(row.line(), "two rows for " + limit.cas());
      }
    }
    return table;
  }

  private static WorkplaceLimit limit(CsvRow row) throws CsvMistake {
    String cas = text(row, "cas");
    if (!CasNumber.isValid(cas)) {
      throw new CsvMistake(row.line(), cas + " is not a CAS number");
    }
    String code = text(row, "confidence");
    for (Confidence confidence : Confidence.values()) {
      if (confidence.code().equals(code)) {
        return new WorkplaceLimit(
            cas,
            text(row, "name_en"),
            number(row, "mac_mg_m3"),
            number(row, "pc_twa_mg_m3"),
            number(row, "pc_stel_mg_m3"),
            number(row, "idlh_mg_m3"),
            text(row, "source"),
            confidence,
            row.find("note").orElse(null));
      }
    }
    throw new CsvMistake(row.line(), "unknown confidence " + code);
  }

  private static String text(CsvRow row, String column) throws CsvMistake {
    Optional<String> cell = row.find(column);
    if (cell.isEmpty()) {
      throw new CsvMistake(row.line(), column + " is missing");
    }
    return cell.get();
  }

  private static @Nullable Double number(CsvRow row, String column) throws CsvMistake {
    Optional<String> cell = row.find(column);
    if (cell.isEmpty()) {
      return null;
    }
    try {
      double value = Double.parseDouble(cell.get());
      if (Double.isFinite(value) && value > 0) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // refused below with its line
    }
    throw new CsvMistake(row.line(), column + " '" + cell.get() + "' is not a positive number");
  }

  public Optional<WorkplaceLimit> findByCas(String cas) {
    return Optional.ofNullable(byCas.get(cas));
  }
}
