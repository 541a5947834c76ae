package windrose.feature.readings;

import io.vertx.sqlclient.DatabaseException;

/**
 * Decides whether rows may be inserted as if all of them were new, which takes half the work of asking for each.
 *
 * <p>For a while after a wrong guess the careful way is taken, and each wrong guess in a row doubles that while: a device that
 * comes back and sends again what it got no answer for costs one statement in vain.
 */
final class InsertMood {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final long FIRST_NS = 10_000_000_000L;
  private static final long LONGEST_NS = 600_000_000_000L;

  private long carefulUntilNs;
  private long nextNs = FIRST_NS;

  InsertMood(long nowNs) {
    carefulUntilNs = nowNs;
  }

  boolean isCareful(long nowNs) {
    return nowNs - carefulUntilNs < 0;
  }

  /** The rows were new indeed. */
  void guessedRight() {
    nextNs = Math.max(FIRST_NS, nextNs - 1_000_000); // forgets a bad hour slowly
  }

  void guessedWrong(long nowNs) {
    carefulUntilNs = nowNs + nextNs;
    nextNs = Math.min(2 * nextNs, LONGEST_NS);
  }

  /** The guess was wrong: some row is known, and none of the statement was kept. */
  static boolean isWrongGuess(Throwable failure) {
    return failure instanceof DatabaseException answer
        && UNIQUE_VIOLATION.equals(answer.getSqlState());
  }
}
