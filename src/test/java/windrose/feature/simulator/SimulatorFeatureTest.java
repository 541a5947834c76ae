package windrose.feature.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import windrose.domain.access.Action;
import windrose.feature.journal.Fact;
import windrose.platform.web.Needs;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

class SimulatorFeatureTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<Fact> journal = new ArrayList<>();
  private final List<ScenarioChanged> heard = new ArrayList<>();
  private boolean journalFails;

  private final SimulatorFeature simulator =
      new SimulatorFeature(
          vertx,
          DemoPark.PARK,
          Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC),
          new MqttTarget("127.0.0.1", 1),
          java.util.Optional.empty(),
          code -> Future.failedFuture("no device signs in here"),
          this::remember,
          new HeavyWork(vertx, "test", 1, 100, 10_000));

  private Future<Void> remember(Fact fact) {
    if (journalFails) {
      return Future.failedFuture("the disk is full");
    }
    journal.add(fact);
    return Future.succeededFuture();
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void the_demo_park_has_four_drills_and_each_says_so_in_both_languages() {
    assertThat(simulator.scenarios()).hasSize(4);
    for (Scenario scenario : simulator.scenarios()) {
      assertThat(scenario.nameZh()).contains("演练");
      assertThat(scenario.descriptionZh()).contains("演练");
      assertThat(scenario.nameEn()).contains("Drill");
      assertThat(scenario.descriptionEn()).contains("Drill");
    }
  }

  @Test
  void starting_and_stopping_a_drill_is_remembered_as_a_drill_and_announced() {
    simulator.changed().subscribe(heard::add);
    RunningScenario running = await(simulator.run("chlorine-leak", "li"));
    assertThat(running.scenario().id()).isEqualTo("chlorine-leak");
    assertThat(simulator.running()).contains(running);
    await(simulator.stopScenario("wang"));
    assertThat(simulator.running()).isEmpty();
    assertThat(journal)
        .extracting(Fact::kind)
        .containsExactly("scenario.started", "scenario.stopped");
    assertThat(journal).extracting(Fact::who).containsExactly("li", "wang");
    assertThat(journal).allMatch(fact -> fact.body().getBoolean("drill"));
    assertThat(heard)
        .extracting(change -> change.running().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void a_second_drill_is_refused_while_one_runs() {
    await(simulator.run("chlorine-leak", "li"));
    assertThatThrownBy(() -> await(simulator.run("lpg-leak", "li")))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(Problem.class)
        .hasMessageContaining("already running");
  }

  @Test
  void an_unknown_drill_and_stopping_nothing_are_refused() {
    assertThatThrownBy(() -> await(simulator.run("meteor", "li"))).hasMessageContaining("meteor");
    assertThatThrownBy(() -> await(simulator.stopScenario("li"))).hasMessageContaining("No drill");
  }

  @Test
  void a_drill_that_the_journal_does_not_hold_does_not_start() {
    journalFails = true;
    assertThatThrownBy(() -> await(simulator.run("chlorine-leak", "li")))
        .hasMessageContaining("disk");
    assertThat(simulator.running()).isEmpty();
    journalFails = false;
    await(simulator.run("chlorine-leak", "li"));
    assertThat(simulator.running()).isPresent();
  }

  @Test
  void stopping_the_server_ends_the_drill_in_the_journal() {
    await(simulator.run("ammonia-leak", "li"));
    await(simulator.stop());
    assertThat(journal).extracting(Fact::kind).endsWith("scenario.stopped");
  }

  @Test
  void only_who_may_run_drills_can_start_or_stop_them() {
    for (Route route : simulator.routes()) {
      boolean changes = !route.method().name().equals("GET");
      Action expected = changes ? Action.RUN_SCENARIO : Action.SEE_PARK;
      assertThat(route.needs()).as(route.path()).isEqualTo(new Needs.Right(expected));
    }
    assertThat(simulator.routes()).hasSize(4);
  }
}
