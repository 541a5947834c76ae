package windrose.feature.registers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Station;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.secret.Secret;
import windrose.platform.web.Problem;

/** Issues, takes over and ends devices' secrets, each with its journal entry, which never holds the secret. */
final class SecretChanges {
  /** 22 characters of base64 carry 128 bits, the least that may open MQTT and HTTP. */
  private static final int STRONG_LENGTH = 22;

  private static final int SHORTEST = 4;
  private static final int LONGEST = 200;

  private final Database database;
  private final Journal journal;
  private final SecretStore store;
  private final Clock clock;

  SecretChanges(Database database, Journal journal, SecretStore store, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.store = store;
    this.clock = clock;
  }

  Future<String> issue(String station, String who) {
    String secret = Secret.random();
    Instant at = clock.instant();
    SecretInfo info = new SecretInfo(station, at, who, false, false, null);
    return keep(info, secret, "station.secret_issued", new JsonObject()).map(secret);
  }

  /** Whether what was given is a weak one; refused when the station does not speak HJ 212 or nobody says why. */
  Future<Boolean> give(Station station, String secret, @Nullable String note, String who) {
    boolean weak = secret.length() < STRONG_LENGTH;
    check(station, secret, note, weak);
    SecretInfo info = new SecretInfo(station.code(), clock.instant(), who, true, weak, note);
    JsonObject body = new JsonObject().put("weak", weak).put("note", note);
    return keep(info, secret, "station.secret_given", body).map(weak);
  }

  private static void check(Station station, String secret, @Nullable String note, boolean weak) {
    if (secret.length() < SHORTEST || secret.length() > LONGEST) {
      throw Problem.invalidField(
          "/secret", "'secret' must have %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
    if (weak && !"hj212".equals(station.protocol())) {
      throw Problem.invalidField(
          "/secret",
          "Only a station that speaks hj212 may keep a password of under %d characters; issue a secret instead."
              .formatted(STRONG_LENGTH));
    }
    if (weak && (note == null || note.isBlank())) {
      throw Problem.invalidField(
          "/note", "A weak password needs a note that says why the device can take no other.");
    }
  }

  private Future<Void> keep(SecretInfo info, String secret, String kind, JsonObject body) {
    Fact fact = new Fact(kind, info.station(), info.issuedAt(), info.issuedBy(), body);
    return database.inTransaction(
        tx ->
            store
                .upsert(tx, info, Secret.hash(secret))
                .compose(done -> journal.append(tx, fact))
                .mapEmpty());
  }

  Future<Void> revoke(String station, String who) {
    Fact fact = new Fact("station.secret_revoked", station, clock.instant(), who, new JsonObject());
    return database.inTransaction(
        tx ->
            store
                .delete(tx, station)
                .compose(
                    found ->
                        found
                            ? journal.append(tx, fact).<Void>mapEmpty()
                            : Future.failedFuture(
                                Problem.notFound(
                                    "The station '%s' has no secret.".formatted(station)))));
  }
}
