package windrose.feature.picture;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.measure.Quality;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.basemap.ParkShape;
import windrose.feature.basemap.ParkSummary;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.StoredReading;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to the server's own picture of the park, drawn at most once in five seconds for equal eyes. */
public final class PictureFeature {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 40;
  private static final Set<String> WORTH_DRAWING =
      Set.of("expressway", "primary", "secondary", "tertiary", "park");

  private final BasemapFeature basemap;
  private final RegistersFeature registers;
  private final ReadingsFeature readings;
  private final HeavyWork work;
  private final Clock clock;
  private final Map<Key, Kept> pictures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** What a picture depends on, besides time. */
  private record Key(
      Set<Layer> layers,
      Area area,
      Set<FieldClass> fields,
      Palette palette,
      Words words,
      int widthPx) {}

  private record Kept(Instant until, Future<Buffer> picture) {}

  public PictureFeature(
      BasemapFeature basemap,
      RegistersFeature registers,
      ReadingsFeature readings,
      HeavyWork work,
      Clock clock) {
    this.basemap = basemap;
    this.registers = registers;
    this.readings = readings;
    this.work = work;
    this.clock = clock;
  }

  public List<Route> routes() {
    return new PictureRoutes(this).routes();
  }

  /** The picture as this scope may see it. */
  Future<Buffer> draw(ViewScope scope, Palette palette, Words words, int widthPx) {
    Key key = new Key(scope.layers(), scope.area(), scope.fields(), palette, words, widthPx);
    Kept kept = pictures.get(key);
    Instant now = clock.instant();
    if (kept != null && now.isBefore(kept.until())) {
      return kept.picture();
    }
    Future<Buffer> fresh =
        plan(scope)
            .compose(
                plan ->
                    present(scope, words)
                        .compose(
                            present ->
                                work.run(
                                    "draw the park",
                                    () ->
                                        Buffer.buffer(
                                            ParkPicture.draw(
                                                plan, present, palette, words, widthPx)))));
    pictures.remove(key);
    pictures.put(key, new Kept(now.plus(KEPT), fresh));
    fresh.onFailure(failed -> pictures.remove(key));
    return fresh;
  }

  private Future<ParkPicture.Plan> plan(ViewScope scope) {
    return basemap
        .findPark()
        .map(found -> found.orElseThrow(PictureFeature::noPark))
        .compose(
            park ->
                shapes(scope, Layer.PARK)
                    .compose(
                        grounds ->
                            Future.all(
                                    shapes(scope, Layer.RIVER),
                                    shapes(scope, Layer.ROADS),
                                    shapes(scope, Layer.ENTERPRISES),
                                    shapes(scope, Layer.TANKS))
                                .map(
                                    all ->
                                        plan(
                                            park,
                                            grounds,
                                            all.resultAt(0),
                                            all.resultAt(1),
                                            all.resultAt(2),
                                            all.resultAt(3)))));
  }

  private static ParkPicture.Plan plan(
      ParkSummary park,
      List<ParkShape> grounds,
      List<ParkShape> water,
      List<ParkShape> roads,
      List<ParkShape> enterprises,
      List<ParkShape> tanks) {
    return new ParkPicture.Plan(
        park.nameZh(),
        park.nameEn(),
        park.fictional(),
        park.areas().get(0).bounds(),
        grounds.stream().filter(one -> is(one, "kind", Set.of("park_boundary"))).toList(),
        water,
        roads.stream().filter(one -> is(one, "class", WORTH_DRAWING)).toList(),
        enterprises,
        tanks);
  }

  private static boolean is(ParkShape shape, String property, Set<String> values) {
    return shape.properties().get(property) instanceof String text && values.contains(text);
  }

  private Future<List<ParkShape>> shapes(ViewScope scope, Layer layer) {
    return scope.shows(layer)
        ? basemap.listShapes(scope, layer)
        : Future.succeededFuture(List.of());
  }

