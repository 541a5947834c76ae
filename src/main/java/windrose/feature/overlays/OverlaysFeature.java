package windrose.feature.overlays;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to pictures laid over the map: GeoTIFFs that we cut into tiles, and addresses of tiles. */
public final class OverlaysFeature {
  private static final int MOST_OVERLAYS = 40;
  private static final long MOST_BYTES = 1_000_000_000L;

  private final Database database;
  private final Journal journal;
  private final BasemapFeature basemap;
  private final Clock clock;
  private final HeavyWork work;
  private final OverlayStore store;
  private final Map<UUID, Overlay> overlays = new LinkedHashMap<>();
  private boolean isImporting;

  public OverlaysFeature(
      Database database,
      Journal journal,
      BasemapFeature basemap,
      String park,
      Clock clock,
      HeavyWork work) {
    this.database = database;
    this.journal = journal;
    this.basemap = basemap;
    this.clock = clock;
    this.work = work;
    this.store = new OverlayStore(park);
  }

  public Future<Void> start() {
    return store
        .list(database, ViewScope.ALL)
        .onSuccess(all -> all.forEach(one -> overlays.put(one.id(), one)))
        .mapEmpty();
  }

  public List<Route> routes() {
    return new OverlayRoutes(this).routes();
  }

  /** Where tiles come from, for the content policy. */
  public Set<String> origins() {
    return overlays.values().stream()
        .flatMap(one -> one.address().flatMap(TileAddress::origin).stream())
        .collect(Collectors.toSet());
  }

  /** From the lowest to the one on top, as far as the scope shows the ground they lie on. */
  List<Overlay> list(ViewScope scope) {
    return overlays.values().stream()
        .filter(one -> isVisible(scope, one))
        .sorted(Comparator.comparingInt(Overlay::position))
        .toList();
  }

  private static boolean isVisible(ViewScope scope, Overlay overlay) {
    Envelope bounds = overlay.tiles().bounds();
    LonLat middle = bounds == null ? null : new LonLat(bounds.centre().x, bounds.centre().y);
    return scope.shows(Layer.PARK, null, middle);
  }

  Overlay get(ViewScope scope, String id) {
    return overlays.values().stream()
        .filter(one -> one.id().toString().equals(id) && isVisible(scope, one))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such overlay.").inChinese("没有这个叠加影像。"));
  }

  Future<Optional<Buffer>> findTile(Overlay overlay, int zoom, int x, int y) {
    return store.findTile(database, overlay.id(), zoom, x, y);
  }

  /** Reads a GeoTIFF and keeps its tiles; one at a time, since it takes memory and both hands. */
  Future<Overlay> importFile(byte[] file, OverlayWords words, String who) {
    checkRoom();
    if (isImporting) {
      throw Problem.busy("Another picture is being read. Try again in a minute.")
          .inChinese("正在处理另一幅影像，请稍后再试。");
    }
    isImporting = true;
    return basemap
        .findPark()
        .map(park -> park.stream().flatMap(one -> one.areas().stream()).toList())
        .compose(
            areas ->
                work.start(
                        "cut an overlay",
                        cancellation -> OverlayImport.cut(file, areas, cancellation))
                    .result())
        .compose(picture -> keep(picture, words, who))
        .onComplete(done -> isImporting = false);
  }

  private Future<Overlay> keep(CutPicture picture, OverlayWords words, String who) {
    long held = overlays.values().stream().mapToLong(Overlay::bytes).sum();
    if (held + picture.bytes() > MOST_BYTES) {
      throw Problem.conflict(
              "All overlays together would take more than 1 GB. Remove one that nobody needs, or serve this one as tiles.")
          .inChinese("全部叠加影像将超过 1 GB。请先移除不需要的影像，或以瓦片方式接入。");
    }
    return add(words, TileSource.ours(picture), picture.tiles(), picture.bytes(), who);
  }

