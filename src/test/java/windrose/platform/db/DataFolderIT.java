package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.platform.work.StartRefused;

class DataFolderIT {
  @TempDir Path temp;

  @Test
  void is_created_with_its_parents_and_closed_to_others() throws Exception {
    try (DataFolder folder = DataFolder.open(temp.resolve("a/b"))) {
      assertThat(rights(folder.path())).isEqualTo("rwx------");
      assertThat(rights(folder.path().resolve("secrets"))).isEqualTo("rwx------");
    }
  }

  @Test
  void an_own_folder_that_somebody_opened_to_others_is_closed_again() throws Exception {
    DataFolder.open(temp.resolve("data")).close();
    Files.setPosixFilePermissions(
        temp.resolve("data"), PosixFilePermissions.fromString("rwxrwxrwx"));
    DataFolder.open(temp.resolve("data")).close();
    assertThat(rights(temp.resolve("data"))).isEqualTo("rwx------");
  }

  @Test
  void somebody_elses_folder_is_refused_and_stays_as_it_is() throws Exception {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(temp.resolve("letter.txt"), "dear all");
    assertThatThrownBy(() -> DataFolder.open(temp))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("holds files that are not Windrose's; set WINDROSE_DATA_DIR");
    assertThat(rights(temp)).isEqualTo("rwxr-xr-x");
    assertThat(temp.resolve("windrose.lock")).doesNotExist();
  }

  @Test
  void a_file_in_its_place_is_refused() throws Exception {
    Path file = Files.writeString(temp.resolve("data"), "");
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "The data folder "
                + file
                + " is a file, not a folder; set WINDROSE_DATA_DIR to a folder you may write.");
  }

  @Test
  void a_place_where_nobody_may_write_is_refused() {
    assertThatThrownBy(() -> DataFolder.open(Path.of("/proc/windrose")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("set WINDROSE_DATA_DIR to a folder you may write");
  }

  @Test
  void a_secret_stays_the_same_and_is_readable_by_its_owner_only() throws Exception {
    String secret;
    try (DataFolder folder = DataFolder.open(temp.resolve("data"))) {
      secret = folder.secrets().getOrCreate("one");
      assertThat(secret).hasSize(64).isNotEqualTo(folder.secrets().getOrCreate("two"));
      assertThat(rights(folder.path().resolve("secrets/one"))).isEqualTo("rw-------");
    }
    try (DataFolder folder = DataFolder.open(temp.resolve("data"))) {
      assertThat(folder.secrets().getOrCreate("one")).isEqualTo(secret);
    }
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
