package windrose.feature.tickets;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.upkeep.Ticket;
import windrose.domain.upkeep.TicketState;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The tables of tickets and what happened to them. */
final class TicketStore {
  private final String park;

  TicketStore(String park) {
    this.park = park;
  }

  /** One thing that happened to a ticket. */
  record Event(Instant at, String who, String kind, @Nullable String text) {}

  Future<Long> getNextNumber(Tx tx) {
    return tx.run(
            "select coalesce(max(number), 0) + 1 as next from ticket where park_id = $1", park)
        .map(rows -> rows.iterator().next().getLong("next"));
  }

  Future<Void> insert(Tx tx, Ticket one) {
    return tx.run(
            """
            insert into ticket (park_id, id, number, station, cause, title, state, version,
              opened_by, opened_at, down_since)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            park,
            one.id(),
            one.number(),
            one.station(),
            one.cause(),
            one.title(),
            one.state().code(),
            one.version(),
            one.openedBy(),
            time(one.openedAt()),
            time(one.downSince()))
        .mapEmpty();
  }

  Future<Void> update(Tx tx, Ticket one) {
    return tx.run(
            """
            update ticket set state = $3, version = $4, down_since = $5, relapses = $6,
              assignee = $7, acknowledged_at = $8, repaired_at = $9, repaired_by = $10,
              closed_at = $11, closed_by = $12, measure = $13
            where park_id = $1 and id = $2
            """,
            park,
            one.id(),
            one.state().code(),
            one.version(),
            time(one.downSince()),
            one.relapses(),
            one.assignee(),
            time(one.acknowledgedAt()),
            time(one.repairedAt()),
            one.repairedBy(),
            time(one.closedAt()),
            one.closedBy(),
            one.measure())
        .mapEmpty();
  }

  Future<Void> insertEvent(Tx tx, UUID ticket, Event event) {
    return tx.run(
            """
            insert into ticket_event (park_id, ticket, ordinal, at, who, kind, text)
            select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6
            from ticket_event where park_id = $1 and ticket = $2
            """,
            park,
            ticket,
            time(event.at()),
            event.who(),
            event.kind(),
            event.text())
        .mapEmpty();
  }

  Future<Optional<Ticket>> lock(Tx tx, UUID id) {
    return tx.run(COLUMNS + " where k.park_id = $1 and k.id = $2 for update of k", park, id)
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(ticket(rows.iterator().next())));
  }

  Future<List<Event>> listEvents(Sql sql, ViewScope scope, UUID ticket) {
    return sql.run(
            """
            select e.at, e.who, e.kind, e.text, t.enterprise, t.lon, t.lat
            from ticket_event e
              join ticket k on k.park_id = e.park_id and k.id = e.ticket
              join station t on t.park_id = k.park_id and t.code = k.station
            where e.park_id = $1 and e.ticket = $2 order by e.ordinal
            """,
            park,
            ticket)
        .map(
            rows -> {
              List<Event> all = new ArrayList<>();
              for (Row row : rows) {
                if (isShown(scope, row)) {
                  all.add(
                      new Event(
                          row.getOffsetDateTime("at").toInstant(),
                          row.getString("who"),
                          row.getString("kind"),
                          row.getString("text")));
                }
              }
              return all;
            });
  }

  private static final String COLUMNS =
      """
      select k.id, k.number, k.station, k.cause, k.title, k.state, k.version, k.opened_by,
        k.opened_at, k.down_since, k.relapses, k.assignee, k.acknowledged_at, k.repaired_at,
        k.repaired_by, k.closed_at, k.closed_by, k.measure, t.enterprise, t.lon, t.lat
      from ticket k join station t on t.park_id = k.park_id and t.code = k.station
      """;

  /** Those that are not closed, and those of the newest that the caller asks for. */
  Future<List<Ticket>> listTickets(
      Sql sql, ViewScope scope, TicketFilter filter, @Nullable Long before, int limit) {
    return sql.run(
            COLUMNS
                + """
                 where k.park_id = $1
                  and ($2::text[] is null or k.state = any($2))
                  and ($3::text is null or k.station = $3)
                  and ($4::text is null or t.enterprise = $4)
                  and ($5::text is null or k.cause = $5)
                  and ($6::bigint is null or k.number < $6)
                order by k.number desc limit $7
                """,
            park,
            filter.states() == null ? null : filter.states().toArray(String[]::new),
            filter.station(),
            filter.enterprise(),
            filter.cause(),
            before,
            limit)
        .map(rows -> shown(scope, rows));
  }

  /** Every ticket that was opened or repaired since a moment, for the mean times. */
  Future<List<Ticket>> listSince(Sql sql, ViewScope scope, Instant since) {
    return sql.run(
            COLUMNS + " where k.park_id = $1 and (k.opened_at >= $2 or k.repaired_at >= $2)",
            park,
            time(since))
        .map(rows -> shown(scope, rows));
  }

  Future<Optional<Ticket>> find(Sql sql, ViewScope scope, UUID id) {
    return sql.run(COLUMNS + " where k.park_id = $1 and k.id = $2", park, id)
        .map(rows -> shown(scope, rows).stream().findFirst());
  }

  private static List<Ticket> shown(ViewScope scope, Iterable<Row> rows) {
    List<Ticket> all = new ArrayList<>();
    for (Row row : rows) {
      if (isShown(scope, row)) {
        all.add(ticket(row));
      }
    }
    return all;
  }

  private static boolean isShown(ViewScope scope, Row row) {
    LonLat at = new LonLat(row.getDouble("lon"), row.getDouble("lat"));
    return scope.shows(Layer.STATIONS, row.getString("enterprise"), at);
  }

  private static Ticket ticket(Row row) {
    return new Ticket(
        row.getUUID("id"),
        row.getLong("number"),
        row.getString("station"),
        row.getString("cause"),
        row.getString("title"),
        TicketState.find(row.getString("state")).orElseThrow(),
        row.getLong("version"),
        row.getString("opened_by"),
        row.getOffsetDateTime("opened_at").toInstant(),
        instant(row, "down_since"),
        row.getInteger("relapses"),
        row.getString("assignee"),
        instant(row, "acknowledged_at"),
        instant(row, "repaired_at"),
        row.getString("repaired_by"),
        instant(row, "closed_at"),
        row.getString("closed_by"),
        row.getString("measure"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
