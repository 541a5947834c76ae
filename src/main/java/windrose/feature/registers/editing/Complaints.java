package windrose.feature.registers.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a draft, so that a person hears all of it at once. */
final class Complaints {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.\\-]{1,64}");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E]");
  private static final int LONGEST_NAME = 120;

  private final List<Complaint> all = new ArrayList<>();

  void add(String field, String zh, String en) {
    all.add(new Complaint(field, zh, en));
  }

  void code(String field, String value) {
    if (!CODE.matcher(value).matches()) {
      add(
          field,
          "只能用 1 至 64 个字母、数字、连字符、下划线或点。",
          "must be 1 to 64 letters, digits, '-', '_' or '.'.");
    }
  }

  void name(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      add(field, "不能为空。", "must not be empty.");
    } else {
      text(field, value);
    }
  }

  void text(String field, @Nullable String value) {
    if (value == null) {
      return;
    }
    if (value.length() > LONGEST_NAME) {
      add(
          field,
          "最多 %d 个字符。".formatted(LONGEST_NAME),
          "must have at most %d characters.".formatted(LONGEST_NAME));
    } else if (CONTROL.matcher(value).find()) {
      add(field, "含有不可见的控制字符。", "holds control characters.");
    }
  }

  List<Complaint> list() {
    return List.copyOf(all);
  }
}
