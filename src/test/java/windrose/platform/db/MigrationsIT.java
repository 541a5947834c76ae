package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.platform.work.StartRefused;

class MigrationsIT {
  private static final Migration ONE =
      Migration.of("0001_one.sql", "create table one (a int);\ninsert into one values (1);");
  private static final Migration TWO = Migration.of("0002_two.sql", "create table two (a int);");
  private static final Migration BROKEN =
      Migration.of(
          "0002_broken.sql", "create table two (a int);\ncreate table three (\n  a nonsense\n);");

  private final Vertx vertx = Vertx.vertx();
  private final List<String> progress = new ArrayList<>();
  private TestDatabase test;
  private Database database;

  @BeforeEach
  void open() {
    test = TestDatabase.empty();
    await(DatabaseSetup.prepare(vertx, test.ownerUrl(), "x", List.of(), progress::add));
    database = test.openAsOwner(vertx, 2);
  }

  @AfterEach
  void close() {
    await(database.close());
    test.close();
    await(vertx.close());
  }

  @Test
  void each_is_applied_once_in_order() {
    run(TWO, ONE);
    run(ONE, TWO);
    assertThat(progress)
        .containsExactly(
            "migrating the database: 0001_one.sql", "migrating the database: 0002_two.sql");
    assertThat(
            text(
                "select string_agg(number || ' ' || name, ', ' order by number) from schema_migration"))
        .isEqualTo("1 one, 2 two");
    assertThat(text("select count(*)::text from one")).isEqualTo("1");
  }

  @Test
  void a_failing_one_leaves_nothing_behind_and_names_file_and_line() {
    assertThatThrownBy(() -> run(ONE, BROKEN))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(
            "The migration 0002_broken.sql failed at line 3: type \"nonsense\" does not exist");
    assertThat(text("select coalesce(to_regclass('two')::text, 'absent')")).isEqualTo("absent");
    run(ONE, TWO);
    assertThat(text("select to_regclass('two')::text")).isEqualTo("two");
  }

  @Test
  void an_edited_one_is_refused() {
    run(ONE);
    assertThatThrownBy(() -> run(Migration.of("0001_one.sql", ONE.sql() + " -- edited")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("0001_one.sql differs");
  }

  @Test
  void a_schema_newer_than_the_program_is_refused() {
    run(ONE, TWO);
    assertThatThrownBy(() -> run(ONE))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("has schema 0002, this Windrose knows up to 0001");
  }

  @Test
  void one_that_comes_too_late_is_refused() {
    run(TWO);
    assertThatThrownBy(() -> run(ONE, TWO))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("0001_one.sql comes too late, 0002 is already applied");
  }

  @Test
  void two_programs_may_start_at_once() {
    Future<Void> first = new Migrations(List.of(ONE, TWO)).run(database, progress::add);
    Future<Void> second = new Migrations(List.of(ONE, TWO)).run(database, progress::add);
    await(Future.all(first, second));
    assertThat(text("select count(*)::text from schema_migration")).isEqualTo("2");
    assertThat(text("select count(*)::text from one")).isEqualTo("1");
  }

  private void run(Migration... migrations) {
    await(new Migrations(List.of(migrations)).run(database, progress::add));
  }

  private String text(String question) {
    return await(database.run(question)).iterator().next().getString(0);
  }
}
