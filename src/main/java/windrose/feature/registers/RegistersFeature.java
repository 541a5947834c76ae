package windrose.feature.registers;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.access.ViewScope;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.park.Station;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
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

  private static final Duration MAINTENANCE_KEPT = Duration.ofDays(400);

  private final Database database;
  private final Clock clock;
  private final SubstanceTable substances;
  private final RegisterStore store;
  private final SecretStore secretStore;
  private final SecretChanges secretChanges;
  private final Topic<RegisterLoaded> registerLoaded = new Topic<>("register loaded");
  private final Topic<MaintenanceChanged> maintenanceChanged = new Topic<>("maintenance changed");
  private Register register = Register.EMPTY;
  private DeviceSecrets secrets = new DeviceSecrets(Map.of());
  private Maintenances maintenances = Maintenances.NONE;
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
    this.clock = clock;
    this.substances = substances;
    this.store = new RegisterStore(park);
    this.secretStore = new SecretStore(park);
    this.secretChanges = new SecretChanges(database, journal, secretStore, clock);
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

  /** Somebody planned, began or ended maintenance; announced after the registers in memory know it. */
  public Topic<MaintenanceChanged> maintenanceChanged() {
    return maintenanceChanged;
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
        .compose(
            loaded ->
                store
                    .listMaintenance(
                        database, ViewScope.ALL, clock.instant().minus(MAINTENANCE_KEPT))
                    .compose(
                        windows ->
                            loadSecrets()
                                .onSuccess(
                                    done -> take(number, loaded, new Maintenances(windows)))))
        .onSuccess(done -> registerLoaded.announce(new RegisterLoaded()));
  }

  /** A load that was overtaken by a later one has nothing new to say. */
  private void take(long number, Register loaded, Maintenances windows) {
    if (number > newestLoad) {
      newestLoad = number;
      register = loaded;
      maintenances = windows;
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

  /** The codes of all stations that a scope shows, retired ones too. */
  public List<String> listStationCodes(ViewScope scope) {
    return register.listStationCodes(scope);
  }

  /** Whether a scope shows a station, in use or retired. */
  public boolean shows(ViewScope scope, String stationCode) {
    return register.shows(scope, stationCode);
  }

  /** Whether a scope shows a series: it does when it shows its station. */
  public boolean shows(ViewScope scope, RegisteredSeries series) {
    return register.shows(scope, series);
  }

  /** Whether whoever signed in as this station may publish for that one: itself, or the gateway that owns it. */
  public boolean mayPublish(String loginCode, String stationCode) {
    return register.mayPublish(loginCode, stationCode);
  }

  /**
   * Whether this is the secret of a station in use; takes the same time for a wrong code and a wrong secret.
   *
   * <p>Never true for a short password that a maker fixed: that opens HJ 212 only, see {@link #passwordMatches}.
   */
  public boolean secretMatches(String code, String secret) {
    boolean inUse = findStation(code).isPresent();
    return secrets.matches(code, secret, false) && inUse;
  }

  /** For HJ 212 alone: the secret or the maker's password of a station in use. */
  public boolean passwordMatches(String code, String password) {
    boolean inUse = findStation(code).isPresent();
    return secrets.matches(code, password, true) && inUse;
  }

  /** Whether somebody works on the station at this moment; cheap enough for every reading. */
  public boolean isInMaintenance(String station, Instant at) {
    return maintenances.covers(station, at);
  }

  /** The maintenance of a station in the last {@code 400} days, newest first. */
  public List<MaintenanceWindow> listMaintenance(String station) {
    return maintenances.of(station);
  }

  /** The maintenance that is going on at a station now. */
  public Optional<MaintenanceWindow> findMaintenance(String station) {
    Instant now = clock.instant();
    return maintenances.of(station).stream().filter(one -> one.covers(now)).findFirst();
  }

  /** A station with all that the register knows of it, also a retired one. */
  public Optional<RegisteredStation> findRegistered(String code) {
    return register.findStation(code);
  }

  /** A station in use by its HJ 212 device number. */
  public Optional<RegisteredStation> findByMn(String mn) {
    return register.findByMn(mn);
  }

  /** Every station ever registered that the scope shows, retired ones too, by code. */
  public List<RegisteredStation> listAllStations(ViewScope scope) {
    return register.listAllStations(scope);
  }

  /** The enterprises in use that the scope shows, by code. */
  public List<RegisteredEnterprise> listEnterprises(ViewScope scope) {
    return register.listAllEnterprises(scope);
  }

  /** The station in use that this is the secret of, for devices that show nothing else. */
  public Optional<String> findStationBySecret(String secret) {
    return secrets.findStation(secret).filter(code -> findStation(code).isPresent());
  }

  /** A station in use that this scope shows. */
  public Optional<Station> findStation(ViewScope scope, String code) {
    return register
        .findStation(code)
        .filter(station -> station.isInUse() && station.isShownTo(scope))
        .map(RegisteredStation::station);
  }

  /** Whether readings of this station are also taken from the external broker. */
  public boolean isByBroker(String code) {
    return register.findStation(code).filter(one -> one.link().byBroker()).isPresent();
  }

  public boolean hasSecret(String code) {
    return secrets.isIssued(code);
  }

  /** A new secret for a station in use; the old one ends. It is answered this once and kept only as a hash. */
  public Future<String> issueSecret(String code, String who) {
    if (findStation(code).isEmpty()) {
      return Future.failedFuture(noStation(code));
    }
    return secretChanges.issue(code, who).compose(secret -> loadSecrets().map(done -> secret));
  }

  /** Keeps a password that the maker of a device fixed, and tells whether it is a weak one. */
  Future<Boolean> giveSecret(Station station, String secret, @Nullable String note, String who) {
    return secretChanges
        .give(station, secret, note, who)
        .compose(weak -> loadSecrets().map(done -> weak));
  }

  /** Ends the secret of a station; nothing can sign in as it until a new one is issued. */
  Future<Void> revokeSecret(String code, String who) {
    return secretChanges.revoke(code, who).compose(done -> loadSecrets());
  }

  Future<List<SecretInfo>> listSecrets(ViewScope scope) {
    return secretStore.listSecrets(database, scope);
  }

  Register register() {
    return register;
  }

  public static Problem noStation(String code) {
    return Problem.notFound("There is no station '%s'.".formatted(code));
  }
}
