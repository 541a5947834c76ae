package windrose.feature.planner.park;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.basemap.ParkShape;
import windrose.feature.planner.answer.PeopleNear;
import windrose.platform.web.Problem;

/**
 * People and tanks of the drawing as far as a caller may see them, remembered until the park is imported anew.
 *
 * <p>A planner's point that is dragged asks for them several times a second. Event loop only.
 */
public final class ParkPlaces {
  private static final int MOST_ENTRIES = 32;

  private final BasemapFeature basemap;
  private final Map<Key, Future<?>> known =
      new LinkedHashMap<>(MOST_ENTRIES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Future<?>> eldest) {
          return size() > MOST_ENTRIES;
        }
      };

  public ParkPlaces(BasemapFeature basemap) {
    this.basemap = basemap;
    basemap.parkImported().subscribe(imported -> known.clear());
  }

  private record Key(String what, Set<Layer> layers, Area area, Set<FieldClass> fields) {}

  /** Places with people; an absent number is not a zero and leaves the place out. */
  public Future<PeopleNear> listPeople(ViewScope scope) {
    return remembered(
        "people",
        scope,
        () ->
            basemap
                .listShapes(scope, Layer.PEOPLE)
                .map(
                    shapes -> {
                      List<PeopleNear.Place> places = new ArrayList<>();
                      shapes.forEach(shape -> place(shape).ifPresent(places::add));
                      return new PeopleNear(places);
                    }));
  }

  public Future<List<ParkTank>> listTanks(ViewScope scope) {
    return remembered(
        "tanks",
        scope,
        () ->
            Future.all(
                    basemap.listShapes(scope, Layer.TANKS), basemap.listShapes(scope, Layer.BUNDS))
                .map(both -> tanks(both.resultAt(0), both.resultAt(1))));
  }

  public Future<ParkTank> getTank(ViewScope scope, String id) {
    return listTanks(scope)
        .map(
            tanks ->
                tanks.stream()
                    .filter(one -> one.tank().id().equals(id))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Problem.notFound("There is no tank '%s'.".formatted(id))
                                .inChinese("没有储罐 %s。".formatted(id))));
  }

  @SuppressWarnings("unchecked") // each name has one type
  private <T> Future<T> remembered(String what, ViewScope scope, Supplier<Future<T>> make) {
    Key key = new Key(what, scope.layers(), scope.area(), scope.fields());
    Future<?> found = known.get(key);
    if (found != null) {
      return (Future<T>) found;
    }
    Future<T> made = make.get();
    known.put(key, made);
    made.onFailure(failed -> known.remove(key, made));
    return made;
  }

  private static List<ParkTank> tanks(List<ParkShape> shapes, List<ParkShape> bunds) {
    return shapes.stream()
        .map(
            shape -> {
              var tank = TankInput.tank(shape);
              Double bundM2 =
                  bunds.stream()
                      .filter(bund -> bund.id().equals(tank.bund()))
                      .findFirst()
                      .map(bund -> TankInput.number(bund.properties(), "area_m2"))
                      .orElse(null);
              return new ParkTank(
                  tank,
                  shape.geometry(),
                  bundM2,
                  TankInput.number(shape.properties(), "largest_nozzle_mm"));
            })
        .toList();
  }

  private static Optional<PeopleNear.Place> place(ParkShape shape) {
    Object day = shape.properties().get("population_day");
    Object night = shape.properties().get("population_night");
    if (!(day instanceof Number byDay) || !(night instanceof Number byNight)) {
      return Optional.empty();
    }
    return Optional.of(
        new PeopleNear.Place(
            shape.id(),
            String.valueOf(shape.properties().get("kind")),
            shape.geometry(),
            byDay.doubleValue(),
            byNight.doubleValue()));
  }
}
