package windrose.feature.walls;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of paired displays. */
final class WallStore {
  private final String park;

  WallStore(String park) {
    this.park = park;
  }

  Future<Void> insert(Tx tx, Wall wall) {
    return tx.run(
            """
            insert into wall (park_id, id, token_hash, name, paired_by, paired_at, address)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            park,
            wall.id(),
            wall.tokenHash(),
            wall.name(),
            wall.pairedBy(),
            wall.pairedAt().atOffset(ZoneOffset.UTC),
            wall.address())
        .mapEmpty();
  }

  Future<Void> updateRevoked(Tx tx, UUID id, Instant at) {
    return tx.run(
            "update wall set revoked_at = $3 where park_id = $1 and id = $2 and revoked_at is null",
            park,
            id,
            at.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  Future<Void> updateSeen(Sql sql, UUID id, Instant at, String address) {
    return sql.run(
            "update wall set last_seen_at = $3, address = $4 where park_id = $1 and id = $2",
            park,
            id,
            at.atOffset(ZoneOffset.UTC),
            address)
        .mapEmpty();
  }

  /** The displays that are still paired, oldest first. */
  Future<List<Wall>> list(Sql sql, ViewScope scope) {
    if (!scope.may(Action.PAIR_WALL)) {
      return Future.succeededFuture(List.of());
    }
    return sql.run(
            """
            select id, token_hash, name, paired_by, paired_at, last_seen_at, address
            from wall
            where park_id = $1 and revoked_at is null
            order by id
            """,
            park)
        .map(
            rows -> {
              List<Wall> walls = new ArrayList<>();
              rows.forEach(row -> walls.add(wall(row)));
              return walls;
            });
  }

  private static Wall wall(Row row) {
    return new Wall(
        row.getUUID("id"),
        row.getBuffer("token_hash"),
        row.getString("name"),
        row.getString("paired_by"),
        row.getOffsetDateTime("paired_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("last_seen_at")).map(OffsetDateTime::toInstant),
        row.getString("address"));
  }
}
