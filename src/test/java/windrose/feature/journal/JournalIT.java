package windrose.feature.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.testing.Waiting.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Database;
import windrose.platform.db.TestDatabase;
import windrose.testing.HandClock;

/** The chain on a real PostgreSQL, appended to and attacked. */
class JournalIT {
  private static final String PARK = "test";

  private final TestDatabase test = TestDatabase.fresh();
  private final Vertx vertx = Vertx.vertx();
  private final Database database = test.open(vertx, 4);
  private final Database owner = test.openAsOwner(vertx, 1);
  private final HandClock clock = new HandClock();
  private final JournalFeature journals = new JournalFeature(database, PARK, clock);

  @AfterEach
  void close() {
    await(database.close());
    await(owner.close());
    await(vertx.close());
    test.close();
  }

  private Future<JournalEntry> append(String kind) {
    Fact fact =
        new Fact(
            kind,
            "thing-1",
            clock.instant().minus(Duration.ofMinutes(3)),
            "tester",
            new JsonObject().put("中文", "值").put("number", 1.50));
    return database.inTransaction(tx -> journals.journal().append(tx, fact));
  }

  @Test
  void entries_follow_one_another_without_gap_even_when_many_append_at_once() {
    List<Future<JournalEntry>> appends = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      appends.add(append("thing.changed"));
    }
    await(Future.all(appends));

    List<JournalEntry> entries =
        await(new JournalStore().listAfter(database, PARK, ViewScope.ALL, 0, 100));
    assertThat(entries).extracting(JournalEntry::seq).isSorted().hasSize(60).endsWith(60L);
    assertThat(await(journals.verify())).isEqualTo(new ChainReport(60, Optional.empty()));
  }

  @Test
  void a_change_that_rolls_back_leaves_no_entry_and_no_gap() {
    await(append("thing.changed"));
    Future<Object> failing =
        database.inTransaction(
            tx ->
                journals
                    .journal()
                    .append(tx, new Fact("x", "y", clock.instant(), "z", new JsonObject()))
                    .compose(done -> Future.failedFuture("the change itself fails")));
    assertThatThrownBy(() -> await(failing)).hasMessageContaining("the change itself fails");

    assertThat(await(append("thing.changed")).seq()).isEqualTo(2);
  }

  @Test
  void the_application_can_neither_change_nor_delete_nor_truncate() {
    await(append("thing.changed"));
    for (String attack :
        List.of(
            "update journal set who = 'somebody else'",
            "delete from journal",
            "truncate journal")) {
      assertThatThrownBy(() -> await(database.run(attack)))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_changed_entry_is_named_even_when_the_owner_changed_it() {
    for (int i = 0; i < 5; i++) {
      await(append("thing.changed"));
    }
    await(owner.run("update journal set who = 'somebody else' where seq = 3"));

    ChainReport report = await(journals.verify());
    assertThat(report.intactUpTo()).isEqualTo(2);
    assertThat(report.fault().orElseThrow()).contains("entry 3").contains("was changed");
  }

  @Test
  void a_missing_entry_is_named_in_the_middle_and_at_the_end() {
    for (int i = 0; i < 5; i++) {
      await(append("thing.changed"));
    }
    await(owner.run("delete from journal where seq = 5"));
    assertThat(await(journals.verify()).fault().orElseThrow())
        .contains("last 1 entries are missing");

    await(owner.run("delete from journal where seq = 2"));
    assertThat(await(journals.verify()).fault().orElseThrow()).contains("entry 2 is missing");
  }

  @Test
  void the_same_facts_give_the_same_hashes_and_any_other_letter_does_not() {
    JournalEntry entry = await(append("thing.changed"));
    byte[] again =
        HashChain.hash(
            new byte[32],
            PARK,
            1,
            entry.kind(),
            entry.subject(),
            entry.eventTime(),
            entry.knownAt(),
            entry.who(),
            entry.body());
    byte[] other =
        HashChain.hash(
            new byte[32],
            PARK,
            1,
            entry.kind(),
            entry.subject(),
            entry.eventTime(),
            entry.knownAt(),
            entry.who(),
            entry.body() + " ");

    assertThat(again).isEqualTo(entry.hash());
    assertThat(other).isNotEqualTo(entry.hash());
  }
}
