package windrose.feature.readings;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.people.Visitor;
import windrose.feature.readings.archive.History;
import windrose.feature.readings.archive.Stretch;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The address of a whole park at one moment of its past. */
final class MomentRoutes {
  /** What is older than this at the moment asked for is no picture of that moment. */
  private static final Duration OLDEST = Duration.ofHours(24);

  private final RegistersFeature registers;
  private final History history;
  private final Clock clock;

  MomentRoutes(RegistersFeature registers, History history, Clock clock) {
    this.registers = registers;
    this.history = history;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/readings/at")
            .needs(Action.SEE_HISTORY)
            .says(
                "The park at one moment: of each series the newest reading at or before it that was"
                    + " not older than 24 h then, in columns: series, v, t (ms), q")
            .query("at")
            .answers(this::moment));
  }

  private Future<Answer> moment(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    Instant at =
        request
            .query("at")
            .map(text -> QueryTime.parse("at", text))
            .orElseThrow(
                () -> Problem.invalidField("?at", "'at' is missing: the moment to look back at."));
    if (at.isAfter(clock.instant())) {
      throw Problem.invalidField("?at", "'at' lies in the future.", "“at” 在将来，还没有数据。");
    }
    Map<Long, String> shown =
        registers.listAllSeries().stream()
            .filter(series -> registers.shows(scope, series))
            .collect(Collectors.toMap(RegisteredSeries::key, series -> series.series().id()));
    Stretch wanted = Stretch.of(new TimeRange(at.minus(OLDEST), at.plusNanos(1_000)));
    return history
        .newestIn(scope, List.copyOf(shown.keySet()), wanted)
        .map(
            found ->
                Answer.of(
                    "application/json",
                    ReadingsJson.moment(
                        at, found, reading -> String.valueOf(shown.get(reading.series())))));
  }
}
