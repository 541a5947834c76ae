package windrose.feature.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The journal's tables: one row per fact, one row per park that holds the end of its chain. */
final class JournalStore {
  /** Takes the end of the chain and keeps others waiting until this transaction ends. */
  Future<JournalHead> lockHead(Tx tx, String park) {
    return tx.run(
            """
            insert into journal_head (park_id, seq, hash) values ($1, 0, $2)
            on conflict (park_id) do update set seq = journal_head.seq
            returning seq, hash
            """,
            park,
            Buffer.buffer(new byte[HashChain.HASH_BYTES]))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new JournalHead(row.getLong("seq"), row.getBuffer("hash").getBytes());
            });
  }

  Future<Void> insert(Tx tx, String park, JournalEntry entry) {
    return tx.run(
            """
            with head as (
              update journal_head set seq = $2, hash = $9 where park_id = $1
            )
            insert into journal (park_id, seq, kind, subject, event_time, known_at, who, body, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::json, $9)
            """,
            park,
            entry.seq(),
            entry.kind(),
            entry.subject(),
            OffsetDateTime.ofInstant(entry.eventTime(), ZoneOffset.UTC),
            OffsetDateTime.ofInstant(entry.knownAt(), ZoneOffset.UTC),
            entry.who(),
            entry.body(),
            Buffer.buffer(entry.hash()))
        .mapEmpty();
  }

  /** Entries after a sequence number, oldest first, inside the scope's time window. */
  Future<List<JournalEntry>> listAfter(
      Sql sql, String park, ViewScope scope, long afterSeq, int limit) {
    return sql.run(
            """
            select seq, kind, subject, event_time, known_at, who, body::text as body, hash
            from journal
            where park_id = $1 and seq > $2
              and ($4::timestamptz is null or known_at >= $4)
              and ($5::timestamptz is null or known_at < $5)
            order by seq
            limit $3
            """,
            park,
            afterSeq,
            limit,
            TimeBounds.from(scope.time()),
            TimeBounds.to(scope.time()))
        .map(
            rows -> {
              List<JournalEntry> entries = new ArrayList<>();
              rows.forEach(row -> entries.add(entry(row)));
              return entries;
            });
  }

  /** Entries about these subjects before a sequence number, newest first, inside the scope's time window. */
  Future<List<JournalEntry>> listAbout(
      Sql sql, String park, ViewScope scope, List<String> subjects, long beforeSeq, int limit) {
    return sql.run(
            """
            select seq, kind, subject, event_time, known_at, who, body::text as body, hash
            from journal
            where park_id = $1 and subject = any($2) and seq < $3
              and ($5::timestamptz is null or known_at >= $5)
              and ($6::timestamptz is null or known_at < $6)
            order by seq desc
            limit $4
            """,
            park,
            subjects.toArray(String[]::new),
            beforeSeq,
            limit,
            TimeBounds.from(scope.time()),
            TimeBounds.to(scope.time()))
        .map(
            rows -> {
              List<JournalEntry> entries = new ArrayList<>();
              rows.forEach(row -> entries.add(entry(row)));
              return entries;
            });
  }

  Future<JournalHead> findHead(Sql sql, String park) {
    return sql.run("select seq, hash from journal_head where park_id = $1", park)
        .map(
            rows -> {
              if (rows.size() == 0) {
                return new JournalHead(0, new byte[HashChain.HASH_BYTES]);
              }
              Row row = rows.iterator().next();
              return new JournalHead(row.getLong("seq"), row.getBuffer("hash").getBytes());
            });
  }

  private static JournalEntry entry(Row row) {
    return new JournalEntry(
        row.getLong("seq"),
        row.getString("kind"),
        row.getString("subject"),
        row.getOffsetDateTime("event_time").toInstant(),
        row.getOffsetDateTime("known_at").toInstant(),
        row.getString("who"),
        row.getString("body"),
        row.getBuffer("hash").getBytes());
  }
}
