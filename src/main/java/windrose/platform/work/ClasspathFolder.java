package windrose.platform.work;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Opens a folder of the classpath as a path: a directory in development, a part of the jar in production. */
@OffLoop("the start and commands, before the event loop has work")
public final class ClasspathFolder {
  private ClasspathFolder() {}

  /** What is done with the open folder; afterwards its paths are gone. */
  @FunctionalInterface
  public interface Use<T, E extends Exception> {
    T with(Path folder) throws IOException, E;
  }

  public static <T, E extends Exception> T read(URL folder, Use<T, E> use) throws IOException, E {
    try {
      if (!(folder.openConnection() instanceof JarURLConnection inJar)) {
        return use.with(Path.of(folder.toURI()));
      }
      // a file system of our own: the one by address is shared, two threads of the start collide on it
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()))) {
        return use.with(jar.getPath("/" + inJar.getEntryName()));
      }
    } catch (URISyntaxException impossible) {
      throw new IOException("not an address of a folder: " + folder, impossible);
    }
  }
}
