package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import windrose.platform.work.StartRefused;

class RolesIT {
  private static final String NOT_ALLOWED = "42501";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void the_application_may_add_to_the_journal_and_read_it() {
    try (TestDatabase test = TestDatabase.fresh()) {
      assertThat(state(test.url(), JOURNAL_ENTRY)).isEmpty();
      assertThat(state(test.url(), "select * from journal")).isEmpty();
    }
  }

  private static final String JOURNAL_ENTRY =
      "insert into journal values ('p', 1, 'k', 's', now(), now(), 'w', '{}', '\\x00')";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set who = 'nobody'",
        "delete from journal",
        "truncate journal",
        "drop table journal",
        "alter table journal drop column hash",
        "create table mine (a int)",
        "create temporary table mine (a int)",
        "create schema mine",
        "create role mine",
        "create database mine",
        "update schema_migration set sha256 = ''",
        "select pg_read_file('postgresql.conf')",
        "copy journal to program 'cat'",
        "alter system set fsync = off",
        "set role windrose"
      })
  void the_application_may_not(String statement) {
    try (TestDatabase test = TestDatabase.fresh()) {
      assertThat(state(test.url(), statement)).isEqualTo(NOT_ALLOWED);
    }
  }

  @Test
  void the_application_cannot_give_itself_a_right() {
    try (TestDatabase test = TestDatabase.fresh()) {
      state(test.url(), "grant update on journal to public"); // PostgreSQL warns and does nothing
      assertThat(state(test.url(), "update journal set who = 'nobody'")).isEqualTo(NOT_ALLOWED);
    }
  }

  @Test
  void neither_role_is_a_superuser() {
    try (TestDatabase test = TestDatabase.fresh()) {
      String question =
          "select current_user || ' ' || rolsuper from pg_roles where rolname = current_user";
      assertThat(text(test.url(), question)).isEqualTo(test.url().user() + " false");
      assertThat(text(test.ownerUrl(), question)).isEqualTo("windrose false");
    }
  }

  @Test
  void the_login_of_one_database_cannot_enter_another() {
    try (TestDatabase one = TestDatabase.fresh();
        TestDatabase two = TestDatabase.fresh()) {
      assertThat(state(one.url().withDatabase(two.url().database()), "select 1"))
          .isEqualTo(NOT_ALLOWED);
    }
  }

  @Test
  void a_second_start_changes_nothing_and_a_lost_password_is_set_again() {
    try (TestDatabase test = TestDatabase.fresh()) {
      prepare(test.ownerUrl(), TestDatabase.APPLICATION_PASSWORD);
      assertThat(state(test.url(), "select 1")).isEmpty();

      DatabaseUrl changed = prepare(test.ownerUrl(), "another");
      assertThat(state(changed, "select 1")).isEmpty();
      assertThat(state(test.url(), "select 1")).isEqualTo("28P01");
    }
  }

  @Test
  void an_external_server_is_prepared_by_its_url() {
    try (External external = new External("login createrole password 'p%/x'")) {
      DatabaseUrl url = DatabaseUrl.parse(external.url.withPassword());
      run(
          url.as("windrose", TestServer.get().owner().password()),
          "grant windrose_app to " + external.name + " with admin option");
      DatabaseUrl application = prepare(url, "secret");
      assertThat(application.user()).isEqualTo(external.name + "_login");
      assertThat(state(application, JOURNAL_ENTRY)).isEmpty();
      assertThat(state(application, "delete from journal")).isEqualTo(NOT_ALLOWED);
    }
  }

  @Test
  void an_owner_who_may_not_create_roles_is_told_what_to_run_and_then_it_works() {
    try (External external = new External("login password 'p%/x'")) {
      assertThatThrownBy(() -> prepare(external.url, "secret"))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("may not create roles")
          .hasMessageContaining("CREATE ROLE \"%s_login\" LOGIN PASSWORD".formatted(external.name))
          .hasMessageContaining("GRANT windrose_app TO \"%s_login\"".formatted(external.name))
          .hasMessageContaining("secrets/database-%s_login".formatted(external.name));

      TestServer.get()
          .run(
              "create role %s_login login password 'secret' in role windrose_app"
                  .formatted(external.name));
      assertThat(state(prepare(external.url, "secret"), JOURNAL_ENTRY)).isEmpty();

      assertThatThrownBy(() -> prepare(external.url, "not the server's"))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(
              "is not the server's, and %s may not change it".formatted(external.name));
    }
  }

  @Test
  void an_owner_without_admin_option_on_the_group_is_told_what_to_run() {
    try (External external = new External("login createrole password 'p%/x'")) {
      assertThatThrownBy(() -> prepare(external.url, "secret"))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(
              "GRANT windrose_app TO \"%s\" WITH ADMIN OPTION".formatted(external.name));
    }
  }

  @Test
  void a_login_with_too_many_rights_is_refused() {
    try (TestDatabase test = TestDatabase.fresh()) {
      TestServer.get().run("alter role " + test.url().user() + " createdb");
      assertThatThrownBy(() -> prepare(test.ownerUrl(), TestDatabase.APPLICATION_PASSWORD))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("more rights than the application may have");
      TestServer.get().run("alter role " + test.url().user() + " nocreatedb");
    }
  }

  @Test
  void a_user_who_does_not_own_the_database_is_refused() {
    try (TestDatabase test = TestDatabase.fresh()) {
      DatabaseUrl notOwner = test.url();
      assertThatThrownBy(() -> prepare(notOwner, "x"))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(
              "ALTER DATABASE \"%s\" OWNER TO \"%s\""
                  .formatted(notOwner.database(), notOwner.user()));
    }
  }

  @Test
  void what_is_wrong_with_a_url_is_said_in_one_line() {
    DatabaseUrl good = TestServer.get().owner();
    assertThatThrownBy(() -> prepare(good.as("windrose", "guess"), "x"))
        .hasMessageContaining("the password of windrose is wrong")
        .hasMessageNotContaining("guess");
    assertThatThrownBy(() -> prepare(good.withDatabase("nothere"), "x"))
        .hasMessageContaining("CREATE DATABASE \"nothere\" OWNER \"windrose\"");
    assertThatThrownBy(() -> prepare(DatabaseUrl.parse("postgresql://a:b@127.0.0.1:1/c"), "x"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be reached");
  }

  /** A database of its own with an owner of its own, as an administrator would set it up. */
  private static final class External implements AutoCloseable {
    final String name = "external_" + NUMBER.incrementAndGet();
    final DatabaseUrl url;

    External(String rights) {
      close();
      TestDatabase.fresh().close(); // so that the group exists
      TestServer.get().run("create role " + name + " " + rights);
      TestServer.get().run("grant " + name + " to windrose");
      TestServer.get().run("create database " + name + " template template0 owner " + name);
      url = TestServer.get().owner().withDatabase(name).as(name, "p%/x");
    }

    @Override
    public void close() {
      TestServer.get().drop(name);
      TestServer.get().run("drop role if exists " + name + "_login");
      TestServer.get().run("drop role if exists " + name);
    }
  }

  private DatabaseUrl prepare(DatabaseUrl owner, String password) {
    return await(DatabaseSetup.prepare(vertx, owner, password, MigrationFiles.list(), line -> {}));
  }

  private void run(DatabaseUrl url, String statement) {
    assertThat(List.of(state(url, statement))).containsExactly("");
  }

  private String text(DatabaseUrl url, String question) {
    Database database = Database.open(vertx, url, 1);
    try {
      return await(database.run(question)).iterator().next().getString(0);
    } finally {
      await(database.close());
    }
  }

  /** The SQL state of the refusal, or nothing. */
  private String state(DatabaseUrl url, String statement) {
    Database database = Database.open(vertx, url, 1);
    try {
      await(database.run(statement));
      return "";
    } catch (PgException refused) {
      return refused.getSqlState();
    } finally {
      await(database.close());
    }
  }
}
