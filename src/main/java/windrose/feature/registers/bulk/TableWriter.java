package windrose.feature.registers.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a table as CSV or as the smallest XLSX that spreadsheets open.
 *
 * <p>In CSV an apostrophe stands before every text that a spreadsheet would take for a formula, since names may come from anybody.
 * In XLSX all cells are texts, which are never computed.
 */
final class TableWriter {
  private static final String TYPES =
      """
      <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
  private static final String ROOT_RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
  private static final String WORKBOOK =
      """
      <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="stations" sheetId="1" r:id="rId1"/></sheets></workbook>""";
  private static final String WORKBOOK_RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

  private TableWriter() {}

  static byte[] csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder("\uFEFF");
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        text.append(i == 0 ? "" : ",").append(quoted(harmless(row.get(i))));
      }
      text.append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Numbers stay numbers, also negative ones. */
  private static String harmless(String cell) {
    boolean number = cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !number ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  static byte[] xlsx(List<List<String>> rows) {
    StringBuilder sheet =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (int r = 0; r < rows.size(); r++) {
      sheet.append("<row r=\"").append(r + 1).append("\">");
      List<String> row = rows.get(r);
      for (int c = 0; c < row.size(); c++) {
        if (!row.get(c).isEmpty()) {
          sheet
              .append("<c r=\"")
              .append(column(c))
              .append(r + 1)
              .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
              .append(escaped(row.get(c)))
              .append("</t></is></c>");
        }
      }
      sheet.append("</row>");
    }
    sheet.append("</sheetData></worksheet>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", TYPES);
      part(zip, "_rels/.rels", ROOT_RELATIONS);
      part(zip, "xl/workbook.xml", WORKBOOK);
      part(zip, "xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS);
      part(zip, "xl/worksheets/sheet1.xml", sheet.toString());
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String column(int index) {
    String letters = "";
    for (int i = index; i >= 0; i = i / 26 - 1) {
      letters = (char) ('A' + i % 26) + letters;
    }
    return letters;
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
