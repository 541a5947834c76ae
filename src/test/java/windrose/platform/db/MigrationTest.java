package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
  @Test
  void number_and_name_come_from_the_file_name() {
    Migration migration = Migration.of("0007_wind.sql", "create table wind ()");
    assertThat(migration.number()).isEqualTo(7);
    assertThat(migration.fileName()).isEqualTo("0007_wind.sql");
  }

  @Test
  void line_ends_of_another_system_do_not_change_the_checksum() {
    assertThat(Migration.of("0001_a.sql", "a\r\nb").sha256())
        .isEqualTo(Migration.of("0001_a.sql", "a\nb").sha256())
        .isNotEqualTo(Migration.of("0001_a.sql", "a\nc").sha256());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1_wind.sql", "0001-wind.sql", "0001_Wind.sql", "0001_wind.txt", "00001_wind.sql"})
  void another_file_name_is_our_mistake(String name) {
    assertThatThrownBy(() -> Migration.of(name, "select 1")).hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"create table a();\ncommit;\ncreate table b()", "ROLLBACK ;", " commit work;"})
  void a_migration_may_not_end_its_transaction(String sql) {
    assertThatThrownBy(() -> Migration.of("0001_a.sql", sql))
        .hasMessageContaining("whole or not at all");
  }

  @Test
  void a_function_body_may_end_with_end() {
    String sql =
        "create function f() returns int language plpgsql as $$\nbegin\nreturn 1;\nend;\n$$;";
    assertThat(Migration.of("0001_f.sql", sql).sql()).isEqualTo(sql);
  }

  @Test
  void two_files_with_one_number_are_our_mistake() {
    assertThatThrownBy(
            () ->
                MigrationFiles.ordered(
                    List.of(Migration.of("0001_a.sql", ""), Migration.of("0001_b.sql", ""))))
        .hasMessageContaining("0001_a.sql and 0001_b.sql");
  }

  @Test
  void the_files_of_this_program_are_found_in_order() {
    List<Migration> migrations = MigrationFiles.list();
    assertThat(migrations.get(0).fileName()).isEqualTo("0001_journal.sql");
    assertThat(migrations).extracting(Migration::number).isSorted();
  }
}
