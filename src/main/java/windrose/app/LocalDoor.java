package windrose.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * How a command finds the server that runs on the same data folder: its address, and a key that only this user can read.
 *
 * @param address where the server listens
 * @param key a bearer token with the few rights that commands need
 */
@OffLoop("main thread")
record LocalDoor(String address, String key) {
  private static final String FILE = "secrets/local-door.json";

  void write(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      String text = new JsonObject().put("address", address).put("key", key).encode();
      Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException failed) {
      throw new StartRefused("Cannot write " + file + ": " + failed.getMessage(), failed);
    }
  }

  static void remove(Path dataDir) {
    try {
      Files.deleteIfExists(dataDir.resolve(FILE));
    } catch (IOException stays) {
      // it names a server that is gone, and a command that tries it says so
    }
  }

  /** The door of the server on this folder. */
  static LocalDoor read(Path dataDir) {
    try {
      JsonObject json = new JsonObject(Files.readString(dataDir.resolve(FILE)));
      return new LocalDoor(json.getString("address"), json.getString("key"));
    } catch (NoSuchFileException none) {
      throw new StartRefused(
          "No Windrose runs on the data folder "
              + dataDir
              + "; start one, or set WINDROSE_DATA_DIR to the folder of the one that runs.",
          none);
    } catch (IOException unreadable) {
      throw new StartRefused(
          "The data folder " + dataDir + " belongs to another user; run this as that user.",
          unreadable);
    }
  }
}
