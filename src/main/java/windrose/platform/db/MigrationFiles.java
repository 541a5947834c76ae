package windrose.platform.db;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import windrose.platform.work.ClasspathFolder;
import windrose.platform.work.OffLoop;

/** Finds the migrations of this program, in the jar as well as in the build's folders. */
@OffLoop("the start, before the event loop has work")
public final class MigrationFiles {
  private static final String FOLDER = "db";

  private MigrationFiles() {}

  /** All of them by number; two with one number is a mistake of ours. */
  public static List<Migration> list() {
    try {
      List<Migration> found = new ArrayList<>();
      for (URL folder :
          Collections.list(MigrationFiles.class.getClassLoader().getResources(FOLDER))) {
        found.addAll(ClasspathFolder.read(folder, MigrationFiles::read));
      }
      return ordered(found);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the migrations of this program cannot be read", unreadable);
    }
  }

  static List<Migration> ordered(List<Migration> migrations) {
    Map<Integer, Migration> byNumber = new HashMap<>();
    for (Migration migration : migrations) {
      Migration other = byNumber.put(migration.number(), migration);
      if (other != null) {
        throw new IllegalStateException(
            "two migrations have one number: " + other.fileName() + " and " + migration.fileName());
      }
    }
    return byNumber.values().stream()
        .sorted((a, b) -> Integer.compare(a.number(), b.number()))
        .toList();
  }

  private static List<Migration> read(Path folder) throws IOException {
    List<Migration> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
        found.add(Migration.of(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return found;
  }
}
