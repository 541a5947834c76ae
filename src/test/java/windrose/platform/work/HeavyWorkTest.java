package windrose.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.testing.Waiting.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import windrose.platform.web.Problem;

class HeavyWorkTest {
  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final HeavyWork work = new HeavyWork(vertx, "test", 1, 1, 60_000);

  @AfterEach
  void close() {
    gate.countDown();
    await(onLoop(work::close));
    await(vertx.close());
  }

  @Test
  void runs_off_the_event_loop() {
    String thread = await(onLoop(() -> work.run("name", () -> Thread.currentThread().getName())));
    assertThat(thread).contains("test");
  }

  @Test
  void refuses_at_once_when_the_queue_is_full() {
    Future<Object> third =
        onLoop(
            () -> {
              var running = work.run("holds the only thread", this::waitAtGate);
              var waiting = work.run("fills the queue", this::waitAtGate);
              return running == waiting ? running : work.run("finds no place", this::waitAtGate);
            });
    assertThatThrownBy(() -> await(third)).isInstanceOf(Problem.class).hasMessageContaining("full");
  }

  @Test
  void a_cancelled_sum_that_still_waits_never_starts() {
    Future<Object> waiting =
        onLoop(
            () -> {
              work.run("holds the only thread", this::waitAtGate);
              var started = work.start("is cancelled in the queue", cancellation -> "ran");
              started.cancellation().cancel();
              gate.countDown();
              return started.result().map(result -> (Object) result);
            });
    assertThatThrownBy(() -> await(waiting)).isInstanceOf(CancellationException.class);
  }

  private Object waitAtGate() throws InterruptedException {
    return gate.await(20, TimeUnit.SECONDS);
  }

  private <T> Future<T> onLoop(Callable<Future<T>> action) {
    Promise<T> promise = Promise.promise();
    vertx.runOnContext(
        go -> {
          try {
            action.call().onComplete(promise);
          } catch (Exception failed) {
            promise.fail(failed);
          }
        });
    return promise.future();
  }
}
