package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.park.Park;
import windrose.feature.alarms.AlarmsFeature;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.basemap.ExternalTiles;
import windrose.feature.cameras.CamerasFeature;
import windrose.feature.cards.CardsFeature;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.ingest.Listening;
import windrose.feature.ingest.broker.BrokerAddress;
import windrose.feature.ingest.broker.BrokerFeature;
import windrose.feature.ingest.hj212.Hj212Feature;
import windrose.feature.ingest.mqtt.MqttFeature;
import windrose.feature.ingest.past.PastFeature;
import windrose.feature.ingest.push.PushFeature;
import windrose.feature.journal.Journal;
import windrose.feature.journal.JournalFeature;
import windrose.feature.livemap.LiveMapFeature;
import windrose.feature.overlays.OverlaysFeature;
import windrose.feature.people.PeopleFeature;
import windrose.feature.people.Visitor;
import windrose.feature.picture.PictureFeature;
import windrose.feature.planner.PlannerFeature;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.archive.Archive;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.bulk.BulkFeature;
import windrose.feature.registers.editing.EditingFeature;
import windrose.feature.registers.history.HistoryFeature;
import windrose.feature.registers.limits.LimitsFeature;
import windrose.feature.simulator.Hj212Target;
import windrose.feature.simulator.MqttTarget;
import windrose.feature.simulator.SimulatorFeature;
import windrose.feature.stations.StationsFeature;
import windrose.feature.tickets.TicketsFeature;
import windrose.feature.walls.WallsFeature;
import windrose.feature.weather.WeatherFeature;
import windrose.platform.db.Database;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.db.DatabaseWatch;
import windrose.platform.live.LiveHub;
import windrose.platform.observe.Health;
import windrose.platform.observe.LoopWatch;
import windrose.platform.observe.Metrics;
import windrose.platform.web.OpenApi;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;
import windrose.platform.work.HeavyWork;

/** All objects of the server, made by hand in one place, in the order in which they need each other. Event loop only. */
final class Server {
  private static final String VERSION = "0.1.0";
  private static final int POOL_SIZE = 8;
  private static final int UPKEEP_POOL_SIZE = 2;

  private final Vertx vertx;
  private final AppConfig config;
  private final Clock clock;
  private final Storage storage;
  private final Metrics metrics;
  private final Database database;
  private final HeavyWork passwordWork;
  private final HeavyWork heavyWork;
  private final Database upkeepDatabase;
  private final HeavyWork historyWork;
  private final Journal journal;
  private final JournalFeature journals;
  private final PeopleFeature people;
  private final WallsFeature walls;
  private final BasemapFeature basemap;
  private final RegistersFeature registers;
  private final CamerasFeature cameras;
  private final OverlaysFeature overlays;
  private final CardsFeature cards;
  private final ReadingsFeature readings;
  private final IngestFeature ingest;
  private final WeatherFeature weather;
  private final PlannerFeature planner;
  private final MqttFeature mqtt;
  private final Hj212Feature hj212;
  private final EditingFeature editing;
  private final LimitsFeature limits;
  private final BulkFeature bulk;
  private final StationsFeature stations;
  private final TicketsFeature tickets;
  private final Optional<BrokerFeature> broker;
  private final LiveHub hub;
  private final LiveMapFeature liveMap;
  private final AlarmsFeature alarms;
  private final Health health = new Health();
  private final DatabaseWatch databaseWatch;
  private @Nullable SimulatorFeature simulator;
  private @Nullable WebServer web;
  private @Nullable Integer mqttPort;
  private @Nullable Integer hj212Port;
  private boolean draining;

