package windrose.feature.planner;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LonLat;
import windrose.platform.web.Problem;

/** One object of the request's body, read strictly: each complaint names the field by its pointer, and the range it may have. */
final class InputPart {
  private final JsonObject json;
  private final String pointer;
  private final Set<String> asked = new HashSet<>();

  InputPart(JsonObject json, String pointer) {
    this.json = json;
    this.pointer = pointer;
  }

  String at(String name) {
    return pointer + "/" + name;
  }

  double number(String name, double low, double high) {
    Double found = numberOrNull(name, low, high);
    if (found == null) {
      throw Problem.invalidField(
          at(name), "'%s' is needed: a number from %s to %s.".formatted(name, say(low), say(high)));
    }
    return found;
  }

  @Nullable Double numberOrNull(String name, double low, double high) {
    Number found = find(name, Number.class, "a number");
    if (found == null) {
      return null;
    }
    double value = found.doubleValue();
    if (!(value >= low && value <= high)) {
      throw Problem.invalidField(
          at(name),
          "'%s' must be from %s to %s, not %s.".formatted(name, say(low), say(high), say(value)));
    }
    return value;
  }

  double numberOr(String name, double usual, double low, double high) {
    Double found = numberOrNull(name, low, high);
    return found == null ? usual : found;
  }

  String text(String name) {
    String found = textOrNull(name);
    if (found == null) {
      throw Problem.invalidField(at(name), "'%s' is needed: a text.".formatted(name));
    }
    return found;
  }

  @Nullable String textOrNull(String name) {
    return find(name, String.class, "a text");
  }

  boolean flag(String name, boolean usual) {
    Boolean found = find(name, Boolean.class, "true or false");
    return found == null ? usual : found;
  }

  /** One of the constants, written in small letters with hyphens or underscores as they are named. */
  <E extends Enum<E>> E choice(String name, Class<E> type, @Nullable E usual) {
    String found = textOrNull(name);
    if (found == null) {
      if (usual == null) {
        throw Problem.invalidField(at(name), "'%s' is needed: %s.".formatted(name, known(type)));
      }
      return usual;
    }
    return constant(name, found, type);
  }

  private <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equalsIgnoreCase(text.replace('-', '_'))) {
        return one;
      }
    }
    throw Problem.invalidField(at(name), "'%s' must be %s.".formatted(name, known(type)));
  }

  <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    List<E> found = new ArrayList<>();
    JsonArray array = find(name, JsonArray.class, "a list");
    if (array != null) {
      array.forEach(one -> found.add(constant(name, String.valueOf(one), type)));
    }
    return found;
  }

  private static <E extends Enum<E>> String known(Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E one : type.getEnumConstants()) {
      names.add(one.name().toLowerCase(Locale.ROOT));
    }
    return "one of " + String.join(", ", names);
  }

  LonLat lonLat(String name) {
    JsonArray array = find(name, JsonArray.class, "[longitude, latitude]");
    if (array == null
        || array.size() != 2
        || !(array.getValue(0) instanceof Number lon)
        || !(array.getValue(1) instanceof Number lat)
        || Math.abs(lon.doubleValue()) > 180
        || Math.abs(lat.doubleValue()) > 80) {
      throw Problem.invalidField(
          at(name), "'%s' must be [longitude, latitude] in degrees WGS-84.".formatted(name));
    }
    return new LonLat(lon.doubleValue(), lat.doubleValue());
  }

  InputPart part(String name) {
    return findPart(name)
        .orElseThrow(
            () -> Problem.invalidField(at(name), "'%s' is needed: an object.".formatted(name)));
  }

  Optional<InputPart> findPart(String name) {
    return Optional.ofNullable(find(name, JsonObject.class, "an object"))
        .map(found -> new InputPart(found, at(name)));
  }

  List<InputPart> parts(String name, int most) {
    JsonArray array = find(name, JsonArray.class, "a list of objects");
    List<InputPart> found = new ArrayList<>();
    if (array == null) {
      return found;
    }
    if (array.size() > most) {
      throw Problem.invalidField(at(name), "'%s' may hold %d at most.".formatted(name, most));
    }
    for (int i = 0; i < array.size(); i++) {
      if (!(array.getValue(i) instanceof JsonObject object)) {
        throw Problem.invalidField(at(name), "'%s' must be a list of objects.".formatted(name));
      }
      found.add(new InputPart(object, at(name) + "/" + i));
    }
    return found;
  }

  private <T> @Nullable T find(String name, Class<T> type, String kind) {
    asked.add(name);
    Object value = json.getValue(name);
    if (value == null) {
      return null;
    }
    if (!type.isInstance(value)) {
      throw Problem.invalidField(at(name), "'%s' must be %s.".formatted(name, kind));
    }
    return type.cast(value);
  }

  /** Call it last: a field that nobody asked for is a typing error or a hope, and both deserve an answer. */
  void refuseOthers() {
    for (String name : json.fieldNames()) {
      if (!asked.contains(name)) {
        throw Problem.invalidField(at(name), "'" + name + "' is not a field of this object.");
      }
    }
  }

  private static String say(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
