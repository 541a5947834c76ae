package windrose.feature.registers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;

/**
 * A piece of a list in the order of its codes.
 *
 * @param next the cursor to ask on with; null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {
  static final int DEFAULT_LIMIT = 200;
  static final int MOST_LIMIT = 2_000;

  static <T> Page<T> of(
      NavigableMap<String, T> all, @Nullable String after, int limit, Predicate<T> wanted) {
    List<T> items = new ArrayList<>();
    String last = null;
    for (var entry : (after == null ? all : all.tailMap(after, false)).entrySet()) {
      if (!wanted.test(entry.getValue())) {
        continue;
      }
      if (items.size() == limit) {
        return new Page<>(items, last);
      }
      items.add(entry.getValue());
      last = entry.getKey();
    }
    return new Page<>(items, null);
  }

  /** The code after which a request asks on; null for the first page. */
  static @Nullable String after(Request request) {
    String cursor = request.query("cursor").orElse(null);
    if (cursor == null) {
      return null;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      throw Problem.invalidField(
          "?cursor", "'cursor' must be the 'next' of an earlier answer, unchanged.");
    }
  }

  static int limit(Request request) {
    return request.queryInt("limit", DEFAULT_LIMIT, 1, MOST_LIMIT);
  }

  /** The opaque form of {@link #next}. */
  @Nullable String cursor() {
    return next == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(next.getBytes(StandardCharsets.UTF_8));
  }
}
