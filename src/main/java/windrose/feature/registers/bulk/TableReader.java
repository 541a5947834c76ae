package windrose.feature.registers.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;
import windrose.platform.work.OffLoop;

/**
 * Reads a CSV or XLSX file into named columns, within limits that no honest table reaches.
 *
 * <p>An XLSX is a zip of XML: before the reader sees it, all parts are unpacked once into nothing and counted, so that a bomb is
 * refused by its size, and a document type (the door to entity bombs and foreign files) by its name.
 */
@OffLoop("BulkFeature calls it on the work pool")
final class TableReader {
  static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 100;
  private static final int MOST_PARTS = 200;
  private static final long MOST_UNPACKED_BYTES = 64L << 20;
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private TableReader() {}

  static CsvTable read(byte[] file) throws UnreadableTable {
    boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
    CsvTable table = zip ? xlsx(file) : csv(file);
    if (table.rows().size() > MOST_ROWS) {
      throw new UnreadableTable(
          0,
          "最多 %d 行。".formatted(MOST_ROWS),
          "at most %d rows are taken at once.".formatted(MOST_ROWS));
    }
    return table;
  }

  private static CsvTable csv(byte[] file) throws UnreadableTable {
    try {
      return CsvTable.parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException notUtf8) {
      throw new UnreadableTable(
          0, "文件不是 UTF-8 编码,请另存为“CSV UTF-8”。", "the file is not UTF-8; save it as 'CSV UTF-8'.");
    } catch (CsvMistake mistake) {
      throw new UnreadableTable(mistake.line(), "表格格式有误:" + mistake.what(), mistake.what());
    }
  }

  private static CsvTable xlsx(byte[] file) throws UnreadableTable {
    try {
      refuseBombs(file);
      try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
          Stream<Row> rows = workbook.getFirstSheet().openStream()) {
        return table(rows.iterator());
      }
    } catch (IOException | RuntimeException broken) {
      throw new UnreadableTable(0, "无法读取该 XLSX 文件。", "the XLSX file cannot be read.");
    }
  }

  private static void refuseBombs(byte[] file) throws IOException, UnreadableTable {
    long total = 0;
    int parts = 0;
    byte[] piece = new byte[64 << 10];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        boolean first = true;
        for (int read = zip.read(piece); read > 0; read = zip.read(piece)) {
          total += read;
          if (total > MOST_UNPACKED_BYTES) {
            throw new UnreadableTable(0, "文件解压后过大。", "the file is too large when unpacked.");
          }
          if (first && holdsDoctype(piece, read)) {
            throw new UnreadableTable(0, "文件含有 DOCTYPE。", "the file holds a document type.");
          }
          first = false;
        }
        if (++parts > MOST_PARTS) {
          throw new UnreadableTable(0, "文件部件过多。", "the file has too many parts.");
        }
      }
    }
  }

  private static boolean holdsDoctype(byte[] piece, int length) {
    for (int i = 0; i + DOCTYPE.length <= length; i++) {
      int j = 0;
      while (j < DOCTYPE.length && piece[i + j] == DOCTYPE[j]) {
        j++;
      }
      if (j == DOCTYPE.length) {
        return true;
      }
    }
    return false;
  }

  private static CsvTable table(Iterator<Row> rows) throws UnreadableTable {
    if (!rows.hasNext()) {
      throw new UnreadableTable(
          1, "文件是空的。", "the file is empty; its first row must name the columns.");
    }
    List<String> columns = cells(rows.next());
    while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
      columns.remove(columns.size() - 1);
    }
    if (columns.size() > MOST_COLUMNS) {
      throw new UnreadableTable(1, "列过多。", "there are too many columns.");
    }
    List<CsvRow> all = new ArrayList<>();
    while (rows.hasNext() && all.size() <= MOST_ROWS) {
      Row row = rows.next();
      List<String> cells = cells(row);
      if (cells.stream().allMatch(String::isEmpty)) {
        continue;
      }
      Map<String, String> byColumn = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        byColumn.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
      }
      all.add(new CsvRow(row.getRowNum(), byColumn));
    }
    return new CsvTable(columns, all);
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS + 1); i++) {
      Cell cell = row.getCell(i);
      boolean formula = cell != null && cell.getType() == CellType.FORMULA;
      // a formula is shown as what it is, so that the person finds it; its result may be stale
      cells.add(cell == null ? "" : formula ? "=" + cell.getFormula() : cell.getText().strip());
    }
    return cells;
  }
}
