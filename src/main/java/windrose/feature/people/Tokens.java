package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.db.UuidV7;
import windrose.platform.secret.Secret;
import windrose.platform.web.Problem;

/** Keys for machines: made by a person, never able to do more than that person, always with an end. */
final class Tokens {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final RecordedChange changes;
  private final PeopleStore store;
  private final UuidV7 ids;

  Tokens(RecordedChange changes, PeopleStore store, UuidV7 ids) {
    this.changes = changes;
    this.store = store;
    this.ids = ids;
  }

  /** A fresh token: its secret, shown once. */
  record Issued(String secret, ApiToken token) {}

  Future<Issued> issue(Visitor maker, String label, Set<Action> actions, Duration validFor) {
    if (validFor.compareTo(LONGEST) > 0 || validFor.isNegative() || validFor.isZero()) {
      throw Problem.invalidField("/days", "A token is valid for 1 to 366 days.");
    }
    String secret = Secret.random();
    Instant now = changes.now();
    ApiToken token =
        new ApiToken(
            ids.next(),
            Buffer.buffer(Secret.hash(secret)),
            label,
            maker.name(),
            maker.scope().limitedTo(actions).actions(),
            now,
            now.plus(validFor));
    JsonObject body =
        new JsonObject()
            .put("label", label)
            .put("actions", new JsonArray(token.actionNames()))
            .put("expires", token.expiresAt().toString());
    return changes
        .commit(
            "token.issued",
            token.id().toString(),
            maker.name(),
            body,
            tx -> store.insertToken(tx, token))
        .map(new Issued(secret, token));
  }

  Future<List<ApiToken>> list(ViewScope scope) {
    return store.listTokens(changes.database(), scope);
  }

  /** Ends a token and returns it. */
  Future<ApiToken> revoke(Visitor who, UUID id) {
    return list(who.scope())
        .compose(
            tokens -> {
              ApiToken token =
                  tokens.stream()
                      .filter(each -> each.id().equals(id))
                      .findFirst()
                      .orElseThrow(() -> Problem.notFound("There is no token " + id + "."));
              return changes
                  .commit(
                      "token.revoked",
                      id.toString(),
                      who.name(),
                      new JsonObject(),
                      tx -> store.deleteToken(tx, id))
                  .map(token);
            });
  }
}
