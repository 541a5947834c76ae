package windrose.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file system of its own with little room, to be filled: a tmpfs, which needs root with CAP_SYS_ADMIN and no loop device.
 *
 * <p>Where mounting is forbidden there is none; a limit on file sizes gives another error than a full disk and proves less.
 */
final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "size=700m";

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static Optional<SmallDisk> mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    return run("mount", "-t", "tmpfs", "-o", SIZE + ",mode=0755", "tmpfs", folder.toString())
        ? Optional.of(new SmallDisk(folder))
        : Optional.empty();
  }

  /** Leaves not a byte. */
  void fill() throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
      while (true) {
        filler.write(block);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("space")) {
        throw full;
      }
    }
  }

  void makeRoom() throws IOException {
    Files.deleteIfExists(folder.resolve("filler"));
  }

  @Override
  public void close() throws IOException {
    if (!run("umount", "-l", folder.toString())) {
      throw new IOException("could not unmount " + folder);
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
