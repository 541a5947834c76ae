package windrose.platform.db;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the embedded server keeps what.
 *
 * @param dataDir the data folder of this Windrose
 * @param binaries the unpacked PostgreSQL
 */
record ServerFiles(Path dataDir, Path binaries) {
  /** Clusters under construction; renamed to {@link #database} when complete. */
  static final String UNFINISHED = "database.new";

  Path database() {
    return dataDir.resolve("database");
  }

  Path pidFile() {
    return database().resolve("postmaster.pid");
  }

  /** Ours, not the server's: written anew at every start. */
  Path settings() {
    return dataDir.resolve("postgresql.conf");
  }

  Path access() {
    return dataDir.resolve("pg_hba.conf");
  }

  Path logFolder() {
    return dataDir.resolve("database-log");
  }

  /** What the server says before its own log opens. */
  Path startLog() {
    return logFolder().resolve("start.log");
  }

  String program(String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }

  /** Stands in the title of every server process, so that the processes of this folder can be told from others. */
  String clusterName() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(dataDir.toString().getBytes(StandardCharsets.UTF_8));
      return "windrose-" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
