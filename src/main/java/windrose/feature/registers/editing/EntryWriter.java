package windrose.feature.registers.editing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import windrose.feature.journal.Fact;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.editing.EntryStore.Locked;
import windrose.platform.db.Tx;
import windrose.platform.web.Problem;

/** Adds and changes stations and series inside a transaction that somebody else holds, and says what is to be journalled. */
public final class EntryWriter {
  private final EntryStore store;

  EntryWriter(EntryStore store) {
    this.store = store;
  }

  public Future<Fact> addStation(Tx tx, StationDraft draft, Instant at, String who) {
    JsonObject fields = draft.fields();
    String code = draft.station().code();
    return store
        .insertStation(tx, draft, fields.fieldNames(), at)
        .map(
            added -> {
              if (!added) {
                throw Problem.conflict(
                    "There is a station '%s' already, perhaps a retired one.".formatted(code));
              }
              return new Fact("station.added", code, at, who, new JsonObject().put("new", fields));
            });
  }

  /** Empty when nothing changes. */
  public Future<Optional<Fact>> changeStation(
      Tx tx,
      RegisteredStation old,
      OptionalLong expected,
      StationDraft draft,
      Instant at,
      String who) {
    return store
        .lockStation(tx, old.code())
        .compose(
            found -> {
              Locked locked = same(found, old.registration().version(), expected);
              Changes changes =
                  Changes.of(
                      new StationDraft(old.station(), old.link()).fields(),
                      draft.fields(),
                      locked.fromFile(),
                      locked.edited());
              if (changes.areNone()) {
                return Future.succeededFuture(Optional.<Fact>empty());
              }
              Fact fact = new Fact("station.changed", old.code(), at, who, changes.body());
              return store
                  .updateStation(tx, draft, changes.edited())
                  .map(done -> Optional.of(fact));
            });
  }

  /** @param at null: back into use */
  Future<Fact> retireStation(
      Tx tx,
      RegisteredStation old,
      OptionalLong expected,
      @Nullable Instant at,
      String reason,
      Instant now,
      String who) {
    String kind = at == null ? "station.reinstated" : "station.retired";
    return store
        .lockStation(tx, old.code())
        .compose(
            found -> {
              Set<String> edited =
                  new TreeSet<>(same(found, old.registration().version(), expected).edited());
              edited.add("retired");
              return store.retireStation(tx, old.code(), at, edited);
            })
        .map(done -> new Fact(kind, old.code(), now, who, new JsonObject().put("reason", reason)));
  }

  public Future<Fact> addSeries(Tx tx, SeriesDraft draft, Instant at, String who) {
    JsonObject fields = draft.fields();
    return store
        .insertSeries(tx, draft, fields.fieldNames(), at)
        .map(
            added -> {
              if (!added) {
                throw Problem.conflict(
                    "There is a series '%s' already, perhaps a retired one."
                        .formatted(draft.series().id()));
              }
              return new Fact(
                  "series.added",
                  draft.series().id(),
                  at,
                  who,
                  new JsonObject().put("new", fields));
            });
  }

  /**
   * Empty when nothing changes.
   *
   * @param relabelled why the unit was labelled wrong all the time; null when the unit stays or nothing was stored in it
   */
  public Future<Optional<Fact>> changeSeries(
      Tx tx,
      RegisteredSeries old,
      OptionalLong expected,
      SeriesDraft draft,
      @Nullable String relabelled,
      Instant at,
      String who) {
    return store
        .lockSeries(tx, old.key())
        .compose(
            found -> {
              Locked locked = same(found, old.registration().version(), expected);
              Changes changes =
                  Changes.of(
                      new SeriesDraft(old.series(), old.care().medium()).fields(),
                      draft.fields(),
                      locked.fromFile(),
                      locked.edited());
              if (changes.areNone()) {
                return Future.succeededFuture(Optional.<Fact>empty());
              }
              boolean newUnit = changes.after().containsKey("unit");
              JsonObject body = changes.body();
              if (relabelled != null) {
                body.put("why", relabelled);
              }
              Fact fact =
                  new Fact(
                      newUnit && relabelled != null ? "series.unit_relabelled" : "series.changed",
                      old.id(),
                      at,
                      who,
                      body);
              return store
                  .updateSeries(tx, old.key(), draft, changes.edited(), !newUnit)
                  .compose(
                      done ->
                          newUnit ? store.withdrawLimits(tx, old.key()) : Future.succeededFuture())
                  .map(done -> Optional.of(fact));
            });
  }

  Future<Fact> retireSeries(
      Tx tx, RegisteredSeries old, OptionalLong expected, String reason, Instant at, String who) {
    return store
        .lockSeries(tx, old.key())
        .compose(
            found -> {
              Set<String> edited =
                  new TreeSet<>(same(found, old.registration().version(), expected).edited());
              edited.add("retired");
              return store.retireSeries(tx, old.key(), at, edited);
            })
        .map(
            done ->
                new Fact(
                    "series.retired", old.id(), at, who, new JsonObject().put("reason", reason)));
  }

  private static Locked same(Optional<Locked> found, long read, OptionalLong expected) {
    Locked locked = found.orElseThrow(() -> Problem.notFound("It is not registered any more."));
    if (locked.version() != read
        || (expected.isPresent() && expected.getAsLong() != locked.version())) {
      throw Problem.changedMeanwhile(
          "Somebody changed it since you read it (it is at version %d). Read it again, then change it."
              .formatted(locked.version()));
    }
    return locked;
  }
}
