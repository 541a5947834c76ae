package windrose.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import windrose.feature.journal.ChainReport;
import windrose.feature.journal.JournalFeature;
import windrose.platform.work.OffLoop;

/** {@code verify}: reads the whole journal again and names the first entry that is not as it was written. */
@OffLoop("main thread")
final class VerifyCommand implements Command {
  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String help() {
    return """
    checks the journal's hash chain from its first entry
      exit code 0: intact; 1: an entry was changed or is missing, and which
      --data-dir FOLDER, --database-url URL, --park-id ID as for serve""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    AppConfig config = ConfigReader.read(Path.of(""), environment, args);
    ChainReport report =
        Toolbox.withDatabase(
            config,
            console,
            (vertx, database) ->
                new JournalFeature(database, config.parkId(), Clock.systemUTC()).verify());
    if (report.fault().isEmpty()) {
      console.line("PASS  the journal is intact: " + report.intactUpTo() + " entries");
      return 0;
    }
    console.line(
        "FAIL  the journal is intact up to entry %d; %s"
            .formatted(report.intactUpTo(), report.fault().get()));
    return 1;
  }
}
