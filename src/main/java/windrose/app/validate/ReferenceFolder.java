package windrose.app.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** A folder of reference files: those whose names we know are read, the others are named. */
@OffLoop("main thread of the command validate")
public final class ReferenceFolder {
  private ReferenceFolder() {}

  /** Texts by file name; refuses a folder in which none of the known files can be read. */
  public static Map<String, String> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StartRefused(
          "'%s' is no folder that can be read; name one that holds files such as aloha_547_runs.csv."
              .formatted(folder));
    }
    Map<String, String> texts = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (Validation.knows(name)) {
          texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException unreadable) {
      throw new StartRefused(
          "'%s' cannot be read: %s".formatted(folder, unreadable.getMessage()), unreadable);
    }
    if (texts.isEmpty()) {
      throw new StartRefused(
          "'%s' holds none of the reference files: %s."
              .formatted(folder, String.join(", ", Validation.knownNames())));
    }
    return texts;
  }
}
