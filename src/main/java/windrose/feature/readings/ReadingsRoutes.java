package windrose.feature.readings;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.people.Visitor;
import windrose.feature.readings.archive.History;
import windrose.feature.readings.archive.Stretch;
import windrose.feature.readings.archive.Summary;
import windrose.feature.readings.packed.Corrected;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The addresses of newest and past readings. */
final class ReadingsRoutes {
  private static final int MOST_SERIES = 50;
  private static final int USUAL_POINTS = 600;
  private static final int MOST_POINTS = 5_000;
  private static final int MOST_BUCKETS = 100_000;
  private static final String[] RANGE = {"from", "to", "step", "points", "as_known"};

  private final ReadingsFeature readings;
  private final RegistersFeature registers;
  private final History history;
  private final HeavyWork work;
  private final Clock clock;

  ReadingsRoutes(
      ReadingsFeature readings,
      RegistersFeature registers,
      History history,
      HeavyWork work,
      Clock clock) {
    this.readings = readings;
    this.registers = registers;
    this.history = history;
    this.work = work;
    this.clock = clock;
  }

  List<Route> routes() {
    String says =
        "The readings of one series in columns (times in ms): raw with quality bits, or rolled up"
            + " with extremes kept (step=auto, 60s, 1h, 1d …)";
    return List.of(
        Route.get("/api/v1/latest")
            .needs(Action.SEE_PARK)
            .says("The newest reading of every series in columns: id, v, at, received, q")
            .query("series", "station")
            .answers(this::latest),
        Route.get("/api/v1/readings")
            .needs(Action.SEE_HISTORY)
            .says("The readings of several series at once, each as under /series")
            .query("series", "from", "to", "step", "points", "as_known")
            .answers(this::many),
        Route.get("/api/v1/series/:station/:sensor/readings")
            .needs(Action.SEE_HISTORY)
            .says(says)
            .query(RANGE)
            .answers(request -> one(request, request.path("sensor"))),
        Route.get("/api/v1/series/:station/:sensor/:statistic/readings")
            .needs(Action.SEE_HISTORY)
            .says(says)
            .query(RANGE)
            .answers(
                request -> one(request, request.path("sensor") + "/" + request.path("statistic"))));
  }

  private Future<Answer> latest(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    List<RegisteredSeries> wanted =
        request
            .query("series")
            .map(ids -> Arrays.stream(ids.split(",", -1)).map(id -> get(scope, id)).toList())
            .or(() -> request.query("station").map(code -> ofStation(scope, code)))
            .orElseGet(() -> wholePark(scope));
    Map<Long, String> ids = new HashMap<>();
    wanted.forEach(series -> ids.put(series.key(), series.series().id()));
    return readings
        .listLatest(scope, wanted.stream().map(RegisteredSeries::key).toList())
        .map(
            newest ->
                Answer.of(
                    "application/json",
                    ReadingsJson.latest(
                        newest, reading -> String.valueOf(ids.get(reading.series())))));
  }

  private List<RegisteredSeries> wholePark(ViewScope scope) {
    return registers.listAllSeries().stream()
        .filter(series -> series.isInUse() && registers.shows(scope, series))
        .toList();
  }

  private List<RegisteredSeries> ofStation(ViewScope scope, String code) {
    List<RegisteredSeries> shown =
        registers.listSeries(code).stream()
            .filter(series -> registers.shows(scope, series))
            .toList();
    if (shown.isEmpty()) {
      throw Problem.notFound("There is no station '%s' with series.".formatted(code));
    }
    return shown;
  }

  private RegisteredSeries get(ViewScope scope, String id) {
    return registers
        .findSeries(id)
        .filter(known -> registers.shows(scope, known))
        .orElseThrow(() -> Problem.notFound("There is no series '" + id + "'."));
  }

  private Future<Answer> one(Request request, String sensor) {
    ViewScope scope = Visitor.of(request).scope();
    RegisteredSeries series = get(scope, request.path("station") + "/" + sensor);
    return answers(request, scope, List.of(series))
        .map(items -> Answer.of("application/json", ReadingsJson.buffer(items.get(0))));
  }

  private Future<Answer> many(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    List<String> ids =
        request.query("series").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    if (ids.isEmpty() || ids.size() > MOST_SERIES) {
      throw Problem.invalidField(
          "?series",
          "'series' must name 1 to %d series, separated by commas.".formatted(MOST_SERIES));
    }
    return answers(request, scope, ids.stream().distinct().map(id -> get(scope, id)).toList())
        .map(items -> Answer.of("application/json", ReadingsJson.items(items)));
  }

  private Future<List<String>> answers(
      Request request, ViewScope scope, List<RegisteredSeries> series) {
    Stretch wanted = stretch(request);
    Step step = step(request, wanted, series);
    Optional<Instant> asKnown =
        request.query("as_known").map(text -> QueryTime.parse("as_known", text));
    if (step.isRaw()) {
      long asKnownUs = asKnown.map(Spans::us).orElse(Long.MAX_VALUE);
      return raw(scope, series, wanted, asKnownUs);
    }
    if (asKnown.isPresent()) {
      throw Problem.invalidField("?as_known", "'as_known' goes with step=raw only.");
    }
    long buckets = (wanted.toUs() - wanted.fromUs()) / step.widthUs() * series.size();
    if (buckets > MOST_BUCKETS) {
      throw Problem.invalidField(
          "?step",
          "More than %d buckets; ask for a wider step or a shorter time.".formatted(MOST_BUCKETS));
    }
    return rolledUp(scope, series, wanted, step);
  }

  private Future<List<String>> raw(
      ViewScope scope, List<RegisteredSeries> series, Stretch wanted, long asKnownUs) {
    Corrected none = Corrected.of(ReadingColumns.EMPTY, List.of(), Long.MAX_VALUE);
    return history
        .readings(scope, series.stream().map(RegisteredSeries::key).toList(), wanted, asKnownUs)
        .compose(
            found ->
                work.run(
                    "writing readings",
                    () ->
                        series.stream()
                            .map(
                                one ->
                                    ReadingsJson.readings(one, found.getOrDefault(one.key(), none)))
                            .toList()));
  }

  private Future<List<String>> rolledUp(
      ViewScope scope, List<RegisteredSeries> series, Stretch wanted, Step step) {
    List<SeriesShape> shapes = series.stream().map(SeriesBook::shape).toList();
    return history
        .rollUps(scope, shapes, wanted, step.widthUs())
        .map(
            found ->
                series.stream()
                    .map(
                        one ->
                            ReadingsJson.rollUps(
                                one, step, found.getOrDefault(one.key(), Summary.NOTHING)))
                    .toList());
  }

  private Stretch stretch(Request request) {
    Instant to = time(request, "to", clock.instant());
    Instant from = time(request, "from", to.minus(Duration.ofHours(1)));
    if (from.isAfter(to)) {
      throw Problem.invalidField("?from", "'from' lies after 'to'.");
    }
    return Stretch.of(new TimeRange(from, to));
  }

  private static Step step(Request request, Stretch wanted, List<RegisteredSeries> series) {
    String text = request.query("step").orElse("raw");
    int points = request.queryInt("points", USUAL_POINTS, 1, MOST_POINTS);
    if (!text.equals("auto")) {
      return Step.parse(text);
    }
    int shortestS = series.stream().mapToInt(one -> one.series().intervalS()).min().orElse(0);
    return Step.auto(wanted.toUs() - wanted.fromUs(), points, shortestS);
  }

  private static Instant time(Request request, String name, Instant ifAbsent) {
    return request.query(name).map(text -> QueryTime.parse(name, text)).orElse(ifAbsent);
  }
}
