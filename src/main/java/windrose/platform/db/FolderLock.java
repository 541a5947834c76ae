package windrose.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * Holds a data folder for one process; the kernel lets go of it when that process dies, however it dies.
 *
 * <p>POSIX gives a lock back as soon as the process closes <em>any</em> handle of the file. So this process never opens
 * a file that it already holds: {@link #HELD} is asked first.
 */
@OffLoop("the start, before the event loop has work; closed after it stopped")
final class FolderLock implements AutoCloseable {
  static final String FILE = "windrose.lock";

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderLock take(Path folder) {
    if (!HELD.add(folder)) {
      throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new FolderLock(folder, lock(folder));
    } catch (IOException | RuntimeException failed) {
      HELD.remove(folder);
      if (failed instanceof StartRefused refused) {
        throw refused;
      }
      throw new StartRefused(
          "The data folder " + folder + " cannot be locked (" + failed.getMessage() + ").", failed);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    boolean taken = false;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(folder, read(channel));
      }
      channel.truncate(0);
      String pid = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
      taken = true;
      return channel;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    int length = channel.read(bytes, 0);
    return length <= 0
        ? "unknown"
        : new String(bytes.array(), 0, length, StandardCharsets.US_ASCII).strip();
  }

  private static StartRefused inUse(Path folder, String pid) {
    return new StartRefused(
        "The data folder "
            + folder
            + " is in use by a running Windrose (process "
            + pid
            + "); stop that one or set WINDROSE_DATA_DIR to another folder.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // the kernel releases the lock with the process at the latest
    } finally {
      HELD.remove(folder);
    }
  }
}
