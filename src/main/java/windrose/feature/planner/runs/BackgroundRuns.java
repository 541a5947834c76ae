package windrose.feature.planner.runs;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.caveat.Progress;
import windrose.platform.web.Problem;
import windrose.platform.work.Cancellation;
import windrose.platform.work.HeavyWork;

/**
 * Long runs that nobody waits for: they queue, tell how far they are, can be stopped, and keep their result for a while.
 *
 * <p>Each person has at most {@link #OF_ONE_PERSON} at work or waiting, and only one of them computes; people take turns. Event loop
 * only, but for the progress that a sum tells from its own thread.
 */
public final class BackgroundRuns {
  static final int OF_ONE_PERSON = 2;
  static final int OF_ALL = 8;
  private static final int KEPT_OF_ONE_PERSON = 4;
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundRuns.class);

  private final HeavyWork work;
  private final int together;
  private final Clock clock;
  private final Function<Throwable, Throwable> explain;

  /** In the order in which they came. */
  private final Map<String, Run> runs = new LinkedHashMap<>();

  private String lastServed = "";

  /** The sum of a run, on a thread of the pool. */
  public interface Sum {
    JsonObject result(Progress progress);
  }

  /**
   * @param together how many compute at once, each of another person
   * @param explain turns a model's refusal into what people are told
   */
  public BackgroundRuns(
      HeavyWork work, int together, Clock clock, Function<Throwable, Throwable> explain) {
    this.work = work;
    this.together = together;
    this.clock = clock;
    this.explain = explain;
  }

  private enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    private boolean isOver() {
      return this != WAITING && this != RUNNING;
    }
  }

  /** One run; its progress is written by the sum's thread, everything else by the event loop. */
  private static final class Run {
    private final String id = UUID.randomUUID().toString();
    private final String user;
    private final JsonObject substance;
    private final Sum sum;
    private final Instant createdAt;
    private final Cancellation cancellation = new Cancellation();
    private volatile double progress;
    private State state = State.WAITING;
    private @Nullable Instant endsAt;
    private @Nullable JsonObject result;
    private @Nullable JsonObject problem;

    private Run(String user, JsonObject substance, Sum sum, Instant createdAt) {
      this.user = user;
      this.substance = substance;
      this.sum = sum;
      this.createdAt = createdAt;
    }
  }

  /**
   * Queues a run and returns what is known of it, its id first of all.
   *
   * @throws Problem when this person or all together have too many
   */
  public JsonObject start(String user, JsonObject substance, Sum sum) {
    forgetOld();
    long own = runs.values().stream().filter(run -> isOpen(run) && run.user.equals(user)).count();
    if (own >= OF_ONE_PERSON) {
      throw Problem.conflict(
              "You have %d long runs at work or waiting, and more are not taken: stop one or wait for its end."
                  .formatted(own))
          .inChinese("您已有 %d 个长时推演在计算或排队，不能再增加：请停止其中一个，或等它结束。".formatted(own));
    }
    long open = runs.values().stream().filter(BackgroundRuns::isOpen).count();
    if (open >= OF_ALL) {
      throw Problem.busy(
              "%d long runs of all people are at work or waiting, and more are not taken. Try again in a minute."
                  .formatted(open))
          .inChinese("所有人共有 %d 个长时推演在计算或排队，暂不能再增加，请一分钟后再试。".formatted(open))
          .retryAfter(60);
    }
    Run run = new Run(user, substance, sum, clock.instant());
    runs.put(run.id, run);
    next();
    return json(run, false);
  }

  /** A person's runs, newest first, without their results. */
  public List<JsonObject> list(String user) {
    forgetOld();
    List<JsonObject> list = new ArrayList<>();
    runs.values().stream()
        .filter(run -> run.user.equals(user))
        .forEach(run -> list.add(0, json(run, false)));
    return list;
  }

  public JsonObject get(String user, String id) {
    forgetOld();
    return json(own(user, id), true);
  }

  /** Stops a run within one of its steps, or throws away the result of one that is over. */
  public void cancel(String user, String id) {
    Run run = own(user, id);
    if (run.state.isOver()) {
      runs.remove(id);
      return;
    }
    run.cancellation.cancel();
    if (run.state == State.WAITING) {
      end(run, State.CANCELLED);
    }
  }

  /** The server stops: what waits is dropped, what computes ends at its next step. */
  public void close() {
    for (Run run : runs.values()) {
      run.cancellation.cancel();
      if (run.state == State.WAITING) {
        end(run, State.CANCELLED);
      }
    }
  }

  /** At work or waiting. */
  public int inHand() {
    return (int) runs.values().stream().filter(BackgroundRuns::isOpen).count();
  }

  private Run own(String user, String id) {
    Run run = runs.get(id);
    if (run == null || !run.user.equals(user)) {
      throw Problem.notFound(
              "There is no run '%s' of yours; results are kept %d minutes."
                  .formatted(id, KEPT.toMinutes()))
          .inChinese("您没有编号为 %s 的推演；结果只保留 %d 分钟。".formatted(id, KEPT.toMinutes()));
    }
    return run;
  }

  private void next() {
    while (runs.values().stream().filter(run -> run.state == State.RUNNING).count() < together) {
      @Nullable Run run = whoseTurn();
      if (run == null) {
        return;
      }
      launch(run);
    }
  }

  /** The first that waits of a person who has nothing at work, and rather of another one than the last time. */
  private @Nullable Run whoseTurn() {
    List<Run> ready =
        runs.values().stream()
            .filter(run -> run.state == State.WAITING && !hasRunning(run.user))
            .toList();
    return ready.stream()
        .filter(run -> !run.user.equals(lastServed))
        .findFirst()
        .orElse(ready.isEmpty() ? null : ready.get(0));
  }

  private boolean hasRunning(String user) {
    return runs.values().stream()
        .anyMatch(run -> run.state == State.RUNNING && run.user.equals(user));
  }

  private void launch(Run run) {
    run.state = State.RUNNING;
    lastServed = run.user;
    Progress progress = new Watched(run);
    work.start("background run " + run.id, ignored -> run.sum.result(progress))
        .result()
        .onComplete(
            done -> {
              if (done.succeeded() && !run.cancellation.isCancelled()) {
                run.result = done.result();
                end(run, State.DONE);
              } else {
                failed(run, done.cause());
              }
              next();
            });
  }

  private void failed(Run run, @Nullable Throwable cause) {
    if (run.cancellation.isCancelled()
        || cause instanceof Progress.Cancelled
        || cause instanceof CancellationException) {
      end(run, State.CANCELLED);
      return;
    }
    Throwable told = cause == null ? new IllegalStateException("no result") : explain.apply(cause);
    if (!(told instanceof Problem)) {
      LOG.error("background run {} failed", run.id, told);
    }
    Problem problem = told instanceof Problem known ? known : Problem.ourMistake(run.id);
    run.problem = problem.toJson();
    end(run, State.FAILED);
  }

  private void end(Run run, State state) {
    run.state = state;
    run.endsAt = clock.instant().plus(KEPT);
  }

  private void forgetOld() {
    Instant now = clock.instant();
    runs.values().removeIf(run -> run.endsAt != null && run.endsAt.isBefore(now));
    Map<String, Integer> kept = new LinkedHashMap<>();
    List<Run> newestFirst = new ArrayList<>(runs.values());
    java.util.Collections.reverse(newestFirst);
    for (Run run : newestFirst) {
      if (run.state.isOver() && kept.merge(run.user, 1, Integer::sum) > KEPT_OF_ONE_PERSON) {
        runs.remove(run.id);
      }
    }
  }

  private static boolean isOpen(Run run) {
    return !run.state.isOver();
  }

  private JsonObject json(Run run, boolean withResult) {
    JsonObject json =
        new JsonObject()
            .put("id", run.id)
            .put("state", run.state.name().toLowerCase(java.util.Locale.ROOT))
            .put("progress", run.state == State.DONE ? 1 : run.progress)
            .put("created_at", run.createdAt.toString())
            .put("ends_at", run.endsAt == null ? null : run.endsAt.toString())
            .put("substance", run.substance);
    if (run.state == State.WAITING) {
      json.put("ahead", ahead(run));
    }
    if (run.problem != null) {
      json.put("problem", run.problem);
    }
    return withResult && run.result != null ? json.put("result", run.result) : json;
  }

  private long ahead(Run mine) {
    return runs.values().stream()
        .takeWhile(run -> run != mine)
        .filter(BackgroundRuns::isOpen)
        .count();
  }

  /** How far a run is, told from its own thread. */
  private record Watched(Run run) implements Progress {
    @Override
    public void reached(double share) {
      run.progress = Math.max(run.progress, Math.min(1, share));
    }

    @Override
    public boolean isCancelled() {
      return run.cancellation.isCancelled();
    }
  }
}