  Server(
      Vertx vertx,
      AppConfig config,
      DatabaseUrl databaseUrl,
      Storage storage,
      Metrics metrics,
      StartFiles files,
      Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.storage = storage;
    this.metrics = metrics;
    String park = config.parkId();
    database = Database.open(vertx, databaseUrl, POOL_SIZE);
    passwordWork = new HeavyWork(vertx, "windrose-passwords", 1, 20, 5_000);
    heavyWork = new HeavyWork(vertx, "windrose-heavy", 2, 200, 30_000);
    journals = new JournalFeature(database, park, clock);
    journal = journals.journal();
    people =
        new PeopleFeature(
            database,
            journal,
            park,
            clock,
            passwordWork,
            config.outside().publicUrl(),
            config.listeners().tls().isPresent());
    walls =
        new WallsFeature(
            database,
            journal,
            park,
            clock,
            people.gatekeeper(),
            people.sessionEnded(),
            people.usesSecureCookies());
    basemap = new BasemapFeature(database, journal, park, clock, heavyWork, config.tiles());
    registers = new RegistersFeature(database, journal, park, clock, basemap, files.substances());
    cameras = new CamerasFeature(database, journal, registers, park, clock, config.demo());
    overlays = new OverlaysFeature(database, journal, basemap, park, clock, heavyWork);
    cards = new CardsFeature(database, journal, park, clock, files.substances(), files.cards());
    upkeepDatabase = Database.open(vertx, databaseUrl, UPKEEP_POOL_SIZE);
    historyWork = new HeavyWork(vertx, "windrose-history", 2, 500, 30_000);
    readings =
        new ReadingsFeature(
            vertx,
            database,
            registers,
            new Archive(database, upkeepDatabase, historyWork, journal, park, clock),
            historyWork,
            config.keep(),
            park,
            clock);
    ingest = new IngestFeature(vertx, database, registers, readings, metrics, park, clock);
    mqtt =
        new MqttFeature(
            vertx,
            mqttListening(),
            config.ingest().mqtt(),
            registers,
            readings,
            ingest,
            metrics,
            clock);
    weather = new WeatherFeature(registers, ingest.readingAccepted(), clock);
    planner =
        new PlannerFeature(
            vertx,
            files.substances(),
            weather,
            basemap,
            registers,
            readings,
            files.planner(),
            clock,
            VERSION);
    hj212 =
        new Hj212Feature(
            vertx,
            database,
            journal,
            registers,
            ingest,
            metrics,
            park,
            new Listening(
                config.listeners().host(),
                config.listeners().hj212Port().orElse(0),
                Optional.empty()),
            config.ingest().hj212(),
            storage.folder().path().resolve("spool/hj212.spool"),
            clock);
    ZoneId zone = config.ingest().zone();
    editing = new EditingFeature(database, journal, registers, park, clock, zone, readings::hasAny);
    limits =
        new LimitsFeature(
            database, registers, editing.edit(), park, files.substances(), files.workplaceLimits());
    bulk = new BulkFeature(registers, editing, heavyWork);
    stations =
        new StationsFeature(
            vertx,
            database,
            registers,
            basemap,
            ingest.readingAccepted(),
            heavyWork,
            park,
            clock,
            zone,
            config.ingest().silence());
    tickets = new TicketsFeature(vertx, database, journal, registers, stations, park, clock);
    ingest.asksMaintenance(registers::isInMaintenance);
    broker = config.broker().map(this::readFrom);
    hub = new LiveHub(vertx, clock);
    liveMap = new LiveMapFeature(hub, registers, ingest.readingAccepted(), people.sessionEnded());
    alarms =
        new AlarmsFeature(
            vertx,
            database,
            journal,
            registers,
            stations,
            ingest.readingAccepted(),
            hub,
            metrics,
            park,
            clock);
    databaseWatch = new DatabaseWatch(vertx, database, clock, new TellTheMap());
    observe();
  }

  private BrokerFeature readFrom(BrokerAddress address) {
    // one session per installation: the broker keeps for us what we have not acknowledged
    String clientId =
        "windrose-" + config.parkId() + "-" + storage.installationId().substring(0, 12);
    return new BrokerFeature(vertx, address, clientId, registers, ingest, metrics, clock);
  }

  private final class TellTheMap implements DatabaseWatch.Listener {
    @Override
    public void away(Instant since) {
      hub.stale(HealthParts.DATABASE, since.toEpochMilli());
    }

    @Override
    public void back() {
      hub.fresh(HealthParts.DATABASE);
    }
  }

