package windrose.feature.ingest.quarantine;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Area;
import windrose.domain.access.ViewScope;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Route;

/** Where people look at the quarantine, send messages through the pipeline again, or put them away for good. */
public final class QuarantineDesk {
  /** Messages per request; whoever has more asks again. */
  static final int MOST_AT_ONCE = 1_000;

  private static final int MOST_GROUPS = 1_000;

  private final Quarantine quarantine;
  private final RegistersFeature registers;
  private final Journal journal;
  private final Clock clock;
  private final Replayer replayer;

  public QuarantineDesk(
      Quarantine quarantine,
      RegistersFeature registers,
      String park,
      Clock clock,
      Replayer replayer) {
    this.quarantine = quarantine;
    this.registers = registers;
    this.journal = Journal.of(park, clock);
    this.clock = clock;
    this.replayer = replayer;
  }

  /**
   * How a replay went.
   *
   * @param mended left the quarantine, all of them is committed as readings
   * @param still remain, with a reason
   * @param more true when further messages fit the filter
   */
  public record Replayed(int mended, List<StillFaulty> still, boolean more) {}

  /** A message that remains in the quarantine. */
  public record StillFaulty(long id, String reason) {}

  public List<Route> routes() {
    return new QuarantineRoutes(this).routes();
  }

  /** Messages with a lower id than {@code before}, newest first. */
  public Future<List<QuarantineEntry>> listQuarantine(
      ViewScope scope, long before, int limit, QuarantineFilter filter) {
    return quarantine
        .store()
        .listEntries(quarantine.database(), scope, stations(scope), filter, before, limit);
  }

  public Future<List<QuarantineGroup>> listGroups(ViewScope scope) {
    return quarantine
        .store()
        .listGroups(quarantine.database(), scope, stations(scope), MOST_GROUPS);
  }

  long notKept(String station) {
    return quarantine.notKept(station);
  }

  public Future<Replayed> replay(ViewScope scope, List<Long> ids, String who) {
    return quarantine
        .store()
        .listByIds(quarantine.database(), scope, stations(scope), ids)
        .compose(entries -> replayAll(entries, who, false));
  }

  public Future<Replayed> replay(ViewScope scope, QuarantineFilter filter, String who) {
    return listQuarantine(scope, Long.MAX_VALUE, MOST_AT_ONCE + 1, filter)
        .compose(
            entries ->
                replayAll(
                    entries.subList(0, Math.min(MOST_AT_ONCE, entries.size())),
                    who,
                    entries.size() > MOST_AT_ONCE));
  }

  /** Puts messages away unread, with a reason that the journal keeps; returns how many there were. */
  public Future<Integer> dismiss(ViewScope scope, List<Long> ids, String reason, String who) {
    return quarantine
        .store()
        .listByIds(quarantine.database(), scope, stations(scope), ids)
        .compose(
            entries ->
                remove("quarantine.dismissed", entries, who, new JsonObject().put("reason", reason))
                    .map(entries.size()));
  }

  /** One after the other in the order of their arrival, since a later value of the same instant is a correction. */
  private Future<Replayed> replayAll(List<QuarantineEntry> entries, String who, boolean more) {
    List<QuarantineEntry> inOrder = new ArrayList<>(entries);
    inOrder.sort((one, other) -> Long.compare(one.id(), other.id()));
    List<QuarantineEntry> mended = new ArrayList<>();
    List<StillFaulty> still = new ArrayList<>();
    Future<Void> chain = Future.succeededFuture();
    for (QuarantineEntry entry : inOrder) {
      chain =
          chain
              .compose(done -> replayer.replay(entry))
              .map(
                  faults -> {
                    if (faults.isEmpty()) {
                      mended.add(entry);
                    } else {
                      still.add(new StillFaulty(entry.id(), faults.get(0).sentence()));
                    }
                    return null;
                  });
    }
    return chain
        .compose(done -> remove("quarantine.replayed", mended, who, new JsonObject()))
        .map(done -> new Replayed(mended.size(), still, more));
  }

  private Future<Void> remove(
      String kind, List<QuarantineEntry> entries, String who, JsonObject body) {
    if (entries.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Long> ids = entries.stream().map(QuarantineEntry::id).toList();
    List<String> stations = entries.stream().map(QuarantineEntry::station).distinct().toList();
    body.put("ids", new JsonArray(ids)).put("stations", new JsonArray(stations));
    String subject = stations.size() == 1 ? stations.get(0) : "quarantine";
    Fact fact = new Fact(kind, subject, clock.instant(), who, body);
    return quarantine
        .database()
        .inTransaction(
            tx -> quarantine.store().delete(tx, ids).compose(count -> journal.append(tx, fact)))
        .onSuccess(done -> quarantine.forgetSize())
        .mapEmpty();
  }

  /** The stations that a scope shows; null when it has no fence and shows also what nobody registered. */
  private String @Nullable [] stations(ViewScope scope) {
    if (scope.area() instanceof Area.Everywhere) {
      return null;
    }
    return registers.listStationCodes(scope).toArray(String[]::new);
  }
}
