package windrose.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** Random passwords that machines use among each other, one file each, readable by this user only. */
@OffLoop("the start and command line tools, on their own thread")
public final class Secrets {
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** The secret of that name, created when it is not there yet. */
  public String getOrCreate(String name) {
    return find(name).orElseGet(() -> create(name));
  }

  public Optional<String> find(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      String secret = Files.readString(file).strip();
      return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
    } catch (IOException unreadable) {
      throw new StartRefused(
          "The secret " + file + " cannot be read: start Windrose as the user who owns it.",
          unreadable);
    }
  }

  private String create(String name) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    Path file = folder.resolve(name);
    Path half = folder.resolve(name + ".half");
    try {
      Files.deleteIfExists(half);
      try (FileChannel out =
          FileChannel.open(
              half,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        ByteBuffer bytes = ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return secret;
    } catch (IOException unwritable) {
      throw new StartRefused(
          "The secret " + file + " cannot be written (" + unwritable.getMessage() + ").",
          unwritable);
    }
  }
}
