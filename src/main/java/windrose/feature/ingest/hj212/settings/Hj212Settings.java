package windrose.feature.ingest.hj212.settings;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import windrose.domain.hj212.Period;
import windrose.domain.hj212.Statistic;
import windrose.domain.park.Station;
import windrose.feature.ingest.hj212.settings.StationSettings.Welcome;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/**
 * How HJ 212 stations are connected: answered from memory on the path of every frame, changed by people with a journal entry.
 *
 * <p>A station's number (MN), the addresses it may come from and its password are those set here, else those of the register.
 */
public final class Hj212Settings {
  private final Database database;
  private final Journal journal;
  private final Clock clock;
  private final RegistersFeature registers;
  private final SettingsStore store;
  private Map<String, StationSettings> stations = Map.of();
  private List<FactorOverride> overrides = List.of();
  private Map<String, List<String>> byMn = Map.of();
  private final Map<String, FactorMapping> mappings = new HashMap<>();

  public Hj212Settings(
      Database database, Journal journal, String park, Clock clock, RegistersFeature registers) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
    this.registers = registers;
    this.store = new SettingsStore(park);
    registers.registerLoaded().subscribe(loaded -> index());
  }

  public Future<Void> load() {
    return store
        .getStations(database)
        .compose(
            all ->
                store
                    .getOverrides(database)
                    .map(
                        list -> {
                          stations = all;
                          overrides = list;
                          index();
                          return null;
                        }));
  }

  /** Succeeds when the database answers. */
  public Future<Void> askDatabase() {
    return store.ask(database);
  }

  public List<Route> routes() {
    return new SettingsRoutes(this, registers).routes();
  }

  private void index() {
    mappings.clear();
    Map<String, List<String>> found = new HashMap<>();
    for (Station station : registers.listStationsInUse()) {
      mnOf(station)
          .ifPresent(mn -> found.computeIfAbsent(mn, key -> new ArrayList<>()).add(station.code()));
    }
    byMn = found;
  }

  private Optional<String> mnOf(Station station) {
    String own = settings(station.code()).mn();
    if (own != null) {
      return Optional.of(own);
    }
    Optional<String> registered =
        registers.findRegistered(station.code()).map(one -> one.link().mn());
    return registered.isPresent()
        ? registered
        : Optional.ofNullable(station.properties().get("mn"))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(mn -> !mn.isBlank());
  }

  /** The stations in use that have this number; a right setting has one, a wrong one may have several. */
  public List<String> listStationsOf(String mn) {
    return byMn.getOrDefault(mn, List.of());
  }

  public Optional<String> findMn(String station) {
    return registers.findStation(station).flatMap(this::mnOf);
  }

  public StationSettings settings(String station) {
    return stations.getOrDefault(station, StationSettings.NONE);
  }

  public boolean isAllowedFrom(String station, String address) {
    StationSettings own = settings(station);
    return own.sources().isEmpty()
        ? AddressRange.covers(addresses(station), address)
        : own.isAllowedFrom(address);
  }

  private List<String> addresses(String station) {
    return registers.findRegistered(station).map(one -> one.link().addresses()).orElse(List.of());
  }

  /** The password of the maker where one is set, else the station's device secret. */
  public boolean passwordMatches(String station, String password) {
    return settings(station)
        .password()
        .map(own -> own.matches(password))
        .orElseGet(() -> registers.passwordMatches(station, password));
  }

  public FactorMapping mapping(String station) {
    return mappings.computeIfAbsent(
        station,
        code ->
            new FactorMapping(
                registers.listSeries(code).stream().map(RegisteredSeries::series).toList(),
                listOverrides(code)));
  }

  List<FactorOverride> listOverrides(String station) {
    return overrides.stream().filter(one -> one.station().equals(station)).toList();
  }

  Future<Void> set(
      String station, Optional<String> mn, List<String> sources, Welcome welcome, String who) {
    if (mn.isPresent()
        && listStationsOf(mn.get()).stream().anyMatch(other -> !other.equals(station))) {
      return Future.failedFuture(
          Problem.conflict("Another station has the number (MN) '%s'.".formatted(mn.get())));
    }
    StationSettings changed =
        new StationSettings(mn.orElse(null), settings(station).password(), sources, welcome);
    JsonObject body =
        new JsonObject()
            .put("mn", mn.orElse(null))
            .put("sources", new JsonArray(sources))
            .put("welcome", SettingsJson.welcome(welcome));
    return change("station.hj212_set", station, who, body, tx -> upsert(tx, station, changed, who));
  }

  /** Empty goes back to the device secret. */
  Future<Void> setPassword(String station, Optional<String> password, String who) {
    StationSettings before = settings(station);
    StationSettings changed =
        new StationSettings(
            before.mn(), password.map(DevicePassword::of), before.sources(), before.welcome());
    String kind =
        password.isPresent() ? "station.hj212_password_set" : "station.hj212_password_ended";
    return change(kind, station, who, new JsonObject(), tx -> upsert(tx, station, changed, who));
  }

  private Future<Void> upsert(Tx tx, String station, StationSettings changed, String who) {
    return store.upsertStation(tx, station, changed, clock.instant(), who);
  }

  Future<Void> map(FactorOverride override, String who) {
    return change(
        "station.hj212_mapped",
        override.station(),
        who,
        SettingsJson.override(override),
        tx -> store.upsertOverride(tx, override, clock.instant(), who));
  }

  Future<Void> unmap(
      String station, String factor, Period period, Statistic statistic, String who) {
    JsonObject body =
        new JsonObject()
            .put("factor", factor)
            .put("period", period.code())
            .put("statistic", statistic.code());
    return change(
        "station.hj212_unmapped",
        station,
        who,
        body,
        tx ->
            store
                .deleteOverride(tx, station, factor, period, statistic)
                .compose(
                    existed ->
                        existed
                            ? Future.succeededFuture()
                            : Future.failedFuture(
                                Problem.notFound("There is no such mapping of this station."))));
  }

  private Future<Void> change(
      String kind, String station, String who, JsonObject body, Function<Tx, Future<Void>> work) {
    Instant at = clock.instant();
    return database
        .inTransaction(
            tx ->
                work.apply(tx)
                    .compose(done -> journal.append(tx, new Fact(kind, station, at, who, body))))
        .compose(entry -> load());
  }
}
