package windrose.feature.ingest.hj212.command;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import windrose.domain.hj212.Hj212Time;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;

/** Reads {@code {"command": "real-time-interval", "interval_s": 30}} and its like. */
final class OrderReader {
  private static final List<Integer> MINUTES = List.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30);

  private final Fields fields;

  private OrderReader(Fields fields) {
    this.fields = fields;
  }

  static Order read(Fields fields) {
    Order order = new OrderReader(fields).order(fields.getString("command"));
    fields.refuseOthers();
    return order;
  }

  private Order order(String code) {
    return switch (code) {
      case "set-time" -> Order.setTime();
      case "get-time" -> Order.plain(code, "1011");
      case "timeout-and-retries" ->
          Order.timeoutAndRetries(number("overtime_s", 1, 300), number("retry_count", 0, 10));
      case "get-real-time-interval" -> Order.plain(code, "1061");
      case "real-time-interval" -> Order.realTimeInterval(number("interval_s", 30, 3_600));
      case "get-minute-interval" -> Order.plain(code, "1063");
      case "minute-interval" -> Order.minuteInterval(minutes());
      case "start-real-time-data" -> Order.plain(code, "2011");
      case "stop-real-time-data" -> Order.plain(code, "2012");
      case "start-device-states" -> Order.plain(code, "2021");
      case "stop-device-states" -> Order.plain(code, "2022");
      case "fetch-minute-data" -> history(code, "2051");
      case "fetch-hour-data" -> history(code, "2061");
      case "fetch-day-data" -> history(code, "2031");
      case "calibrate" -> Order.ofFactor(code, "3011", factor());
      case "take-sample" -> Order.ofFactor(code, "3012", factor());
      case "clean" -> Order.ofFactor(code, "3013", factor());
      case "compare" -> Order.ofFactor(code, "3014", factor());
      case "retain-sample" -> Order.plain(code, "3015");
      case "get-sample-period" -> Order.ofFactor(code, "3017", factor());
      case "get-device-id" -> Order.ofFactor(code, "3019", factor());
      default ->
          throw Problem.invalidField(
              "/command",
              "'%s' is no command; see src/docs/HJ212.md for the list, such as set-time or fetch-hour-data."
                  .formatted(code));
    };
  }

  private int minutes() {
    int minutes = number("interval_min", 1, 30);
    if (!MINUTES.contains(minutes)) {
      throw Problem.invalidField("/interval_min", "'interval_min' must be one of " + MINUTES + ".");
    }
    return minutes;
  }

  private int number(String name, int low, int high) {
    double value =
        fields
            .findNumber(name)
            .orElseThrow(() -> Problem.invalidField("/" + name, "'" + name + "' is missing."))
            .doubleValue();
    if (value != Math.rint(value) || value < low || value > high) {
      throw Problem.invalidField(
          "/" + name, "'%s' must be a whole number from %d to %d.".formatted(name, low, high));
    }
    return (int) value;
  }

  private String factor() {
    String factor = fields.getString("factor");
    if (!factor.matches("[0-9A-Za-z_]{1,32}")) {
      throw Problem.invalidField("/factor", "'factor' must be 1 to 32 letters and digits.");
    }
    return factor;
  }

  private Order history(String code, String cn) {
    Instant from = time("from");
    Instant to = time("to");
    if (!from.isBefore(to)) {
      throw Problem.invalidField("/from", "'from' must lie before 'to'.");
    }
    return Order.history(code, cn, Hj212Time.seconds(from), Hj212Time.seconds(to));
  }

  private Instant time(String name) {
    try {
      return OffsetDateTime.parse(fields.getString(name)).toInstant();
    } catch (DateTimeParseException notATime) {
      throw Problem.invalidField(
          "/" + name, "'%s' must be a time such as 2026-11-21T08:00:00+08:00.".formatted(name));
    }
  }
}