  /** Brings everything up and returns the administrator's first password, if one was made. */
  Future<Optional<String>> start(Optional<Park> park, WebFiles files, Consumer<String> progress) {
    return loadPark(park, progress)
        .compose(done -> registers.load())
        .compose(done -> readings.start())
        .compose(done -> ingest.load())
        .compose(done -> people.start(vertx))
        .compose(done -> walls.start())
        .compose(done -> cameras.start())
        .compose(done -> overlays.start())
        .compose(done -> liveMap.restore(readings))
        .compose(done -> stations.start())
        .compose(done -> tickets.start())
        .compose(done -> alarms.start())
        .compose(done -> openMqtt())
        .compose(done -> openHj212())
        .compose(done -> config.demo() ? startSimulator(park.orElseThrow()) : nothing())
        .compose(done -> people.ensureAdmin(config.adminPassword()))
        .compose(password -> openWeb(files).map(password))
        .onSuccess(
            done -> {
              databaseWatch.start();
              readings.upkeep().start();
            });
  }

  private Future<Void> loadPark(Optional<Park> park, Consumer<String> progress) {
    if (park.isEmpty()) {
      return nothing();
    }
    return basemap
        .importPark(park.get(), "windrose")
        .onSuccess(result -> progress.accept(result.sentence()))
        .mapEmpty();
  }

  private Future<Void> openMqtt() {
    broker.ifPresent(BrokerFeature::start);
    if (config.listeners().mqttPort().isEmpty()) {
      return nothing();
    }
    return mqtt.listen().onSuccess(port -> mqttPort = port).mapEmpty();
  }

  private Future<Void> openHj212() {
    if (config.listeners().hj212Port().isEmpty()) {
      return hj212.load();
    }
    return hj212.listen().onSuccess(port -> hj212Port = port).mapEmpty();
  }

  private Future<Void> startSimulator(Park park) {
    if (mqttPort == null) {
      return nothing();
    }
    DemoSecrets secrets = DemoSecrets.open(storage.folder().path(), registers, heavyWork);
    SimulatorFeature demo =
        new SimulatorFeature(
            vertx,
            park,
            clock,
            new MqttTarget(config.listeners().host(), mqttPort),
            Optional.ofNullable(hj212Port)
                .map(port -> new Hj212Target(config.listeners().host(), port)),
            secrets::secretOf,
            database,
            journal,
            heavyWork);
    demo.changed()
        .subscribe(
            change ->
                change
                    .running()
                    .ifPresentOrElse(
                        drill ->
                            liveMap.showDrill(
                                drill.scenario().id(),
                                drill.scenario().nameZh(),
                                drill.scenario().nameEn(),
                                drill.started(),
                                drill.phase().name()),
                        liveMap::endDrills));
    alarms.asksDrill(() -> demo.running().map(drill -> drill.scenario().id()));
    simulator = demo;
    return demo.start();
  }

