package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of past readings. */
final class ReadingsRoutes {
  private static final int MAX_READINGS = 100_000;

  private final ReadingsFeature readings;
  private final RegistersFeature registers;
  private final Clock clock;

  ReadingsRoutes(ReadingsFeature readings, RegistersFeature registers, Clock clock) {
    this.readings = readings;
    this.registers = registers;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/series/:station/:sensor/readings")
            .needs(Action.SEE_HISTORY)
            .says("The readings of one series in columns: times in ms, values, quality bits")
            .query("from", "to")
            .answers(this::range));
  }

  private Future<Answer> range(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    String id = request.path("station") + "/" + request.path("sensor");
    RegisteredSeries series =
        registers
            .findSeries(id)
            .filter(known -> registers.shows(scope, known))
            .orElseThrow(() -> Problem.notFound("There is no series '" + id + "'."));
    Instant to = time(request, "to", clock.instant());
    Instant from = time(request, "from", to.minus(Duration.ofHours(1)));
    if (from.isAfter(to)) {
      throw Problem.invalidField("?from", "'from' lies after 'to'.");
    }
    return readings
        .listRange(scope, series.key(), new TimeRange(from, to), MAX_READINGS + 1)
        .map(rows -> Answer.json(columns(series, rows)));
  }

  private static JsonObject columns(RegisteredSeries series, List<StoredReading> rows) {
    if (rows.size() > MAX_READINGS) {
      throw Problem.invalidField(
          "?from", "More than %d readings; ask for a shorter time.".formatted(MAX_READINGS));
    }
    JsonArray at = new JsonArray();
    JsonArray values = new JsonArray();
    JsonArray quality = new JsonArray();
    for (StoredReading row : rows) {
      at.add(row.at().toEpochMilli());
      values.add(row.value());
      quality.add(row.quality().bits());
    }
    return new JsonObject()
        .put("series", series.series().id())
        .put("unit", series.series().unit())
        .put("at", at)
        .put("v", values)
        .put("q", quality);
  }

  private static Instant time(Request request, String name, Instant ifAbsent) {
    return request.query(name).map(text -> parse(name, text)).orElse(ifAbsent);
  }

  private static Instant parse(String name, String text) {
    try {
      return text.matches("\\d{12,14}")
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw Problem.invalidField(
          "?" + name,
          "'%s' must be a time with offset such as 2026-11-21T08:00:00+08:00, or epoch ms."
              .formatted(name));
    }
  }
}
