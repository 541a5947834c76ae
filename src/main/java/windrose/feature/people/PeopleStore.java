package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The tables of persons, sessions and tokens. */
final class PeopleStore {
  private final String park;

  PeopleStore(String park) {
    this.park = park;
  }

  record Person(String name, String passwordHash, boolean mustChange) {}

  Future<Optional<Person>> findPerson(Sql sql, String name) {
    return sql.run(
            """
            select name, password_hash, must_change
            from person
            where park_id = $1 and name = $2 and ended_at is null
            """,
            park,
            name)
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              return Optional.of(
                  new Person(
                      row.getString("name"),
                      row.getString("password_hash"),
                      row.getBoolean("must_change")));
            });
  }

  Future<Void> insertPerson(Tx tx, Person person, Instant now) {
    return tx.run(
            """
            insert into person (park_id, name, password_hash, must_change, created_at, changed_at)
            values ($1, $2, $3, $4, $5, $5)
            """,
            park,
            person.name(),
            person.passwordHash(),
            person.mustChange(),
            at(now))
        .mapEmpty();
  }

  Future<Void> updatePassword(Tx tx, Person person, Instant now) {
    return tx.run(
            """
            update person set password_hash = $3, must_change = $4, changed_at = $5
            where park_id = $1 and name = $2
            """,
            park,
            person.name(),
            person.passwordHash(),
            person.mustChange(),
            at(now))
        .mapEmpty();
  }

  Future<Void> insertSession(Tx tx, Session session, Instant now) {
    return tx.run(
            """
            insert into session (park_id, token_hash, person, address, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            """,
            park,
            session.tokenHash(),
            session.person(),
            session.address(),
            at(now),
            at(session.expiresAt()))
        .mapEmpty();
  }

  Future<Void> deleteSession(Tx tx, Buffer tokenHash) {
    return tx.run("delete from session where park_id = $1 and token_hash = $2", park, tokenHash)
        .mapEmpty();
  }

  /** Ends all sessions of a person but one, after a change of password. */
  Future<Void> deleteOtherSessions(Tx tx, String person, Buffer keptTokenHash) {
    return tx.run(
            "delete from session where park_id = $1 and person = $2 and token_hash <> $3",
            park,
            person,
            keptTokenHash)
        .mapEmpty();
  }

  Future<Void> deleteExpired(Sql sql, Instant now) {
    return sql.run("delete from session where park_id = $1 and expires_at < $2", park, at(now))
        .compose(
            done ->
                sql.run(
                    "delete from api_token where park_id = $1 and expires_at < $2", park, at(now)))
        .mapEmpty();
  }

  Future<List<Session>> listSessions(Sql sql, ViewScope scope) {
    if (!scope.may(Action.MANAGE_TOKENS)) {
      return Future.succeededFuture(List.of());
    }
    return sql.run(
            """
            select s.token_hash, s.person, p.must_change, s.address, s.expires_at
            from session s join person p using (park_id)
            where s.park_id = $1 and p.name = s.person and p.ended_at is null
            """,
            park)
        .map(
            rows -> {
              List<Session> sessions = new ArrayList<>();
              for (Row row : rows) {
                sessions.add(
                    new Session(
                        row.getBuffer("token_hash"),
                        row.getString("person"),
                        row.getBoolean("must_change"),
                        row.getString("address"),
                        row.getOffsetDateTime("expires_at").toInstant()));
              }
              return sessions;
            });
  }

  Future<Void> insertToken(Tx tx, ApiToken token) {
    return tx.run(
            """
            insert into api_token
              (park_id, id, token_hash, label, person, actions, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            park,
            token.id(),
            token.tokenHash(),
            token.label(),
            token.person(),
            token.actionNames().toArray(String[]::new),
            at(token.createdAt()),
            at(token.expiresAt()))
        .mapEmpty();
  }

  Future<Void> deleteToken(Tx tx, UUID id) {
    return tx.run("delete from api_token where park_id = $1 and id = $2", park, id).mapEmpty();
  }

  Future<List<ApiToken>> listTokens(Sql sql, ViewScope scope) {
    if (!scope.may(Action.MANAGE_TOKENS)) {
      return Future.succeededFuture(List.of());
    }
    return sql.run(
            """
            select id, token_hash, label, person, actions, created_at, expires_at
            from api_token where park_id = $1 order by id
            """,
            park)
        .map(PeopleStore::tokens);
  }

  private static List<ApiToken> tokens(RowSet<Row> rows) {
    List<ApiToken> tokens = new ArrayList<>();
    for (Row row : rows) {
      tokens.add(
          new ApiToken(
              row.getUUID("id"),
              row.getBuffer("token_hash"),
              row.getString("label"),
              row.getString("person"),
              known(row.getArrayOfStrings("actions")),
              row.getOffsetDateTime("created_at").toInstant(),
              row.getOffsetDateTime("expires_at").toInstant()));
    }
    return tokens;
  }

  /** An action that this version no longer knows grants nothing. */
  private static Set<Action> known(String[] names) {
    EnumSet<Action> actions = EnumSet.noneOf(Action.class);
    for (Action action : Action.values()) {
      if (List.of(names).contains(action.name())) {
        actions.add(action);
      }
    }
    return actions;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
