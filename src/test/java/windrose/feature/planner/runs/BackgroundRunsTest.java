package windrose.feature.planner.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.testing.Waiting.await;
import static windrose.testing.Waiting.until;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import windrose.domain.caveat.Progress;
import windrose.platform.web.Problem;
import windrose.platform.work.HeavyWork;
import windrose.testing.HandClock;

class BackgroundRunsTest {
  private static final JsonObject CHLORINE = new JsonObject().put("cas", "7782-50-5");

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final HeavyWork work = new HeavyWork(vertx, "test", 4, 10, 60_000);
  private final BackgroundRuns runs = new BackgroundRuns(work, 1, clock, failure -> failure);

  @AfterEach
  void close() {
    onLoop(
        () -> {
          runs.close();
          return true;
        });
    gate.countDown();
    await(vertx.close());
  }

  @Test
  void a_run_tells_how_far_it_is_and_keeps_its_result_for_a_while() {
    String id = start("anna", progress -> new JsonObject().put("answer", 42));
    untilState("anna", id, "done");
    assertThat(get("anna", id).getJsonObject("result").getInteger("answer")).isEqualTo(42);
    assertThat(get("anna", id).getDouble("progress")).isEqualTo(1);
    clock.advance(Duration.ofMinutes(16));
    assertThatThrownBy(() -> get("anna", id)).hasMessageContaining("no run");
  }

  @Test
  void a_cancelled_run_ends_at_its_next_step_without_a_result() {
    String id =
        start(
            "anna",
            progress -> {
              for (double share = 0; ; share = Math.min(0.9, share + 1e-9)) {
                progress.step(share);
              }
            });
    untilState("anna", id, "running");
    onLoop(
        () -> {
          runs.cancel("anna", id);
          return id;
        });
    untilState("anna", id, "cancelled");
    assertThat(get("anna", id).containsKey("result")).isFalse();
  }

  @Test
  void one_persons_second_run_waits_behind_another_persons_first() {
    String first = start("anna", this::atGate);
    String second = start("anna", progress -> new JsonObject());
    String other = start("ben", progress -> new JsonObject().put("order", "before"));
    assertThat(get("anna", second).getLong("ahead")).isEqualTo(1);
    gate.countDown();
    untilState("ben", other, "done");
    untilState("anna", first, "done");
    untilState("anna", second, "done");
  }

  @Test
  void a_third_run_of_one_person_is_refused_with_a_sentence_and_others_still_have_room() {
    start("anna", this::atGate);
    start("anna", this::atGate);
    assertThatThrownBy(() -> start("anna", this::atGate))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(409))
        .hasMessageContaining("2 long runs");
    assertThat(start("ben", this::atGate)).isNotEmpty();
  }

  @Test
  void nobody_sees_or_stops_the_run_of_another() {
    String id = start("anna", this::atGate);
    assertThatThrownBy(() -> get("ben", id)).isInstanceOf(Problem.class);
    assertThat(onLoop(() -> runs.list("ben"))).isEmpty();
  }

  private JsonObject atGate(Progress progress) {
    try {
      assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return new JsonObject();
  }

  private String start(String user, BackgroundRuns.Sum sum) {
    return onLoop(() -> runs.start(user, CHLORINE, sum).getString("id"));
  }

  private JsonObject get(String user, String id) {
    return onLoop(() -> runs.get(user, id));
  }

  private void untilState(String user, String id, String state) {
    until(state, () -> get(user, id).getString("state").equals(state));
  }

  private <T> T onLoop(Callable<T> action) {
    Promise<T> promise = Promise.promise();
    vertx.runOnContext(
        go -> {
          try {
            promise.complete(action.call());
          } catch (Exception failed) {
            promise.fail(failed);
          }
        });
    return await(promise.future());
  }
}
