package windrose.feature.planner.request;

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
public final class InputPart {
  private final JsonObject json;
  private final String pointer;
  private final Set<String> asked = new HashSet<>();

  /** What a field may be, in both languages. */
  private enum Kind {
    NUMBER("数", "a number"),
    TEXT("文字", "a text"),
    FLAG(" true 或 false", "true or false"),
    LIST("列表", "a list"),
    POSITION(" [经度, 纬度]", "[longitude, latitude]"),
    OBJECT("对象", "an object"),
    OBJECTS("对象的列表", "a list of objects");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  public InputPart(JsonObject json, String pointer) {
    this.json = json;
    this.pointer = pointer;
  }

  public String at(String name) {
    return pointer + "/" + name;
  }

  /** Whether it was given at all; an explicit null was not. */
  public boolean has(String name) {
    return json.getValue(name) != null;
  }

  public double number(String name, double low, double high) {
    Double found = numberOrNull(name, low, high);
    if (found == null) {
      throw Problem.invalidField(
          at(name),
          "'%s' is needed: a number from %s to %s.".formatted(name, say(low), say(high)),
          "请给出%s：%s 至 %s 之间的数。".formatted(InputWords.zh(name), say(low), say(high)));
    }
    return found;
  }

  public @Nullable Double numberOrNull(String name, double low, double high) {
    Number found = find(name, Number.class, Kind.NUMBER);
    if (found == null) {
      return null;
    }
    double value = found.doubleValue();
    if (!(value >= low && value <= high)) {
      throw Problem.invalidField(
          at(name),
          "'%s' must be from %s to %s, not %s.".formatted(name, say(low), say(high), say(value)),
          "%s应在 %s 至 %s 之间，现为 %s。".formatted(InputWords.zh(name), say(low), say(high), say(value)));
    }
    return value;
  }

  public double numberOr(String name, double usual, double low, double high) {
    Double found = numberOrNull(name, low, high);
    return found == null ? usual : found;
  }

  public String text(String name) {
    String found = textOrNull(name);
    if (found == null) {
      throw Problem.invalidField(
          at(name),
          "'%s' is needed: a text.".formatted(name),
          "请给出%s：一段文字。".formatted(InputWords.zh(name)));
    }
    return found;
  }

  public @Nullable String textOrNull(String name) {
    return find(name, String.class, Kind.TEXT);
  }

  public boolean flag(String name, boolean usual) {
    Boolean found = find(name, Boolean.class, Kind.FLAG);
    return found == null ? usual : found;
  }

  /** One of the constants, written in small letters with hyphens or underscores as they are named. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, @Nullable E usual) {
    String found = textOrNull(name);
    if (found == null) {
      if (usual == null) {
        throw Problem.invalidField(
            at(name),
            "'%s' is needed: one of %s.".formatted(name, known(type)),
            "请给出%s：%s 之一。".formatted(InputWords.zh(name), known(type)));
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
    throw Problem.invalidField(
        at(name),
        "'%s' must be one of %s.".formatted(name, known(type)),
        "%s应为 %s 之一。".formatted(InputWords.zh(name), known(type)));
  }

  public <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    List<E> found = new ArrayList<>();
    JsonArray array = find(name, JsonArray.class, Kind.LIST);
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
    return String.join(", ", names);
  }

  public LonLat lonLat(String name) {
    JsonArray array = find(name, JsonArray.class, Kind.POSITION);
    if (array == null
        || array.size() != 2
        || !(array.getValue(0) instanceof Number lon)
        || !(array.getValue(1) instanceof Number lat)
        || Math.abs(lon.doubleValue()) > 180
        || Math.abs(lat.doubleValue()) > 80) {
      throw Problem.invalidField(
          at(name),
          "'%s' must be [longitude, latitude] in degrees WGS-84.".formatted(name),
          "%s应为 [经度, 纬度]，WGS-84 度数。".formatted(InputWords.zh(name)));
    }
    return new LonLat(lon.doubleValue(), lat.doubleValue());
  }

  public InputPart part(String name) {
    return findPart(name)
        .orElseThrow(
            () ->
                Problem.invalidField(
                    at(name),
                    "'%s' is needed: an object.".formatted(name),
                    "请给出%s：一个对象。".formatted(InputWords.zh(name))));
  }

  public Optional<InputPart> findPart(String name) {
    return Optional.ofNullable(find(name, JsonObject.class, Kind.OBJECT))
        .map(found -> new InputPart(found, at(name)));
  }

  public List<InputPart> parts(String name, int most) {
    JsonArray array = find(name, JsonArray.class, Kind.OBJECTS);
    List<InputPart> found = new ArrayList<>();
    if (array == null) {
      return found;
    }
    if (array.size() > most) {
      throw Problem.invalidField(
          at(name),
          "'%s' may hold %d at most.".formatted(name, most),
          "%s最多 %d 项。".formatted(InputWords.zh(name), most));
    }
    for (int i = 0; i < array.size(); i++) {
      if (!(array.getValue(i) instanceof JsonObject object)) {
        throw Problem.invalidField(
            at(name),
            "'%s' must be a list of objects.".formatted(name),
            "%s应为对象的列表。".formatted(InputWords.zh(name)));
      }
      found.add(new InputPart(object, at(name) + "/" + i));
    }
    return found;
  }

  private <T> @Nullable T find(String name, Class<T> type, Kind kind) {
    asked.add(name);
    Object value = json.getValue(name);
    if (value == null) {
      return null;
    }
    if (!type.isInstance(value)) {
      throw Problem.invalidField(
          at(name),
          "'%s' must be %s.".formatted(name, kind.en),
          "%s应为%s。".formatted(InputWords.zh(name), kind.zh));
    }
    return type.cast(value);
  }

  /** Call it last: a field that nobody asked for is a typing error or a hope, and both deserve an answer. */
  public void refuseOthers() {
    for (String name : json.fieldNames()) {
      if (!asked.contains(name)) {
        throw Problem.invalidField(
            at(name), "'" + name + "' is not a field of this object.", "此处没有名为 " + name + " 的字段。");
      }
    }
  }

  private static String say(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