  private Future<Void> openWeb(WebFiles files) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(health.routes());
    routes.add(metrics.route());
    routes.addAll(people.routes());
    routes.addAll(walls.routes());
    routes.addAll(journals.routes(request -> Visitor.of(request).scope()));
    routes.addAll(basemap.routes());
    routes.addAll(registers.routes());
    routes.addAll(cameras.routes());
    routes.addAll(overlays.routes());
    routes.addAll(cards.routes());
    routes.addAll(editing.routes());
    routes.addAll(limits.routes());
    routes.addAll(bulk.routes());
    routes.addAll(new HistoryFeature(journals, registers).routes());
    routes.addAll(stations.routes());
    routes.addAll(tickets.routes());
    routes.addAll(readings.routes());
    routes.addAll(ingest.routes());
    routes.addAll(hj212.routes());
    routes.add(
        new ListenerRoutes(config.listeners().tls().isPresent(), this::mqttPort, this::hj212Port)
            .route());
    routes.addAll(
        new PastFeature(database, journal, registers, readings, heavyWork, clock).routes());
    routes.addAll(new PushFeature(registers, readings, ingest, metrics, clock).routes());
    routes.addAll(liveMap.routes());
    routes.addAll(alarms.routes());
    routes.addAll(planner.routes());
    routes.addAll(new PictureFeature(basemap, registers, readings, heavyWork, clock).routes());
    if (simulator != null) {
      routes.addAll(simulator.routes());
    }
    routes.add(OpenApi.route(VERSION, routes));
    WebServer.Options options =
        new WebServer.Options(
            config.listeners().host(),
            config.listeners().httpPort(),
            config
                .listeners()
                .tls()
                .map(tls -> new WebServer.Tls(tls.certificate().toString(), tls.key().toString())),
            new PeerAddress(config.outside().trustedProxies()),
            tileOrigins(),
            this::pictureOrigins);
    return WebServer.listen(vertx, options, routes, walls.gatekeeper(), files)
        .onSuccess(server -> web = server)
        .mapEmpty();
  }

  private Set<String> tileOrigins() {
    return config.tiles().map(ExternalTiles::origin).map(Set::of).orElse(Set.of());
  }

  private Set<String> pictureOrigins() {
    Set<String> origins = new HashSet<>(cameras.origins());
    origins.addAll(overlays.origins());
    return origins;
  }

  private Listening mqttListening() {
    return new Listening(
        config.listeners().host(),
        config.listeners().mqttPort().orElse(0),
        config
            .listeners()
            .tls()
            .map(tls -> new Listening.Tls(tls.certificate().toString(), tls.key().toString())));
  }

  private void observe() {
    new LoopWatch(vertx, metrics);
    new HealthParts(health, databaseWatch, storage).add(broker, () -> draining);
    metrics.gauge("windrose_live_viewers", "Open live channels", hub::viewers);
    metrics.gauge("windrose_heavy_work_waiting", "Sums that wait", heavyWork::waiting);
    metrics.gauge("windrose_heavy_work_running", "Sums that run", heavyWork::running);
    metrics.gauge("windrose_heavy_work_refused", "Sums that found no place", heavyWork::refused);
    readings.upkeep().observe(metrics);
    metrics.gauge("windrose_readings_waiting", "Readings that wait", readings.writer()::held);
  }

  /** The way in for commands of the same user on the same machine. */
  LocalDoor localDoor() {
    return new LocalDoor(
        address(),
        people.keyForCommandLine(
            EnumSet.of(
                Action.SEE_PARK, Action.RUN_SCENARIO, Action.IMPORT_PARK, Action.IMPORT_READINGS)));
  }

  String address() {
    Optional<URI> publicUrl = config.outside().publicUrl();
    if (publicUrl.isPresent()) {
      return publicUrl.get().toString();
    }
    String scheme = config.listeners().tls().isPresent() ? "https" : "http";
    String host = config.listeners().host();
    String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return scheme + "://" + reachable + ":" + (web == null ? 0 : web.port());
  }

  Optional<Integer> mqttPort() {
    return Optional.ofNullable(mqttPort);
  }

  Optional<Integer> hj212Port() {
    return Optional.ofNullable(hj212Port);
  }

  /** Devices first, so that nothing new comes in; then what is in hand is committed; then everybody is let go. */
  Future<Void> drain() {
    draining = true;
    databaseWatch.stop();
    return (simulator == null ? nothing() : simulator.stop())
        .transform(done -> hj212.drain())
        .transform(done -> mqtt.drain())
        .transform(done -> broker.map(BrokerFeature::drain).orElseGet(Server::nothing))
        .transform(done -> ingest.close())
        .transform(
            done -> {
              tickets.stop();
              return stations.stop();
            })
        .transform(done -> alarms.stop())
        .transform(done -> readings.close())
        .transform(done -> readings.upkeep().stop())
        .transform(
            done -> {
              hub.close();
              return web == null ? nothing() : web.close();
            })
        .transform(done -> planner.close())
        .transform(done -> heavyWork.close())
        .transform(done -> historyWork.close())
        .transform(done -> passwordWork.close())
        .transform(done -> upkeepDatabase.close())
        .transform(done -> database.close());
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }
}
