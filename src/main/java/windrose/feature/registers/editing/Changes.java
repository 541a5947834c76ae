package windrose.feature.registers.editing;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to the fields of an entry.
 *
 * @param edited the fields that are a person's from now on; one that says what the file says follows the files again
 */
record Changes(JsonObject before, JsonObject after, Set<String> edited) {

  static Changes of(
      JsonObject old, JsonObject wanted, @Nullable JsonObject fromFile, Set<String> editedSoFar) {
    JsonObject before = new JsonObject();
    JsonObject after = new JsonObject();
    Set<String> edited = new TreeSet<>(editedSoFar);
    for (String field : wanted.fieldNames()) {
      Object value = wanted.getValue(field);
      if (same(old, field, value)) {
        continue;
      }
      before.put(field, old.getValue(field));
      after.put(field, value);
      boolean asInFile =
          fromFile != null && fromFile.containsKey(field) && same(fromFile, field, value);
      if (asInFile) {
        edited.remove(field);
      } else {
        edited.add(field);
      }
    }
    return new Changes(before, after, edited);
  }

  /** JSON's equality: 1 and 1.0 are the same number. */
  static boolean same(JsonObject object, String field, @Nullable Object value) {
    JsonObject left = new JsonObject().put("v", object.getValue(field));
    return left.equals(new JsonObject().put("v", value))
        || Objects.equals(object.getValue(field), value);
  }

  boolean areNone() {
    return after.isEmpty();
  }

  JsonObject body() {
    return new JsonObject().put("old", before).put("new", after);
  }
}
