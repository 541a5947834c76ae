package windrose.platform.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import windrose.platform.work.OffLoop;

/** Records one behind the other in a file, each with its length and check sum; a torn end is cut off on opening. */
@OffLoop("Spool calls it on HeavyWork, one call at a time")
final class SpoolFile implements AutoCloseable {
  private static final int HEADER = 8;
  private static final int MOST_RECORD_BYTES = 16 * 1024 * 1024;

  private final FileChannel channel;
  private long records;

  /**
   * Some records that follow each other.
   *
   * @param next where the one behind them begins
   */
  record Chunk(List<byte[]> records, long next) {}

  private SpoolFile(FileChannel channel) {
    this.channel = channel;
  }

  static SpoolFile open(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.exists(path)) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    SpoolFile file =
        new SpoolFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    file.cutTornEnd();
    return file;
  }

  private void cutTornEnd() throws IOException {
    long whole = 0;
    while (true) {
      Chunk chunk = read(whole, 1);
      if (chunk.records().isEmpty()) {
        break;
      }
      whole = chunk.next();
      records++;
    }
    if (whole < channel.size()) {
      channel.truncate(whole);
      channel.force(true);
    }
  }

  /** Returns after the records are on the disk. */
  void append(List<byte[]> more) throws IOException {
    long at = channel.size();
    try {
      for (byte[] record : more) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + record.length);
        bytes.putInt(record.length).putInt(sum(record)).put(record).flip();
        while (bytes.hasRemaining()) {
          channel.write(bytes, at + bytes.position());
        }
        at += HEADER + record.length;
      }
      channel.force(true);
      records += more.size();
    } catch (IOException failed) {
      channel.truncate(Math.min(channel.size(), at)); // a torn end would hide what follows it
      throw failed;
    }
  }

  Chunk read(long from, int most) throws IOException {
    List<byte[]> found = new ArrayList<>();
    long at = from;
    while (found.size() < most) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      if (channel.read(header, at) < HEADER) {
        break;
      }
      int length = header.flip().getInt();
      int sum = header.getInt();
      if (length < 0 || length > MOST_RECORD_BYTES || at + HEADER + length > channel.size()) {
        break;
      }
      ByteBuffer record = ByteBuffer.allocate(length);
      if (channel.read(record, at + HEADER) < length || sum(record.array()) != sum) {
        break;
      }
      found.add(record.array());
      at += HEADER + length;
    }
    return new Chunk(found, at);
  }

  /** Empties the file if nothing was added behind this place; whether it did. */
  boolean emptyIfEndsAt(long position) throws IOException {
    if (channel.size() != position) {
      return false;
    }
    channel.truncate(0);
    channel.force(true);
    records = 0;
    return true;
  }

  long records() {
    return records;
  }

  long bytes() throws IOException {
    return channel.size();
  }

  private static int sum(byte[] record) {
    CRC32 sum = new CRC32();
    sum.update(record);
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
