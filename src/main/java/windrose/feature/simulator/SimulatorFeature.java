package windrose.feature.simulator;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.park.Park;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.simulator.cameras.CameraStudio;
import windrose.feature.simulator.devices.DeviceFleet;
import windrose.feature.simulator.devices.Hj212Fleet;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.FieldFaults;
import windrose.feature.simulator.truth.LeakRun;
import windrose.platform.db.Database;
import windrose.platform.topics.Topic;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/**
 * The demo's life: devices that report, drills that run, cameras that look.
 *
 * <p>One drill at a time. A drill does not outlive the process: stopping the server ends it, with a fact in the journal.
 */
public final class SimulatorFeature {
  private static final Logger log = LoggerFactory.getLogger(SimulatorFeature.class);
  private static final long SEED = 20_260_601;
  private static final long STEP_MS = 1_000;

  private final Vertx vertx;
  private final Clock clock;
  private final DemoWorld world;
  private final DeviceFleet fleet;
  private final Optional<Hj212Fleet> stations;
  private final List<Scenario> scenarios;
  private final Function<Fact, Future<Void>> remember;
  private final CameraStudio cameras;
  private final SimulatorRoutes routes;
  private final Topic<ScenarioChanged> changed = new Topic<>("scenario changed");
  private @Nullable RunningScenario running;
  private boolean isChanging;
  private long timer = -1;

  public SimulatorFeature(
      Vertx vertx,
      Park park,
      Clock clock,
      MqttTarget target,
      Optional<Hj212Target> hj212Target,
      Function<String, Future<String>> secretOf,
      Database database,
      Journal journal,
      HeavyWork work) {
    this(
        vertx,
        park,
        clock,
        target,
        hj212Target,
        secretOf,
        fact -> database.inTransaction(tx -> journal.append(tx, fact)).mapEmpty(),
        work);
  }

  SimulatorFeature(
      Vertx vertx,
      Park park,
      Clock clock,
      MqttTarget target,
      Optional<Hj212Target> hj212Target,
      Function<String, Future<String>> secretOf,
      Function<Fact, Future<Void>> remember,
      HeavyWork work) {
    this.vertx = vertx;
    this.clock = clock;
    this.remember = remember;
    this.world = new DemoWorld(park, SEED, FieldFaults.DEMO);
    this.scenarios =
        Scenario.ALL.stream().filter(s -> world.findAsset(s.leak().asset()).isPresent()).toList();
    this.fleet =
        new DeviceFleet(
            vertx, park, clock, world, target.host(), target.port(), secretOf, this::drillId);
    this.stations =
        hj212Target.map(
            to -> new Hj212Fleet(vertx, park, clock, world, to.host(), to.port(), secretOf));
    this.cameras = new CameraStudio(park, world, clock, work);
    this.routes = new SimulatorRoutes(this, cameras);
  }

  /** Devices, drills and timers then live on the one event loop that this is called on. */
  public Future<Void> start() {
    Promise<Void> started = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            nothing -> {
              fleet.start();
              stations.ifPresent(Hj212Fleet::start);
              timer = vertx.setPeriodic(STEP_MS, id -> advance());
              started.complete();
            });
    return started.future();
  }

  /** Ends a running drill, then hangs up all devices. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    Future<Void> ended =
        running == null ? Future.succeededFuture() : end("windrose", "the server stops");
    return ended
        .otherwise(
            why -> {
              log.warn("the end of the running drill could not be written to the journal", why);
              return null;
            })
        .compose(nothing -> fleet.stop())
        .compose(nothing -> stations.map(Hj212Fleet::stop).orElseGet(Future::succeededFuture));
  }

  public List<Route> routes() {
    return routes.list();
  }

  /** The drills that this park has the assets for. */
  public List<Scenario> scenarios() {
    return scenarios;
  }

  public Optional<RunningScenario> running() {
    return Optional.ofNullable(running);
  }

  public Topic<ScenarioChanged> changed() {
    return changed;
  }

  /** Devices that are signed in now, out of all. */
  public long devicesOnline() {
    return fleet.online() + stations.map(Hj212Fleet::online).orElse(0L);
  }

  public int devices() {
    return fleet.size() + stations.map(Hj212Fleet::size).orElse(0);
  }

  /** Starts a drill; refused while another is on. */
  public Future<RunningScenario> run(String id, String who) {
    Optional<Scenario> found = scenarios.stream().filter(s -> s.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return Future.failedFuture(Problem.notFound("There is no drill '" + id + "' for this park."));
    }
    if (running != null || isChanging) {
      return Future.failedFuture(
          Problem.conflict("A drill is already running. Stop it first, then start the next."));
    }
    Scenario scenario = found.get();
    Instant started = clock.instant();
    isChanging = true;
    return remember
        .apply(fact("scenario.started", scenario, started, who, null))
        .map(
            nothing -> {
              world.open(scenario.leak(), started.toEpochMilli() / 1000.0);
              return tell(new RunningScenario(scenario, started, LeakRun.Phase.OPENING, who));
            })
        .onComplete(done -> isChanging = false);
  }

  /** Ends the running drill at once; without one it is refused. */
  public Future<Void> stopScenario(String who) {
    if (running == null || isChanging) {
      return Future.failedFuture(Problem.conflict("No drill is running."));
    }
    return end(who, "stopped");
  }

  private Future<Void> end(String who, String reason) {
    RunningScenario ending = running;
    if (ending == null) {
      return Future.succeededFuture();
    }
    isChanging = true;
    return remember
        .apply(fact("scenario.stopped", ending.scenario(), clock.instant(), who, reason))
        .onSuccess(
            nothing -> {
              world.endLeak();
              running = null;
              changed.announce(new ScenarioChanged(Optional.empty()));
            })
        .onComplete(done -> isChanging = false);
  }

  private void advance() {
    Optional<LeakRun> leak = world.findLeak();
    RunningScenario now = running;
    if (leak.isEmpty() || now == null || isChanging) {
      return;
    }
    leak.get().advanceTo(clock.millis() / 1000.0);
    LeakRun.Phase phase = leak.get().phase();
    if (phase == LeakRun.Phase.OVER) {
      end(now.who(), "over")
          .onFailure(why -> log.warn("the end of a drill could not be written, trying again", why));
    } else if (phase != now.phase()) {
      tell(new RunningScenario(now.scenario(), now.started(), phase, now.who()));
    }
  }

  private RunningScenario tell(RunningScenario now) {
    running = now;
    changed.announce(new ScenarioChanged(Optional.of(now)));
    return now;
  }

  private @Nullable String drillId() {
    RunningScenario now = running;
    return now == null ? null : now.scenario().id();
  }

  private static Fact fact(
      String kind, Scenario scenario, Instant at, String who, @Nullable String reason) {
    JsonObject body =
        new JsonObject()
            .put("drill", true)
            .put("name_zh", scenario.nameZh())
            .put("name_en", scenario.nameEn())
            .put("asset", scenario.leak().asset());
    if (reason != null) {
      body.put("reason", reason);
    }
    return new Fact(kind, scenario.id(), at, who, body);
  }
}
