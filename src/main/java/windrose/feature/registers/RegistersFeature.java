package windrose.feature.registers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.access.ViewScope;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.park.Station;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.secret.Secret;
import windrose.platform.topics.Topic;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/**
 * The front door to the registers: which enterprises, stations and series exist, and which device may speak for which station.
 *
 * <p>Look-ups are answered from memory at once, for the path of every reading; {@link #load} and each import renew it.
 */
public final class RegistersFeature {
  private static final Logger log = LoggerFactory.getLogger(RegistersFeature.class);

  private final Database database;
  private final Journal journal;
  private final Clock clock;
  private final SubstanceTable substances;
  private final RegisterStore store;
  private final SecretStore secretStore;
  private final Topic<RegisterLoaded> registerLoaded = new Topic<>("register loaded");
  private Register register = Register.EMPTY;
  private DeviceSecrets secrets = new DeviceSecrets(Map.of());
  private long loadsStarted;
  private long newestLoad;
  private long newestSecrets;

  /** Takes part in the basemap's imports from now on; {@code park} is the id under which this process keeps its park. */
  public RegistersFeature(
      Database database,
      Journal journal,
      String park,
      Clock clock,
      BasemapFeature basemap,
      SubstanceTable substances) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
    this.substances = substances;
    this.store = new RegisterStore(park);
    this.secretStore = new SecretStore(park);
    basemap.addImportStep(new RegisterImport(new RegisterImportStore(park)));
    basemap
        .parkImported()
        .subscribe(
            imported ->
                load().onFailure(mistake -> log.error("the registers stay as they were", mistake)));
  }

  public List<Route> routes() {
    return new RegistersRoutes(this, substances).routes();
  }

  /** The snapshot in memory was renewed; whoever resolved series or stations before may do so again. */
  public Topic<RegisterLoaded> registerLoaded() {
    return registerLoaded;
  }

  /** Reads everything anew; look-ups answer from the old snapshot until the new one stands. */
  public Future<Void> load() {
    long number = ++loadsStarted;
    return store
        .listEnterprises(database, ViewScope.ALL)
        .compose(
            enterprises ->
                store
                    .listStations(database, ViewScope.ALL)
                    .compose(
                        stations ->
                            store
                                .listSeries(database, ViewScope.ALL)
                                .map(series -> new Register(enterprises, stations, series))))
        .compose(loaded -> loadSecrets().onSuccess(done -> take(number, loaded)))
        .onSuccess(done -> registerLoaded.announce(new RegisterLoaded()));
  }

  /** A load that was overtaken by a later one has nothing new to say. */
  private void take(long number, Register loaded) {
    if (number > newestLoad) {
      newestLoad = number;
      register = loaded;
    }
  }

  private Future<Void> loadSecrets() {
    long number = ++loadsStarted;
    return secretStore
        .getHashes(database)
        .onSuccess(
            hashes -> {
              if (number > newestSecrets) {
                newestSecrets = number;
                secrets = new DeviceSecrets(hashes);
              }
            })
        .mapEmpty();
  }

  /** A station in use. */
  public Optional<Station> findStation(String code) {
    return register
        .findStation(code)
        .filter(RegisteredStation::isInUse)
        .map(RegisteredStation::station);
  }

  /** All stations in use, by code. */
  public List<Station> listStationsInUse() {
    return register.listStationsInUse();
  }

  /** Whether there is such a station in use and a scope shows it. */
  public boolean isShownTo(ViewScope scope, String code) {
    return register
        .findStation(code)
        .filter(one -> one.isInUse() && one.isShownTo(scope))
        .isPresent();
  }

  /** The series in use of a station, by age. */
  public List<RegisteredSeries> listSeries(String stationCode) {
    return register.listSeries(stationCode);
  }

  /** A series by its public id {@code station/sensor}, also a retired one, whose readings remain. */
  public Optional<RegisteredSeries> findSeries(String id) {
    return register.findSeries(id);
  }

  /** Every series ever registered, retired ones too. */
  public List<RegisteredSeries> listAllSeries() {
    return register.listAllSeries();
  }

  /** Whether a scope shows a series: it does when it shows its station. */
  public boolean shows(ViewScope scope, RegisteredSeries series) {
    return register.shows(scope, series);
  }

  /** Whether whoever signed in as this station may publish for that one: itself, or the gateway that owns it. */
  public boolean mayPublish(String loginCode, String stationCode) {
    Optional<Station> login = findStation(loginCode);
    Optional<Station> station = findStation(stationCode);
    return login.isPresent()
        && station.isPresent()
        && (loginCode.equals(stationCode) || loginCode.equals(station.get().gateway()));
  }

  /** Whether this is the secret of a station in use; takes the same time for a wrong code and a wrong secret. */
  public boolean secretMatches(String code, String secret) {
    boolean inUse = findStation(code).isPresent();
    return secrets.matches(code, secret) && inUse;
  }

  public boolean hasSecret(String code) {
    return secrets.isIssued(code);
  }

  /** A new secret for a station in use; the old one ends. It is answered this once and kept only as a hash. */
  public Future<String> issueSecret(String code, String who) {
    if (findStation(code).isEmpty()) {
      return Future.failedFuture(noStation(code));
    }
    String secret = Secret.random();
    Instant at = clock.instant();
    Fact fact = new Fact("station.secret_issued", code, at, who, new JsonObject());
    return database
        .inTransaction(
            tx ->
                secretStore
                    .upsert(tx, code, Secret.hash(secret), at, who)
                    .compose(done -> journal.append(tx, fact)))
        .compose(entry -> loadSecrets())
        .map(done -> secret);
  }

  Register register() {
    return register;
  }

  static Problem noStation(String code) {
    return Problem.notFound("There is no station '%s'.".formatted(code));
  }
}
