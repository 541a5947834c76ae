package windrose.feature.alarms;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.alarm.Alarm;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.platform.db.ConnectionLoss;
import windrose.platform.db.Database;

/**
 * Brings alarms to the disk, one transaction each, in the order in which they changed; people see them before that.
 *
 * <p>Waiting is one row per alarm, always its newest state, so that an outage of the database grows with the number of alarms
 * and not with its length. What happened to them goes to the journal; of that {@value #MOST_FACTS} wait at most, then the
 * oldest is dropped, counted and logged. A row that the database refuses for its content is logged, counted and left out,
 * and keeps no other waiting.
 */
final class AlarmWriter {
  private static final Logger log = LoggerFactory.getLogger(AlarmWriter.class);
  private static final int MOST_FACTS = 20_000;
  private static final long FIRST_RETRY_MS = 200;
  private static final long LAST_RETRY_MS = 5_000;
  private static final long CLOSE_WITHIN_MS = 10_000;

  private final Vertx vertx;
  private final Database database;
  private final Journal journal;
  private final AlarmStore store;
  private final Clock clock;
  private final Runnable refusedOne;
  private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
  private int facts;
  private long retryMs = FIRST_RETRY_MS;
  private boolean running;
  private boolean away;

  AlarmWriter(
      Vertx vertx,
      Database database,
      Journal journal,
      AlarmStore store,
      Clock clock,
      Runnable refusedOne) {
    this.vertx = vertx;
    this.database = database;
    this.journal = journal;
    this.store = store;
    this.clock = clock;
    this.refusedOne = refusedOne;
  }

  private static final class Waiting {
    Alarm newest;
    final List<Fact> facts = new ArrayList<>();

    Waiting(Alarm newest) {
      this.newest = newest;
    }
  }

  /** Its values moved; nothing happened that the journal should know. */
  void write(Alarm alarm) {
    waiting.computeIfAbsent(alarm.id(), first -> new Waiting(alarm)).newest = alarm;
    run();
  }

  /** Something happened to it. */
  void write(Alarm alarm, String kind) {
    Waiting place = waiting.computeIfAbsent(alarm.id(), first -> new Waiting(alarm));
    place.newest = alarm;
    place.facts.add(fact(alarm, kind));
    facts++;
    if (facts > MOST_FACTS) {
      dropOldestFact();
    }
    run();
  }

  private void dropOldestFact() {
    for (Waiting one : waiting.values()) {
      if (!one.facts.isEmpty()) {
        Fact dropped = one.facts.remove(0);
        facts--;
        refusedOne.run();
        log.error("the journal misses {} of alarm {}", dropped.kind(), dropped.subject());
        return;
      }
    }
  }

  private Fact fact(Alarm one, String kind) {
    JsonObject body = AlarmJson.json(one);
    return new Fact("alarm." + kind, one.id().toString(), clock.instant(), "windrose", body);
  }

  /** Alarms whose newest state is not on the disk. */
  int held() {
    return waiting.size();
  }

  private void run() {
    if (running || waiting.isEmpty()) {
      return;
    }
    running = true;
    UUID id = waiting.keySet().iterator().next();
    Waiting place = waiting.remove(id);
    if (place == null) {
      throw new IllegalStateException("no alarm " + id);
    }
    facts -= place.facts.size();
    commit(place)
        .onComplete(
            done -> {
              if (done.succeeded()) {
                settled();
              } else if (ConnectionLoss.isPassing(done.cause())) {
                putBack(id, place, done.cause());
              } else {
                log.error("the database refuses alarm {}", place.newest, done.cause());
                refusedOne.run();
                settled();
              }
            });
  }

  private Future<Void> commit(Waiting place) {
    Alarm alarm = place.newest;
    List<Fact> told = List.copyOf(place.facts);
    return database.inTransaction(
        tx -> {
          Future<Void> all = store.upsert(tx, alarm);
          for (Fact fact : told) {
            all = all.compose(done -> journal.append(tx, fact).mapEmpty());
          }
          return all;
        });
  }

  private void settled() {
    if (away) {
      log.info("the database takes alarms again");
    }
    away = false;
    retryMs = FIRST_RETRY_MS;
    running = false;
    run();
  }

  /** Goes first again, with what came meanwhile: an alarm that ended must be written before the one that took its place. */
  private void putBack(UUID id, Waiting place, Throwable why) {
    if (!away) {
      away = true;
      log.warn("alarms wait for the database: {}", why.toString());
    }
    Waiting since = waiting.remove(id);
    facts += place.facts.size();
    if (since != null) {
      place.newest = since.newest;
      place.facts.addAll(since.facts);
    }
    Map<UUID, Waiting> others = new LinkedHashMap<>(waiting);
    waiting.clear();
    waiting.put(id, place);
    waiting.putAll(others);
    vertx.setTimer(
        retryMs,
        again -> {
          running = false;
          run();
        });
    retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
  }

  /** Writes what waits, for a while. */
  Future<Void> close() {
    return drained(clock.millis() + CLOSE_WITHIN_MS);
  }

  private Future<Void> drained(long untilMs) {
    if (waiting.isEmpty() && !running) {
      return Future.succeededFuture();
    }
    if (clock.millis() > untilMs) {
      log.error("{} alarms were not written before the end", waiting.size());
      return Future.succeededFuture();
    }
    return vertx.timer(20).compose(later -> drained(untilMs));
  }
}
