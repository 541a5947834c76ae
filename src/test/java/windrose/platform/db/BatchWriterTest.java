package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
  private static final long SOON_MS = 5;
  private static final long NEVER_MS = 3_600_000;

  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final FakeTable table = new FakeTable();

  @AfterEach
  void close() {
    TestDatabase.await(vertx.close());
  }

  @Test
  void a_full_batch_is_written_at_once_and_the_rest_after_the_delay() {
    BatchWriter<String> writer = writer(limits(3, SOON_MS, 1, 100));
    List<Future<Void>> offers = offer(writer, "a", "b", "c", "d");
    offers.forEach(TestDatabase::await);
    assertThat(table.written).containsExactly(List.of("a", "b", "c"), List.of("d"));
  }

  @Test
  void an_item_is_not_acknowledged_before_its_batch_is_committed() {
    Promise<Void> commit = Promise.promise();
    table.answers.add(commit.future());
    BatchWriter<String> writer = writer(limits(1, NEVER_MS, 1, 100));
    Future<Void> offer = offer(writer, "a").get(0);
    assertThat(offer.isComplete()).isFalse();
    on(commit::tryComplete);
    TestDatabase.await(offer);
    assertThat(on(writer::held)).isZero();
    assertThat(on(writer::committed)).isEqualTo(1);
  }

  @Test
  void no_more_batches_are_in_flight_than_allowed() {
    Promise<Void> first = Promise.promise();
    Promise<Void> second = Promise.promise();
    table.answers.add(first.future());
    table.answers.add(second.future());
    BatchWriter<String> writer = writer(limits(1, NEVER_MS, 2, 100));
    List<Future<Void>> offers = offer(writer, "a", "b", "c");
    assertThat(table.written).containsExactly(List.of("a"), List.of("b"));
    on(first::tryComplete);
    on(second::tryComplete);
    offers.forEach(TestDatabase::await);
    assertThat(table.written).containsExactly(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void the_caller_is_told_to_pause_then_refused_then_called_back() {
    Promise<Void> commit = Promise.promise();
    table.answers.add(commit.future());
    BatchWriter<String> writer = writer(new BatchLimits(4, NEVER_MS, 1, 3, 1, 4, 1, 1));
    List<BatchWriter.Offer> offers =
        on(() -> IntStream.rangeClosed(1, 5).mapToObj(i -> writer.offer("item " + i)).toList());
    assertThat(offers)
        .extracting(BatchWriter.Offer::pause)
        .containsExactly(false, false, true, true, true);
    assertThat(offers.get(4).committed().cause()).isInstanceOf(WriterFull.class);
    assertThat(on(writer::refused)).isEqualTo(1);

    Promise<Void> goOn = Promise.promise();
    on(
        () -> {
          writer.whenDrained(goOn::tryComplete);
          return null;
        });
    assertThat(goOn.future().isComplete()).isFalse();
    on(commit::tryComplete);
    TestDatabase.await(goOn.future());
    TestDatabase.await(offers.get(3).committed());
  }

  @Test
  void an_outage_acknowledges_nothing_and_writes_everything_in_order_afterwards() {
    ClosedConnectionException away = ClosedConnectionException.INSTANCE;
    Promise<Void> first = Promise.promise();
    Promise<Void> second = Promise.promise();
    table.answers.add(first.future());
    table.answers.add(second.future());
    table.answers.add(Future.failedFuture(away));
    BatchWriter<String> writer = writer(limits(2, SOON_MS, 2, 100));
    List<Future<Void>> offers = offer(writer, "a", "b", "c", "d", "e", "f");
    on(() -> second.tryFail(away));
    on(() -> first.tryFail(new PgException("terminating connection", "FATAL", "57P01", null)));
    offers.forEach(TestDatabase::await);
    assertThat(table.committed).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(on(writer::troubleMs)).isZero();
  }

  @Test
  void says_for_how_long_the_database_is_away() {
    IntStream.range(0, 100)
        .forEach(i -> table.answers.add(Future.failedFuture(ClosedConnectionException.INSTANCE)));
    BatchWriter<String> writer = writer(limits(1, NEVER_MS, 1, 100));
    Future<Void> offer = offer(writer, "a").get(0);
    assertThat(on(writer::troubleMs)).isPositive();
    assertThat(offer.isComplete()).isFalse();
  }

  @Test
  void one_poisoned_item_fails_alone() {
    table.poison = "bad";
    BatchWriter<String> writer = writer(limits(7, NEVER_MS, 1, 100));
    List<Future<Void>> offers = offer(writer, "a", "b", "bad", "d", "e", "f", "g");
    List.of(0, 1, 3, 4, 5, 6).forEach(i -> TestDatabase.await(offers.get(i)));
    assertThat(offers.get(2).cause()).hasMessageContaining("invalid byte");
    assertThat(table.committed).containsExactly("a", "b", "d", "e", "f", "g");
    assertThat(on(writer::failed)).isEqualTo(1);
  }

  @Test
  void an_outage_while_a_batch_is_being_halved_writes_no_acknowledged_item_again() {
    table.poison = "bad";
    table.answers.add(Future.failedFuture(FakeTable.dataError()));
    table.answers.add(Future.succeededFuture()); // a, b
    table.answers.add(Future.failedFuture(ClosedConnectionException.INSTANCE)); // bad, d
    BatchWriter<String> writer = writer(limits(4, NEVER_MS, 1, 100));
    List<Future<Void>> offers = offer(writer, "a", "b", "bad", "d");
    TestDatabase.await(offers.get(3));
    assertThat(offers.get(2).failed()).isTrue();
    assertThat(table.committed).containsExactly("a", "b", "d");
  }

  @Test
  void a_writer_that_throws_fails_the_item_and_not_the_loop() {
    BatchWriter<String> writer =
        on(
            () ->
                new BatchWriter<String>(
                    vertx,
                    "thrower",
                    limits(1, NEVER_MS, 1, 10),
                    items -> {
                      throw new IllegalStateException("our mistake");
                    }));
    assertThat(offer(writer, "a").get(0).cause()).hasMessage("our mistake");
    assertThat(on(writer::held)).isZero();
  }

  @Test
  void closing_writes_what_waits_and_takes_nothing_more() {
    BatchWriter<String> writer = writer(limits(100, NEVER_MS, 1, 100));
    List<Future<Void>> offers = offer(writer, "a", "b");
    TestDatabase.await(on(() -> writer.close(10_000)));
    offers.forEach(offer -> assertThat(offer.succeeded()).isTrue());
    assertThat(offer(writer, "c").get(0).cause()).isInstanceOf(WriterFull.class);
  }

  @Test
  void closing_without_a_database_ends_in_time_and_fails_what_was_not_committed() {
    IntStream.range(0, 1000)
        .forEach(i -> table.answers.add(Future.failedFuture(ClosedConnectionException.INSTANCE)));
    BatchWriter<String> writer = writer(limits(1, NEVER_MS, 1, 100));
    List<Future<Void>> offers = offer(writer, "a", "b");
    Future<Void> closed = on(() -> writer.close(50));
    String end = TestDatabase.await(closed.map("closed").otherwise(Throwable::getMessage));
    assertThat(end).contains("2 items were not committed");
    offers.forEach(offer -> assertThat(offer.failed()).isTrue());
    assertThat(on(writer::held)).isZero();
  }

  private static BatchLimits limits(int maxBatch, long maxDelayMs, int maxInFlight, int maxHeld) {
    return new BatchLimits(maxBatch, maxDelayMs, maxInFlight, maxHeld, 0, maxHeld, 1, 4);
  }

  private BatchWriter<String> writer(BatchLimits limits) {
    return on(() -> new BatchWriter<>(vertx, "test", limits, table::write));
  }

  private List<Future<Void>> offer(BatchWriter<String> writer, String... items) {
    return on(
        () -> {
          List<Future<Void>> offers = new ArrayList<>();
          for (String item : items) {
            offers.add(writer.offer(item).committed());
          }
          return offers;
        });
  }

  /** Runs on the one event loop, as the application does. */
  private <R> R on(Callable<R> work) {
    Promise<R> result = Promise.promise();
    loop.runOnContext(
        go -> {
          try {
            result.complete(work.call());
          } catch (Exception failed) {
            result.fail(failed);
          }
        });
    return TestDatabase.await(result.future());
  }

  /** Answers as it is told, then takes everything but the poison. */
  private static final class FakeTable {
    final ArrayList<Future<Void>> answers = new ArrayList<>();
    final List<List<String>> written = new ArrayList<>();
    final List<String> committed = new ArrayList<>();
    String poison = "";

    Future<Void> write(List<String> items) {
      written.add(items);
      Future<Void> answer = answers.isEmpty() ? usual(items) : answers.remove(0);
      return answer.onSuccess(done -> committed.addAll(items));
    }

    private Future<Void> usual(List<String> items) {
      return items.contains(poison) ? Future.failedFuture(dataError()) : Future.succeededFuture();
    }

    static PgException dataError() {
      return new PgException("invalid byte sequence", "ERROR", "22021", null);
    }
  }
}
