package windrose.feature.planner;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.access.ViewScope;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.release.source.TankPrefill;
import windrose.domain.weather.Atmosphere;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.planner.answer.AnswerHead;
import windrose.feature.planner.answer.PeopleNear;
import windrose.feature.planner.distances.DistancesDesk;
import windrose.feature.planner.distances.DistancesQuestion;
import windrose.feature.planner.ensemble.EnsembleDesk;
import windrose.feature.planner.park.LiveTank;
import windrose.feature.planner.park.NearTank;
import windrose.feature.planner.park.ParkPlaces;
import windrose.feature.planner.park.ParkTank;
import windrose.feature.planner.park.TankInput;
import windrose.feature.planner.request.EnsembleWish;
import windrose.feature.planner.request.InputPart;
import windrose.feature.planner.request.PlannedScenario;
import windrose.feature.planner.request.RequestFields;
import windrose.feature.planner.request.ScenarioReader;
import windrose.feature.planner.runs.BackgroundRuns;
import windrose.feature.planner.runs.UserRuns;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.StoredReading;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.weather.WeatherFeature;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to consequence runs (情景推演): a scenario in, zones and numbers with their doubts out; nothing is kept for long. */
public final class PlannerFeature {
  /** Runs that somebody waits for, each of another person. */
  private static final int WAITED_FOR = 2;

  /** Runs in the background, each of another person. */
  private static final int BEHIND = 2;

  private static final int QUEUE = 100;
  private static final long WARN_AFTER_MS = 120_000;

  private final SubstanceTable substances;
  private final WeatherFeature weather;
  private final RegistersFeature registers;
  private final ReadingsFeature readings;
  private final PlannerTables tables;
  private final ParkPlaces places;
  private final HeavyWork work;
  private final UserRuns runs;
  private final BackgroundRuns background;
  private final EnsembleDesk ensembles;
  private final DistancesDesk distances;
  private final Clock clock;
  private final String version;

  public PlannerFeature(
      Vertx vertx,
      SubstanceTable substances,
      WeatherFeature weather,
      BasemapFeature basemap,
      RegistersFeature registers,
      ReadingsFeature readings,
      PlannerTables tables,
      Clock clock,
      String version) {
    this.substances = substances;
    this.weather = weather;
    this.registers = registers;
    this.readings = readings;
    this.tables = tables;
    this.places = new ParkPlaces(basemap);
    // a pool of its own: nobody's run holds up the layers, exports and camera pictures of the
    // others
    this.work = new HeavyWork(vertx, "windrose-planner", WAITED_FOR + BEHIND, QUEUE, WARN_AFTER_MS);
    this.runs = new UserRuns(work, WAITED_FOR);
    this.background = new BackgroundRuns(work, BEHIND, clock, PlannerFeature::explained);
    this.ensembles = new EnsembleDesk(tables.texts(), weather::listRecentWind, clock, version);
    this.distances = new DistancesDesk(tables.distances(), tables.texts());
    this.clock = clock;
    this.version = version;
  }

  public List<Route> routes() {
    return new PlannerRoutes(this, background, weather, tables.texts(), substances, clock).routes();
  }

  public int runsInHand() {
    return runs.inHand() + background.inHand();
  }

  /** Ends long runs at their next step and lets short ones come to their end. */
  public Future<Void> close() {
    background.close();
    return work.close();
  }

  /** A model's refusal is the caller's business: the field and its range. */
  static Throwable explained(Throwable failure) {
    return failure instanceof ModelRefused refused
        ? Problem.invalidField(
            RequestFields.pointerOf(refused.field()), refused.sentenceEn(), refused.sentenceZh())
        : failure;
  }

  Future<JsonObject> run(JsonObject body, ViewScope scope, String user) {
    PlannedScenario planned = reader().read(body);
    Atmosphere air = air(planned);
    Future<List<ParkTank>> tanks =
        planned.isBrief() ? Future.succeededFuture(List.of()) : places.listTanks(scope);
    return Future.all(places.listPeople(scope), tanks)
        .compose(
            both ->
                runs.run(
                    user,
                    "consequence run",
                    cancellation -> {
                      PeopleNear people = both.resultAt(0);
                      List<NearTank> near =
                          NearTank.around(both.resultAt(1), planned.at(), planned.tank());
                      JsonObject answer =
                          new PlannerJson(planned, people, near, tables.texts())
                              .answer(
                                  PlannerRun.run(planned, air, near, cancellation),
                                  version,
                                  clock.instant());
                      return planned.isBrief()
                          ? answer
                          : answer.put(
                              "warnings",
                              new NeighbourJson(tables.texts())
                                  .warnings(planned, tables.hazards(), near));
                    }));
  }

