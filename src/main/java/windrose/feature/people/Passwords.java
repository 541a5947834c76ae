package windrose.feature.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import java.util.Optional;
import windrose.platform.web.Problem;
import windrose.platform.work.HeavyWork;

/**
 * Hashes and checks people's passwords with Argon2id on a thread of its own, so that sign-ins can slow nobody but each other.
 *
 * <p>19 MiB, 2 passes, 1 lane: the first choice of the OWASP password storage cheat sheet.
 */
final class Passwords {
  static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 200;
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private final HeavyWork work;

  Passwords(HeavyWork work) {
    this.work = work;
  }

  /** What is wrong with a new password, as a sentence; empty when nothing is. */
  static Optional<String> fault(String password) {
    if (password.length() < MIN_LENGTH) {
      return Optional.of("A password needs at least %d characters.".formatted(MIN_LENGTH));
    }
    if (password.length() > MAX_LENGTH) {
      return Optional.of("A password may have at most %d characters.".formatted(MAX_LENGTH));
    }
    if (password.chars().distinct().count() < 5) {
      return Optional.of("A password needs at least 5 different characters.");
    }
    return Optional.empty();
  }

  Future<String> hash(String password) {
    fault(password)
        .ifPresent(
            fault -> {
              throw Problem.invalidField("/new", fault);
            });
    return work.run(
        "hash a password",
        () -> Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult());
  }

  Future<Boolean> matches(String password, String hash) {
    if (password.length() > MAX_LENGTH) {
      return Future.succeededFuture(false);
    }
    return work.run(
        "check a password",
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /** Takes as long as a real check, so that the answer's time does not tell whether a name exists. */
  Future<Boolean> matchesNobody(String password) {
    return work.run(
        "check a password of nobody",
        () -> {
          Password.hash(password.substring(0, Math.min(password.length(), MAX_LENGTH)))
              .addRandomSalt(16)
              .with(ARGON2ID);
          return false;
        });
  }
}
