package windrose.platform.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One numbered step of the schema, {@code NNNN_name.sql}; once applied its text never changes. */
public record Migration(int number, String name, String sql) {
  private static final Pattern FILE_NAME = Pattern.compile("(\\d{4})_([a-z0-9_]+)\\.sql");
  private static final Pattern ENDS_TRANSACTION =
      Pattern.compile(
          "^\\s*(commit|rollback|end)(\\s+(work|transaction))?\\s*;",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern PLPGSQL_BODY = Pattern.compile("(\\$\\w*\\$).*?\\1", Pattern.DOTALL);

  /** Reads a file's name; a mistake of ours fails loudly. */
  public static Migration of(String fileName, String sql) {
    Matcher name = FILE_NAME.matcher(fileName);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "migration '" + fileName + "' must be named like 0001_journal.sql");
    }
    if (ENDS_TRANSACTION.matcher(PLPGSQL_BODY.matcher(sql).replaceAll("")).find()) {
      throw new IllegalArgumentException(
          "migration '"
              + fileName
              + "' ends its transaction; it must be applied whole or not at all");
    }
    return new Migration(Integer.parseInt(name.group(1)), name.group(2), sql);
  }

  public String fileName() {
    return "%04d_%s.sql".formatted(number, name);
  }

  /** Over the text with Unix line ends, so that a checkout on another system is still the same file. */
  public String sha256() {
    try {
      byte[] text = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