  Future<Overlay> addAddress(TileAddress address, int maxZoom, OverlayWords words, String who) {
    checkRoom();
    TileSource tiles = new TileSource(null, 0, maxZoom, null, Optional.of(address));
    return add(words, tiles, List.of(), 0, who);
  }

  private void checkRoom() {
    if (overlays.size() >= MOST_OVERLAYS) {
      throw Problem.conflict("There are 40 overlays already; remove one first.")
          .inChinese("叠加影像已达 40 幅，请先移除一幅。");
    }
  }

  private Future<Overlay> add(
      OverlayWords words,
      TileSource tiles,
      List<CutPicture.Tile> pictures,
      long bytes,
      String who) {
    int top = overlays.values().stream().mapToInt(Overlay::position).max().orElse(0) + 1;
    Overlay overlay = new Overlay(UUID.randomUUID(), words, top, tiles, bytes, who);
    Instant now = clock.instant();
    // the whole address stays out of the journal: it may carry a key
    JsonObject told =
        OverlayJson.words(words)
            .put("origin", overlay.address().flatMap(TileAddress::origin).orElse("own"))
            .put("bytes", bytes);
    return database
        .inTransaction(
            tx ->
                store
                    .insert(tx, overlay, now)
                    .compose(done -> store.insertTiles(tx, overlay.id(), pictures))
                    .compose(done -> note(tx, "overlay.added", overlay.id(), now, who, told)))
        .onSuccess(done -> overlays.put(overlay.id(), overlay))
        .map(overlay);
  }

  Future<Overlay> change(Overlay before, OverlayWords words, String who) {
    Overlay after = before.with(words);
    JsonObject told = OverlayJson.words(words).put("before", OverlayJson.words(before.words()));
    return database
        .inTransaction(
            tx ->
                store
                    .updateWords(tx, before.id(), words)
                    .compose(
                        done ->
                            note(tx, "overlay.changed", before.id(), clock.instant(), who, told)))
        .onSuccess(done -> overlays.computeIfPresent(before.id(), (id, now) -> now.with(words)))
        .map(after);
  }

  /** Sets the order, lowest first; all of them must be named. */
  Future<Void> order(List<String> ids, String who) {
    List<Overlay> ordered = new ArrayList<>();
    for (String id : ids) {
      ordered.add(get(ViewScope.ALL, id).at(ordered.size() + 1));
    }
    if (ordered.size() != overlays.size() || new HashSet<>(ids).size() != ids.size()) {
      throw Problem.conflict("The list of overlays has changed; read it again.")
          .inChinese("叠加影像列表已变化，请刷新后再排序。");
    }
    return database
        .inTransaction(tx -> place(tx, ordered, who))
        .onSuccess(
            done ->
                ordered.forEach(
                    one ->
                        overlays.computeIfPresent(one.id(), (id, now) -> now.at(one.position()))));
  }

  private Future<Void> place(Tx tx, List<Overlay> ordered, String who) {
    Future<Void> placed = Future.succeededFuture();
    for (Overlay one : ordered) {
      placed = placed.compose(done -> store.updatePosition(tx, one.id(), one.position()));
    }
    JsonArray ids = new JsonArray();
    ordered.forEach(one -> ids.add(one.id().toString()));
    JsonObject told = new JsonObject().put("from_lowest", ids);
    return placed.compose(
        done ->
            journal
                .append(tx, new Fact("overlay.ordered", "overlays", clock.instant(), who, told))
                .mapEmpty());
  }

  Future<Void> remove(Overlay overlay, String who) {
    JsonObject told = OverlayJson.words(overlay.words());
    return database
        .inTransaction(
            tx ->
                store
                    .delete(tx, overlay.id())
                    .compose(
                        done ->
                            note(tx, "overlay.removed", overlay.id(), clock.instant(), who, told)))
        .onSuccess(done -> overlays.remove(overlay.id()));
  }

  private Future<Void> note(Tx tx, String kind, UUID id, Instant at, String who, JsonObject body) {
    return journal.append(tx, new Fact(kind, id.toString(), at, who, body)).mapEmpty();
  }
}
