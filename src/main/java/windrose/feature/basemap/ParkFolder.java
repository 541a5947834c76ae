package windrose.feature.basemap;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import windrose.domain.park.Park;
import windrose.platform.work.ClasspathFolder;
import windrose.platform.work.OffLoop;

/**
 * A folder of GeoJSON and CSV files that draws a park; its format stands in {@code gis-data/README.md}.
 *
 * <p>It is taken whole or refused whole, and a refusal names every mistake, not only the first.
 */
@OffLoop("reads files: the command line and app before start, or on HeavyWork")
public final class ParkFolder {
  static final long MOST_BYTES = 64_000_000;

  private ParkFolder() {}

  /** The files of one area, by name; the folder is empty for the park itself. */
  record AreaFiles(String folder, Map<String, byte[]> files) {}

  public static Park read(Path folder) throws ParkRefused {
    Problems problems = new Problems();
    List<AreaFiles> areas = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      readAreas(folder, areas, problems);
    } else {
      problems.add(folder.toString(), null, null, "there is no such folder");
    }
    return new ParkReader(problems).read(areas);
  }

  /** The same from the classpath, {@code gis-data/demo-park}: a folder in development, a part of the jar in production. */
  public static Park readFromClasspath(String name) throws ParkRefused {
    URL url = ParkFolder.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IllegalStateException("this build carries no " + name);
    }
    try {
      return ClasspathFolder.read(url, ParkFolder::read);
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read " + url, unreadable);
    }
  }

  private static void readAreas(Path folder, List<AreaFiles> areas, Problems problems) {
    Map<String, byte[]> files = new TreeMap<>();
    List<Path> subfolders = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry)) {
          subfolders.add(entry);
        } else {
          readFile(entry, nameOf(entry), files, problems);
        }
      }
      areas.add(new AreaFiles("", files));
      for (Path subfolder : subfolders) {
        readSubfolder(subfolder, areas, problems);
      }
    } catch (IOException unreadable) {
      problems.add(folder.toString(), null, null, "cannot be read: " + unreadable);
    }
  }

  private static void readSubfolder(Path folder, List<AreaFiles> areas, Problems problems)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String name = nameOf(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (!Files.isDirectory(entry)) {
          readFile(entry, name + "/" + nameOf(entry), files, problems);
        }
      }
    }
    if (!files.isEmpty()) {
      areas.add(new AreaFiles(name, files));
    }
  }

  private static void readFile(
      Path path, String shownAs, Map<String, byte[]> files, Problems problems) throws IOException {
    String name = nameOf(path);
    if (!name.endsWith(".geojson") && !name.endsWith(".csv")) {
      return;
    }
    long size = Files.size(path);
    if (size == 0) {
      problems.addBrokenFile(shownAs, null, "is empty");
    } else if (size > MOST_BYTES) {
      problems.addBrokenFile(
          shownAs,
          null,
          "%,d MB is too large; at most %,d MB"
              .formatted(size / 1_000_000, MOST_BYTES / 1_000_000));
    }
    boolean fits = size > 0 && size <= MOST_BYTES;
    files.put(name, fits ? Files.readAllBytes(path) : new byte[0]);
  }

  private static String nameOf(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }
}
