package windrose.feature.livemap;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.people.SessionEnded;
import windrose.feature.people.Visitor;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.live.LayerState;
import windrose.platform.live.LiveHub;
import windrose.platform.topics.Topic;
import windrose.platform.web.Route;

/** The front door to the moving map: the newest value of each series, running drills, and the channel that pushes them. */
public final class LiveMapFeature {
  private final LiveHub hub;
  private final RegistersFeature registers;
  private final LayerState readings =
      new LayerState(Layer.READINGS.code(), List.of("v", "at", "q"));
  private final LayerState drills =
      new LayerState(Layer.SCENARIOS.code(), List.of("name_zh", "name_en", "started", "phase"));
  private final NewestReadings newest = new NewestReadings();
  private final Set<String> running = new HashSet<>();

  public LiveMapFeature(
      LiveHub hub,
      RegistersFeature registers,
      Topic<ReadingAccepted> accepted,
      Topic<SessionEnded> sessionEnded) {
    this.hub = hub;
    this.registers = registers;
    readings.filledBy(this::showNewest);
    hub.add(readings);
    hub.add(drills);
    accepted.subscribe(newest::take);
    sessionEnded.subscribe(ended -> hub.revoke(ended.credential()));
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/live")
            .needs(Action.SEE_PARK)
            .says("WebSocket: snapshots and patches of the live layers")
            .upgrades(
                (request, socket) -> {
                  Visitor visitor = Visitor.of(request);
                  hub.accept(
                      socket,
                      request.channel(),
                      new ScopedViewer(visitor.scope(), registers),
                      visitor.credential());
                }));
  }

  /** Shows the values of before the restart, with their own times, so that they appear old and not absent. */
  public Future<Void> restore(ReadingsFeature memory) {
    Map<Long, RegisteredSeries> byKey = new HashMap<>();
    registers.listAllSeries().forEach(series -> byKey.put(series.key(), series));
    return memory
        .listLatest(ViewScope.ALL, List.copyOf(byKey.keySet()))
        .onSuccess(
            latest ->
                latest.forEach(
                    reading -> {
                      RegisteredSeries series = byKey.get(reading.series());
                      if (series != null) {
                        newest.restore(series, reading.at(), reading.value(), reading.quality());
                      }
                    }))
        .mapEmpty();
  }

  /** A drill runs or changes its phase. */
  public void showDrill(String id, String nameZh, String nameEn, Instant started, String phase) {
    running.add(id);
    drills.upsert(id, Layer.SCENARIOS, nameZh, nameEn, started.toEpochMilli(), phase);
  }

  public void endDrills() {
    List.copyOf(running).forEach(drills::remove);
    running.clear();
  }

  /** Called before each frame: what changed several times since the last one is shown once. */
  private void showNewest() {
    newest.drain(
        (id, one) ->
            readings.upsert(
                id, one.series(), one.value(), one.at().toEpochMilli(), one.quality().bits()));
  }
}
