package windrose.platform.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON object read field by field, which then refuses the fields nobody asked for. */
public final class Fields {
  private final JsonObject json;
  private final Set<String> asked = new HashSet<>();

  public Fields(JsonObject json) {
    this.json = json;
  }

  public String getString(String name) {
    return findString(name)
        .orElseThrow(() -> Problem.invalidField("/" + name, "'" + name + "' is missing."));
  }

  public Optional<String> findString(String name) {
    return find(name, String.class, "a text");
  }

  public Optional<Number> findNumber(String name) {
    return find(name, Number.class, "a number");
  }

  public Optional<Boolean> findBoolean(String name) {
    return find(name, Boolean.class, "true or false");
  }

  public Optional<JsonObject> findObject(String name) {
    return find(name, JsonObject.class, "an object");
  }

  public Optional<JsonArray> findArray(String name) {
    return find(name, JsonArray.class, "a list");
  }

  public Optional<Integer> findInteger(String name) {
    Optional<Number> number = findNumber(name);
    if (number.isPresent() && number.get().doubleValue() != number.get().intValue()) {
      throw Problem.invalidField("/" + name, "'%s' must be a whole number.".formatted(name));
    }
    return number.map(Number::intValue);
  }

  /** An instant in RFC 3339 with its offset. */
  public Optional<Instant> findInstant(String name) {
    return findString(name)
        .map(
            text -> {
              try {
                return OffsetDateTime.parse(text).toInstant();
              } catch (DateTimeParseException notATime) {
                throw Problem.invalidField(
                    "/" + name,
                    "'%s' must be a time with its offset, such as 2026-11-21T08:00:00+08:00."
                        .formatted(name));
              }
            });
  }

  /** A list of texts; absent means empty. */
  public List<String> getStrings(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : find(name, JsonArray.class, "a list of texts").orElse(new JsonArray())) {
      if (!(element instanceof String text)) {
        throw Problem.invalidField("/" + name, "'%s' must be a list of texts.".formatted(name));
      }
      texts.add(text);
    }
    return texts;
  }

  private <T> Optional<T> find(String name, Class<T> type, String kind) {
    asked.add(name);
    Object value = json.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw Problem.invalidField("/" + name, "'%s' must be %s.".formatted(name, kind));
    }
    return Optional.of(type.cast(value));
  }

  /** Call it last: a field that nobody asked for is a typing error or a hope, and both deserve an answer. */
  public void refuseOthers() {
    for (String name : json.fieldNames()) {
      if (!asked.contains(name)) {
        throw Problem.invalidField("/" + name, "'" + name + "' is not a field of this request.");
      }
    }
  }
}