  /** Zones of probability from steady clouds; answered when computed. */
  Future<JsonObject> ensemble(JsonObject body, ViewScope scope, String user) {
    InputPart root = new InputPart(body, "");
    PlannedScenario planned = reader().read(root);
    EnsembleWish wish = EnsembleWish.steady(root);
    root.refuseOthers();
    wish.pick(planned);
    Atmosphere air = air(planned);
    return places
        .listPeople(scope)
        .compose(
            people ->
                runs.run(
                    user,
                    "ensemble",
                    cancellation ->
                        ensembles
                            .steady(planned, wish, air, people)
                            .run(new CancelledProgress(cancellation))));
  }

  /** Zones of probability from puffs in changing winds; answered with a number to ask after. */
  Future<JsonObject> startRun(JsonObject body, ViewScope scope, String user) {
    InputPart root = new InputPart(body, "");
    PlannedScenario planned = reader().read(root);
    EnsembleWish wish = EnsembleWish.puffs(root);
    root.refuseOthers();
    wish.pick(planned);
    Atmosphere air = air(planned);
    return places
        .listPeople(scope)
        .map(
            people ->
                background.start(
                    user,
                    AnswerHead.substance(planned.fluid().substance()),
                    ensembles.puffs(planned, wish, air, people)::run));
  }

  Future<JsonObject> distances(DistancesQuestion question, String user) {
    return runs.run(user, "first-minute distances", cancellation -> distances.answer(question));
  }

  private ScenarioReader reader() {
    return new ScenarioReader(substances, weather::pick, clock);
  }

  private static Atmosphere air(PlannedScenario planned) {
    return planned
        .weather()
        .atmosphere()
        .orElseThrow(
            () ->
                Problem.conflict(
                        "No mast knows the wind now, and none is invented: type the weather, or take the full circle of the isolation distance.")
                    .inChinese("现在没有气象塔知道风向，也不会编造：请手动输入气象，或按隔离距离取整圆。"));
  }

  /** A tank of the drawing as the source of a run, with its bund and with what its sensors say now. */
  Future<JsonObject> prefill(String id, ViewScope scope) {
    return places
        .getTank(scope, id)
        .compose(
            tank -> {
              List<RegisteredSeries> series =
                  registers.listAllSeries().stream()
                      .filter(one -> id.equals(one.series().asset()))
                      .filter(one -> registers.shows(scope, one))
                      .toList();
              return readings
                  .listLatest(scope, series.stream().map(RegisteredSeries::key).toList())
                  .map(newest -> prefill(tank, series, newest));
            });
  }

  private JsonObject prefill(
      ParkTank drawn, List<RegisteredSeries> series, List<StoredReading> newest) {
    Map<Long, StoredReading> bySeries = new HashMap<>();
    newest.forEach(reading -> bySeries.put(reading.series(), reading));
    LiveTank live = LiveTank.of(drawn.tank(), series, bySeries, clock.instant());
    TankPrefill filled =
        TankPrefill.of(live.tank(), substances.fluidOf(substance(drawn)), drawn.bundAreaM2());
    JsonArray inputs = new JsonArray();
    live.inputs()
        .forEach(input -> inputs.add(TankInput.input(input, tables.texts(), clock.instant())));
    return TankInput.source(live.tank(), filled.release(), drawn.largestNozzleMm())
        .put("inputs", inputs)
        .put("notes", tables.texts().json(filled.notes()));
  }

  private Substance substance(ParkTank drawn) {
    return Optional.ofNullable(drawn.tank().cas())
        .flatMap(substances::findByCas)
        .orElseThrow(
            () ->
                Problem.conflict(
                        "What is in tank %s (%s) has no row in the substances table."
                            .formatted(drawn.tank().id(), drawn.tank().mediumEn()))
                    .inChinese(
                        "储罐 %s 所装的物质（%s）不在物性数据表中。"
                            .formatted(drawn.tank().id(), drawn.tank().mediumZh())));
  }
}
