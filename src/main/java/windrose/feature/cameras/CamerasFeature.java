package windrose.feature.cameras;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The front door to cameras' addresses: browsers fetch pictures there, and our content policy allows these origins only. */
public final class CamerasFeature {
  private static final String CAMERA = "cctv";

  private final Database database;
  private final Journal journal;
  private final RegistersFeature registers;
  private final Clock clock;
  private final boolean simulated;
  private final CameraStore store;
  private final Map<String, CameraSource> sources = new TreeMap<>();

  /**
   * @param simulated whether the demo draws pictures for cameras that have no address
   */
  public CamerasFeature(
      Database database,
      Journal journal,
      RegistersFeature registers,
      String park,
      Clock clock,
      boolean simulated) {
    this.database = database;
    this.journal = journal;
    this.registers = registers;
    this.clock = clock;
    this.simulated = simulated;
    this.store = new CameraStore(park);
  }

  public Future<Void> start() {
    return store
        .list(database, ViewScope.ALL)
        .onSuccess(all -> all.forEach(one -> sources.put(one.station(), one)))
        .mapEmpty();
  }

  /** Where pictures come from, for the content policy. */
  public Set<String> origins() {
    return sources.values().stream().map(CameraSource::origin).collect(Collectors.toSet());
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/cameras")
            .needs(Action.SEE_PARK)
            .says("The cameras that have an address, and how it is spoken: HLS, WHEP or snapshots")
            .answers(request -> Future.succeededFuture(list(request))),
        Route.put("/api/v1/cameras/:code/source")
            .needs(Action.EDIT_REGISTERS)
            .says("Sets a camera's address")
            .answers(this::set),
        Route.delete("/api/v1/cameras/:code/source")
            .needs(Action.EDIT_REGISTERS)
            .says("Takes a camera's address away")
            .answers(this::remove));
  }

  private Answer list(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    JsonArray items = new JsonArray();
    for (CameraSource one : sources.values()) {
      if (registers.shows(scope, one.station())) {
        items.add(json(one));
      }
    }
    return Answer.json(
        new JsonObject().put("items", items).put("simulated", simulated).putNull("next"));
  }

  private Future<Answer> set(Request request) {
    Fields body = request.json();
    String kind = body.getString("kind");
    String url = body.getString("url");
    body.refuseOthers();
    CameraSource source = CameraSource.of(camera(request), kind, url);
    Instant now = clock.instant();
    String who = request.caller().name();
    // the whole address stays out of the journal: it may carry a key in its query
    JsonObject told = new JsonObject().put("kind", kind).put("origin", source.origin());
    return database
        .inTransaction(
            tx ->
                store
                    .upsert(tx, source, now, who)
                    .compose(
                        done -> note(tx, "camera.source_set", source.station(), now, who, told)))
        .onSuccess(done -> sources.put(source.station(), source))
        .map(done -> Answer.json(json(source)));
  }

  private Future<Answer> remove(Request request) {
    String code = camera(request);
    Instant now = clock.instant();
    return database
        .inTransaction(
            tx ->
                store
                    .delete(tx, code)
                    .compose(
                        done ->
                            note(
                                tx,
                                "camera.source_removed",
                                code,
                                now,
                                request.caller().name(),
                                new JsonObject())))
        .onSuccess(done -> sources.remove(code))
        .map(done -> Answer.nothing());
  }

  private Future<Void> note(
      Tx tx, String kind, String code, Instant at, String who, JsonObject body) {
    return journal.append(tx, new Fact(kind, code, at, who, body)).mapEmpty();
  }

  private String camera(Request request) {
    String code = request.path("code");
    return registers
        .findStation(Visitor.of(request).scope(), code)
        .filter(station -> station.kind().equals(CAMERA))
        .map(station -> code)
        .orElseThrow(
            () ->
                Problem.notFound("There is no camera '%s'.".formatted(code))
                    .inChinese("没有编号为“%s”的摄像头。".formatted(code)));
  }

  private static JsonObject json(CameraSource one) {
    return new JsonObject()
        .put("code", one.station())
        .put("kind", one.kind().code())
        .put("url", one.url().toString());
  }
}
