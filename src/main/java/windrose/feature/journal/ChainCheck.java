package windrose.feature.journal;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Optional;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Sql;

/** Reads the whole chain again, page by page, and names the first entry that was changed or is missing. */
final class ChainCheck {
  private static final int PAGE = 1_000;

  private final JournalStore store;
  private final Sql sql;
  private final String park;

  ChainCheck(JournalStore store, Sql sql, String park) {
    this.store = store;
    this.sql = sql;
    this.park = park;
  }

  Future<ChainReport> run() {
    return store
        .findHead(sql, park)
        .compose(head -> from(new JournalHead(0, new byte[HashChain.HASH_BYTES]), head));
  }

  private Future<ChainReport> from(JournalHead reached, JournalHead end) {
    return store
        .listAfter(sql, park, ViewScope.ALL, reached.seq(), PAGE)
        .compose(
            page -> {
              if (page.isEmpty()) {
                return Future.succeededFuture(atEnd(reached, end));
              }
              JournalHead position = reached;
              for (JournalEntry entry : page) {
                Optional<String> fault = fault(position, entry);
                if (fault.isPresent()) {
                  return Future.succeededFuture(new ChainReport(position.seq(), fault));
                }
                position = new JournalHead(entry.seq(), entry.hash());
              }
              return from(position, end);
            });
  }

  private Optional<String> fault(JournalHead before, JournalEntry entry) {
    if (entry.seq() != before.seq() + 1) {
      return Optional.of("entry %d is missing".formatted(before.seq() + 1));
    }
    byte[] expected =
        HashChain.hash(
            before.hash(),
            park,
            entry.seq(),
            entry.kind(),
            entry.subject(),
            entry.eventTime(),
            entry.knownAt(),
            entry.who(),
            entry.body());
    return Arrays.equals(expected, entry.hash())
        ? Optional.empty()
        : Optional.of(
            "entry %d (%s of %s) was changed after it was written"
                .formatted(entry.seq(), entry.kind(), entry.subject()));
  }

  private static ChainReport atEnd(JournalHead reached, JournalHead end) {
    boolean whole = reached.seq() >= end.seq();
    return new ChainReport(
        reached.seq(),
        whole
            ? Optional.empty()
            : Optional.of("the last %d entries are missing".formatted(end.seq() - reached.seq())));
  }
}
