package windrose.feature.planner.runs;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.platform.web.Problem;
import windrose.platform.work.HeavyWork;

/**
 * Keeps one person's runs from delaying another's: each has one that runs and one that waits, and the waiting ones take turns.
 *
 * <p>Who asks again before the last answer came gets only the newest: the older waiting one is answered with 409. Event loop
 * only.
 */
public final class UserRuns {
  private final HeavyWork work;
  private final int together;
  private final Map<String, Waiting<?>> waiting = new HashMap<>();
  private final Set<String> turn = new LinkedHashSet<>();
  private final Set<String> running = new LinkedHashSet<>();

  /**
   * @param together how many runs of all people compute at once
   */
  public UserRuns(HeavyWork work, int together) {
    this.work = work;
    this.together = together;
  }

  private record Waiting<T>(String what, HeavyWork.Sum<T> sum, Promise<T> promise) {}

  public <T> Future<T> run(String user, String what, HeavyWork.Sum<T> sum) {
    Waiting<T> mine = new Waiting<>(what, sum, Promise.promise());
    Waiting<?> before = waiting.put(user, mine);
    if (before != null) {
      before.promise.fail(
          Problem.conflict("A newer run of yours took the place of this one before it began.")
              .inChinese("您的新一次推演已取代这一次，它没有开始计算。"));
    }
    turn.add(user);
    next();
    return mine.promise.future();
  }

  private void next() {
    while (running.size() < together) {
      @Nullable String user = whoseTurn();
      if (user == null) {
        return;
      }
      turn.remove(user);
      Waiting<?> one = waiting.remove(user);
      if (one != null) {
        launch(user, one);
      }
    }
  }

  private @Nullable String whoseTurn() {
    return turn.stream().filter(user -> !running.contains(user)).findFirst().orElse(null);
  }

  private <T> void launch(String user, Waiting<T> one) {
    running.add(user);
    work.start(one.what, one.sum)
        .result()
        .onComplete(
            done -> {
              running.remove(user);
              one.promise.handle(done);
              next();
            });
  }

  public int inHand() {
    return waiting.size() + running.size();
  }
}
