package windrose.feature.basemap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.io.WKBReader;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Park;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.topics.Topic;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to the park's drawing: import it whole, look at it layer by layer as far as a scope allows. */
public final class BasemapFeature {
  static final String SUMMARY = "summary";
  private static final String GEOJSON = "application/geo+json";

  private final Database database;
  private final HeavyWork work;
  private final ParkStore store;
  private final ParkImport importing;
  private final Optional<ExternalTiles> tiles;
  private final EncodedCache cache = new EncodedCache();
  private final List<ImportStep> steps = new ArrayList<>();
  private final Topic<ParkImported> parkImported = new Topic<>("park imported");

  /**
   * @param park the id under which this process keeps its park; the park's own id stands in its files
   * @param tiles a basemap from outside, none by default
   */
  public BasemapFeature(
      Database database,
      Journal journal,
      String park,
      Clock clock,
      HeavyWork work,
      Optional<ExternalTiles> tiles) {
    this.database = database;
    this.work = work;
    this.store = new ParkStore(park);
    this.importing = new ParkImport(database, journal, store, clock, work, steps);
    this.tiles = tiles;
  }

  public List<Route> routes() {
    return new BasemapRoutes(this).routes();
  }

  public Topic<ParkImported> parkImported() {
    return parkImported;
  }

  /** Adds what another feature writes in the same transaction; before the first import. */
  public void addImportStep(ImportStep step) {
    steps.add(step);
  }

  /**
   * Replaces the drawing by this one, all or nothing; the same files a second time change nothing.
   *
   * <p>Fails with a {@link Problem} when another import is running or a permanent code would change its meaning.
   */
  public Future<ImportResult> importPark(Park park, String who) {
    return importing
        .run(park, who)
        .onSuccess(
            result -> {
              if (result.changed()) {
                cache.clear();
                parkImported.announce(new ParkImported(park.id(), park.fingerprint()));
              }
            });
  }

  /** Forgets what is kept in memory, after a command line imported a park beside us. */
  Future<Void> reload() {
    return findPark()
        .map(found -> found.orElseThrow(BasemapFeature::noPark))
        .onSuccess(
            park -> {
              cache.clear();
              parkImported.announce(new ParkImported(park.code(), park.fingerprint()));
            })
        .mapEmpty();
  }

  public Future<Optional<ParkSummary>> findPark() {
    return store.findSummary(database, ViewScope.ALL);
  }

  /** The park in one answer: names, areas, bounds, layers with their counts. */
  Future<Encoded> getSummary(ViewScope scope) {
    return cache.get(
        SUMMARY,
        scope,
        () ->
            store
                .findSummary(database, scope)
                .map(found -> found.orElseThrow(BasemapFeature::noPark))
                .compose(
                    park ->
                        store
                            .listCounts(database, scope)
                            .map(counts -> BasemapJson.park(park, counts, scope, tiles)))
                .map(BasemapFeature::json));
  }

  /** The features of a layer as shapes to compute with, as far as the scope shows them. */
  public Future<List<ParkShape>> listShapes(ViewScope scope, Layer layer) {
    return store
        .listFeatures(database, scope, layer)
        .compose(
            features ->
                work.run(
                    "read layer " + layer.code(), () -> LayerJson.shapes(scope, layer, features)));
  }

  /** A layer as GeoJSON, as far as the scope shows it. */
  Future<Encoded> getLayer(Layer layer, ViewScope scope) {
    return cache.get(
        layer.code(),
        scope,
        () ->
            store
                .listFeatures(database, scope, layer)
                .compose(
                    features ->
                        work.run(
                            "encode layer " + layer.code(),
                            () -> Encoded.of(GEOJSON, LayerJson.encode(scope, layer, features)))));
  }

  /** The shapes of a layer, as far as the scope shows it, for sums about places. */
  public Future<List<Outline>> listOutlines(ViewScope scope, Layer layer) {
    return store
        .listFeatures(database, scope, layer)
        .compose(
            features ->
                work.run(
                    "read layer " + layer.code(),
                    () -> {
                      WKBReader wkb = new WKBReader();
                      List<Outline> outlines = new ArrayList<>();
                      for (StoredFeature one : features) {
                        outlines.add(
                            new Outline(
                                one.id(),
                                new JsonObject(one.properties()),
                                wkb.read(one.geometry().getBytes())));
                      }
                      return outlines;
                    }));
  }

  private static Encoded json(JsonObject json) {
    return Encoded.of("application/json", json.encode().getBytes(StandardCharsets.UTF_8));
  }

  static Problem noPark() {
    return Problem.notFound(
        "No park is loaded yet. Load one with 'windrose import <folder>' or WINDROSE_PARK.");
  }
}