  private Future<ParkPicture.Present> present(ViewScope scope, Words words) {
    if (!scope.shows(Layer.STATIONS) || !scope.shows(Layer.READINGS)) {
      return Future.succeededFuture(
          new ParkPicture.Present(List.of(), 0, Optional.empty(), clock.instant()));
    }
    Map<String, List<RegisteredSeries>> byStation = new LinkedHashMap<>();
    for (RegisteredSeries one : registers.listAllSeries()) {
      if (one.isInUse() && registers.shows(scope, one)) {
        byStation.computeIfAbsent(one.series().station(), first -> new ArrayList<>()).add(one);
      }
    }
    List<Long> keys =
        byStation.values().stream().flatMap(List::stream).map(RegisteredSeries::key).toList();
    return readings.listLatest(scope, keys).map(latest -> present(scope, byStation, latest, words));
  }

  private ParkPicture.Present present(
      ViewScope scope,
      Map<String, List<RegisteredSeries>> byStation,
      List<StoredReading> latest,
      Words words) {
    Instant now = clock.instant();
    Map<Long, StoredReading> byKey = new HashMap<>();
    latest.forEach(one -> byKey.put(one.series(), one));
    List<StationMark> marks = new ArrayList<>();
    int online = 0;
    WindMark wind = null;
    for (Map.Entry<String, List<RegisteredSeries>> entry : byStation.entrySet()) {
      Optional<Station> station = registers.findStation(scope, entry.getKey());
      if (station.isEmpty()) {
        continue;
      }
      marks.add(mark(station.get(), entry.getValue(), byKey, words, now));
      online += isOnline(entry.getValue(), byKey, now) ? 1 : 0;
      WindMark one = wind(entry.getValue(), byKey, now);
      if (one != null && (wind == null || one.at().isAfter(wind.at()))) {
        wind = one;
      }
    }
    return new ParkPicture.Present(marks, online, Optional.ofNullable(wind), now);
  }

  private static StationMark mark(
      Station station,
      List<RegisteredSeries> all,
      Map<Long, StoredReading> byKey,
      Words words,
      Instant now) {
    Condition worst = Condition.NORMAL;
    RegisteredSeries leading = all.get(0);
    boolean isDrill = false;
    for (RegisteredSeries one : all) {
      StoredReading reading = byKey.get(one.key());
      Condition condition = Condition.of(one.series(), reading);
      isDrill |= reading != null && reading.quality().has(Quality.DRILL);
      if (condition.compareTo(worst) < 0) {
        worst = condition;
        leading = one;
      }
    }
    StoredReading reading = byKey.get(leading.key());
    return new StationMark(
        station.position(),
        words.name(station.nameZh(), station.nameEn()),
        worst,
        reading == null ? "" : label(leading.series(), reading, words),
        reading == null ? Instant.EPOCH : reading.at(),
        reading != null && Condition.isStale(leading.series(), reading, now),
        isDrill);
  }

  private static String label(Series series, StoredReading reading, Words words) {
    double size = Math.abs(reading.value());
    int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    String format = "%s %." + digits + "f %s";
    String unit = series.unit().replace("m3", "m³").replace("degC", "°C");
    return String.format(
        Locale.ROOT, format, words.name(series.nameZh(), series.nameEn()), reading.value(), unit);
  }

  private static boolean isOnline(
      List<RegisteredSeries> all, Map<Long, StoredReading> byKey, Instant now) {
    return all.stream()
        .anyMatch(
            one -> {
              StoredReading reading = byKey.get(one.key());
              return reading != null && !Condition.isStale(one.series(), reading, now);
            });
  }

  private static @Nullable WindMark wind(
      List<RegisteredSeries> all, Map<Long, StoredReading> byKey, Instant now) {
    StoredReading speed = null;
    StoredReading direction = null;
    boolean isStale = false;
    for (RegisteredSeries one : all) {
      StoredReading reading = byKey.get(one.key());
      if (reading == null) {
        continue;
      }
      if (one.series().factor().equals("wind_speed")) {
        speed = reading;
        isStale |= Condition.isStale(one.series(), reading, now);
      } else if (one.series().factor().equals("wind_dir")) {
        direction = reading;
        isStale |= Condition.isStale(one.series(), reading, now);
      }
    }
    return speed == null || direction == null
        ? null
        : new WindMark(direction.value(), speed.value(), speed.at(), isStale);
  }

  private static Problem noPark() {
    return Problem.notFound("No park is loaded yet.").inChinese("还没有导入园区。");
  }
}
