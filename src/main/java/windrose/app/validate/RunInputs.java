package windrose.app.validate;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The {@code inputs} cell of a run: a JSON object whose keys are read by name; keys that nobody asks for are ignored. */
final class RunInputs {
  private final JsonObject json;

  private RunInputs(JsonObject json) {
    this.json = json;
  }

  static RunInputs parse(String text) {
    try {
      return new RunInputs(new JsonObject(text));
    } catch (DecodeException | ClassCastException unreadable) {
      throw new RowRefused("inputs is not a JSON object");
    }
  }

  boolean has(String key) {
    return json.getValue(key) != null;
  }

  Optional<String> findText(String key) {
    Object value = json.getValue(key);
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }

  String text(String key) {
    return findText(key).orElseThrow(() -> new RowRefused("inputs has no " + key));
  }

  Optional<Double> find(String key) {
    Object value = json.getValue(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return Optional.of(number.doubleValue());
    }
    throw new RowRefused("inputs." + key + " is not a number: " + value);
  }

  double number(String key) {
    return find(key).orElseThrow(() -> new RowRefused("inputs has no " + key));
  }

  double number(String key, double ifAbsent) {
    return find(key).orElse(ifAbsent);
  }

  boolean flag(String key, boolean ifAbsent) {
    Object value = json.getValue(key);
    return value instanceof Boolean flag ? flag : ifAbsent;
  }

  /** Three coordinates. */
  double[] point(String key) {
    if (json.getValue(key) instanceof JsonArray array && array.size() == 3) {
      double[] point = new double[3];
      for (int i = 0; i < 3; i++) {
        if (!(array.getValue(i) instanceof Number number)) {
          throw new RowRefused("inputs." + key + " is not a point [x, y, z]");
        }
        point[i] = number.doubleValue();
      }
      return point;
    }
    throw new RowRefused("inputs." + key + " is not a point [x, y, z]");
  }

  /** The same inputs with one of them changed. */
  RunInputs with(String key, Object value) {
    return new RunInputs(json.copy().put(key, value));
  }

  @Override
  public String toString() {
    return json.encode();
  }
}
