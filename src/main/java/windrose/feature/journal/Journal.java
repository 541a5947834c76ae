package windrose.feature.journal;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import windrose.platform.db.Tx;

/**
 * The one memory of what changed, written in the same transaction as the change itself.
 *
 * <p>Append last in a transaction: the park's chain is held until it ends, so that entries stand in the order in which they
 * became true. Audit, incident log and replay read it and keep no log of their own. Raw readings do not go here.
 */
public final class Journal {
  private final JournalStore store;
  private final String park;
  private final Clock clock;

  Journal(JournalStore store, String park, Clock clock) {
    this.store = store;
    this.park = park;
    this.clock = clock;
  }

  public static Journal of(String park, Clock clock) {
    return new Journal(new JournalStore(), park, clock);
  }

  /** Adds the fact to the chain; it becomes visible when the transaction commits. */
  public Future<JournalEntry> append(Tx tx, Fact fact) {
    return store
        .lockHead(tx, park)
        .compose(
            head -> {
              JournalEntry entry = next(head, fact);
              return store.insert(tx, park, entry).map(entry);
            });
  }

  private JournalEntry next(JournalHead head, Fact fact) {
    long seq = head.seq() + 1;
    var eventTime = fact.eventTime().truncatedTo(ChronoUnit.MICROS);
    var knownAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String body = fact.body().encode();
    byte[] hash =
        HashChain.hash(
            head.hash(),
            park,
            seq,
            fact.kind(),
            fact.subject(),
            eventTime,
            knownAt,
            fact.who(),
            body);
    return new JournalEntry(
        seq, fact.kind(), fact.subject(), eventTime, knownAt, fact.who(), body, hash);
  }
}
