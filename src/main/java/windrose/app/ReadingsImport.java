package windrose.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** {@code import --readings}: hands a table of past readings to the running server and shows what it says of it. */
@OffLoop("main thread of a command")
final class ReadingsImport {
  private static final Set<String> PASSED_ON =
      Set.of("station", "zone", "time", "columns", "ignore");
  private static final long PROGRESS_MS = 500;

  private final Map<String, String> environment;
  private final Console console;

  ReadingsImport(Map<String, String> environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  int run(List<String> args) {
    if (args.isEmpty() || args.get(0).startsWith("-")) {
      throw new StartRefused("Name the table: windrose import --readings FILE.csv --zone +08:00");
    }
    Path file = Path.of(args.get(0));
    List<String> settings = new ArrayList<>();
    StringBuilder query = new StringBuilder("?dry_run=");
    query.append(args.contains("--dry-run"));
    for (int i = 1; i < args.size(); i++) {
      String name = args.get(i).replaceFirst("^--", "");
      if (PASSED_ON.contains(name) && i + 1 < args.size()) {
        String value = URLEncoder.encode(args.get(++i), StandardCharsets.UTF_8);
        query.append('&').append(name).append('=').append(value);
      } else if (!name.equals("dry-run")) {
        settings.add(args.get(i));
      }
    }
    AppConfig config = ConfigReader.read(Path.of(""), environment, settings);
    ServerCall server = ServerCall.to(config.dataDir());
    return show(server, send(server, file, query.toString()));
  }

  private static JsonObject send(ServerCall server, Path file, String query) {
    try {
      return server.call(
          "POST", "/api/v1/import/readings" + query, HttpRequest.BodyPublishers.ofFile(file));
    } catch (FileNotFoundException missing) {
      throw new StartRefused("The file " + file + " cannot be read.", missing);
    }
  }

  private int show(ServerCall server, JsonObject report) {
    console.line(
        "%d rows, %d readings from %s to %s"
            .formatted(
                report.getLong("rows"),
                report.getLong("readings"),
                report.getString("first"),
                report.getString("last")));
    JsonArray problems = report.getJsonArray("problems");
    for (int i = 0; i < problems.size(); i++) {
      JsonObject one = problems.getJsonObject(i);
      console.line(
          "line %d %s: %s"
              .formatted(one.getInteger("line"), one.getString("column"), one.getString("what")));
    }
    if (!report.containsKey("import")) {
      console.line("Nothing was stored; leave --dry-run away to store it.");
      return report.getLong("problem_count") == 0 ? 0 : 1;
    }
    return follow(server, report.getJsonObject("import"));
  }

  private int follow(ServerCall server, JsonObject begun) {
    JsonObject progress = begun;
    while (progress.getString("state").equals("running")) {
      console.progress(
          "stored %d of %d".formatted(progress.getLong("handled"), progress.getLong("readings")));
      pause();
      progress = server.call("GET", "/api/v1/import/readings/" + begun.getString("id"));
    }
    console.line(
        "%s: %d new, %d known before"
            .formatted(
                progress.getString("state"),
                progress.getLong("stored"),
                progress.getLong("known_before")));
    return progress.getString("state").equals("done") ? 0 : 1;
  }

  private static void pause() {
    try {
      Thread.sleep(PROGRESS_MS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted.", interrupted);
    }
  }
}
