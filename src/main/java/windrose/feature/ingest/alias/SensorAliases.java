package windrose.feature.ingest.alias;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.topics.Topic;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/** Every alias of the park, answered from memory; a change is journalled and counts from the next message on. */
public final class SensorAliases {
  static final int MOST_PER_STATION = 500;
  private static final int LONGEST_NAME = 200;

  private final Database database;
  private final Journal journal;
  private final AliasStore store;
  private final RegistersFeature registers;
  private final Clock clock;
  private final Topic<AliasesChanged> changed = new Topic<>("aliases changed");
  private Map<String, List<SensorAlias>> byStation = Map.of();

  public SensorAliases(Database database, String park, RegistersFeature registers, Clock clock) {
    this.database = database;
    this.journal = Journal.of(park, clock);
    this.store = new AliasStore(park);
    this.registers = registers;
    this.clock = clock;
  }

  public List<Route> routes() {
    return new AliasRoutes(this, registers).routes();
  }

  public Topic<AliasesChanged> aliasesChanged() {
    return changed;
  }

  /** The aliases of one station. */
  public List<SensorAlias> of(String station) {
    return byStation.getOrDefault(station, List.of());
  }

  /** Reads all of them anew. */
  public Future<Void> load() {
    return store
        .getAll(database)
        .map(
            all -> {
              Map<String, List<SensorAlias>> grouped = new HashMap<>();
              all.forEach(
                  one ->
                      grouped.computeIfAbsent(one.station(), first -> new ArrayList<>()).add(one));
              byStation = grouped;
              return null;
            });
  }

  /** Sets or replaces what a box's name means. */
  public Future<Void> put(SensorAlias alias, String who) {
    if (alias.sent().isEmpty() || alias.sent().length() > LONGEST_NAME) {
      throw Problem.invalidField(
          "/sent", "'sent' must have 1 to %d characters.".formatted(LONGEST_NAME));
    }
    boolean registered =
        registers.listSeries(alias.station()).stream()
            .anyMatch(series -> series.series().sensor().equals(alias.sensor()));
    if (!registered) {
      throw Problem.invalidField(
          "/sensor",
          "'%s' has no sensor '%s'; its codes stand in GET /api/v1/stations/%s."
              .formatted(alias.station(), alias.sensor(), alias.station()));
    }
    if (of(alias.station()).size() >= MOST_PER_STATION
        && find(alias.station(), alias.sent()).isEmpty()) {
      throw Problem.conflict("A station has at most " + MOST_PER_STATION + " aliases.");
    }
    Instant now = clock.instant();
    JsonObject body =
        new JsonObject()
            .put("sent", alias.sent())
            .put("sensor", alias.sensor())
            .put("factor", alias.factor())
            .put("shift", alias.shift());
    find(alias.station(), alias.sent())
        .ifPresent(
            before ->
                body.put(
                    "before",
                    new JsonObject()
                        .put("sensor", before.sensor())
                        .put("factor", before.factor())
                        .put("shift", before.shift())));
    Fact fact = new Fact("station.alias_set", alias.station(), now, who, body);
    return database
        .inTransaction(
            tx -> store.upsert(tx, alias, now, who).compose(done -> journal.append(tx, fact)))
        .compose(done -> renewed(alias.station()));
  }

  /** Takes an alias away; what its box sends goes to the quarantine from then on. */
  public Future<Void> remove(String station, String sent, String who) {
    Fact fact =
        new Fact(
            "station.alias_removed",
            station,
            clock.instant(),
            who,
            new JsonObject().put("sent", sent));
    return database
        .inTransaction(
            tx ->
                store
                    .delete(tx, station, sent)
                    .compose(
                        count ->
                            count == 0
                                ? Future.failedFuture(
                                    Problem.notFound(
                                        "%s has no alias for '%s'.".formatted(station, sent)))
                                : journal.append(tx, fact)))
        .compose(done -> renewed(station));
  }

  private Optional<SensorAlias> find(String station, String sent) {
    return of(station).stream().filter(one -> one.sent().equals(sent)).findFirst();
  }

  private Future<Void> renewed(String station) {
    return load().onSuccess(done -> changed.announce(new AliasesChanged(station)));
  }
}
