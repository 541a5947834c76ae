package windrose.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import windrose.platform.work.OffLoop;

/** The end of what the database server wrote about itself. */
@OffLoop("the embedded server's start and monitor threads")
final class ServerLog {
  private static final int TAIL_BYTES = 8_192;

  private ServerLog() {}

  /** The end of the newest log, if something was written since then. */
  static String readNewest(Path folder, long sinceMs) {
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> newest =
          files
              .filter(file -> file.getFileName().toString().startsWith("postgres-"))
              .max(Comparator.comparingLong(ServerLog::changedMs));
      return newest.map(file -> read(file, sinceMs)).orElse("");
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Empty when there is no such file or nothing was written since then. */
  static String read(Path file, long sinceMs) {
    if (!Files.isRegularFile(file) || changedMs(file) < sinceMs) {
      return "";
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES);
      while (tail.hasRemaining() && channel.read(tail) >= 0) {
        // until the end
      }
      return new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static long changedMs(Path file) {
    return file.toFile().lastModified();
  }
}
