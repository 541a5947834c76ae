package windrose.app;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.work.HeavyWork;
import windrose.platform.work.OffLoop;

/**
 * The secrets of the simulated devices: issued like anybody's, and kept beside the database in a file that only this user can
 * read, so that the next start signs the same devices in with the same secrets.
 */
@OffLoop("files only on HeavyWork; look-ups on the event loop touch memory")
final class DemoSecrets {
  private final Path file;
  private final RegistersFeature registers;
  private final HeavyWork work;
  private final Properties secrets;
  private boolean saving;
  private boolean changed;

  private DemoSecrets(Path file, RegistersFeature registers, HeavyWork work, Properties secrets) {
    this.file = file;
    this.registers = registers;
    this.work = work;
    this.secrets = secrets;
  }

  static DemoSecrets open(Path dataDir, RegistersFeature registers, HeavyWork work) {
    Path file = dataDir.resolve("secrets/demo-devices.properties");
    Properties secrets = new Properties();
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        secrets.load(text);
      } catch (IOException unreadable) {
        secrets.clear(); // new ones are issued instead
      }
    }
    return new DemoSecrets(file, registers, work, secrets);
  }

  /** The secret of a simulated device, newly issued if the register does not know the kept one. */
  Future<String> secretOf(String code) {
    String kept = secrets.getProperty(code);
    if (kept != null && registers.secretMatches(code, kept)) {
      return Future.succeededFuture(kept);
    }
    return registers
        .issueSecret(code, "demo")
        .onSuccess(
            secret -> {
              secrets.setProperty(code, secret);
              changed = true;
              save();
            });
  }

  private void save() {
    if (saving || !changed) {
      return;
    }
    saving = true;
    changed = false;
    Properties copy = new Properties();
    copy.putAll(secrets);
    work.run("keep the demo devices' secrets", () -> write(copy))
        .onComplete(
            done -> {
              saving = false;
              save();
            });
  }

  private Path write(Properties copy) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer text = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      copy.store(text, "secrets of the demo's simulated devices");
    }
    return Files.move(
        fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
