package windrose.feature.cards;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.Optional;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of signatures under substance cards; a signature is never changed. */
final class CardStore {
  private final String park;

  CardStore(String park) {
    this.park = park;
  }

  Future<Void> insert(Tx tx, Signature one) {
    return tx.run(
            """
            insert into card_signature
              (park_id, cas, card_sha256, physician, licence, signed_at, signed_by)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            park,
            one.cas(),
            one.sha256(),
            one.physician(),
            one.licence(),
            one.at().atOffset(ZoneOffset.UTC),
            one.signedBy())
        .mapEmpty();
  }

  /** The newest signature under any text of this substance's card. */
  Future<Optional<Signature>> findNewest(Sql sql, String cas) {
    return sql.run(
            """
            select cas, card_sha256, physician, licence, signed_at, signed_by
            from card_signature
            where park_id = $1 and cas = $2
            order by signed_at desc
            limit 1
            """,
            park,
            cas)
        .map(
            rows ->
                rows.iterator().hasNext()
                    ? Optional.of(read(rows.iterator().next()))
                    : Optional.empty());
  }

  private static Signature read(Row row) {
    return new Signature(
        row.getString("cas"),
        row.getString("card_sha256"),
        row.getString("physician"),
        row.getString("licence"),
        row.getOffsetDateTime("signed_at").toInstant(),
        row.getString("signed_by"));
  }
}
