package windrose.app;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.platform.work.OffLoop;

/** {@code scenario}: lists, starts and stops the drills of a running demo. */
@OffLoop("main thread")
final class ScenarioCommand implements Command {
  @Override
  public String name() {
    return "scenario";
  }

  @Override
  public String help() {
    return """
    lists, starts and stops drills (演练) in a running demo
      scenario                  lists them
      scenario chlorine-leak    starts one
      scenario stop             ends the one that runs
      --data-dir FOLDER         the data folder of the running server""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    List<String> options = new ArrayList<>(args);
    String wanted = args.isEmpty() || args.get(0).startsWith("-") ? "" : options.remove(0);
    AppConfig config = ConfigReader.read(Path.of(""), environment, options);
    ServerCall server = ServerCall.to(config.dataDir());
    switch (wanted) {
      case "" -> list(server.call("GET", "/api/v1/scenarios"), console);
      case "stop" -> {
        server.call("DELETE", "/api/v1/scenarios/run");
        console.line("演练已停止 / The drill has been stopped.");
      }
      default -> {
        server.call("POST", "/api/v1/scenarios/" + wanted + "/run");
        console.line("演练已开始 / The drill '" + wanted + "' has begun. Watch the map.");
      }
    }
    return 0;
  }

  private static void list(JsonObject answer, Console console) {
    answer
        .getJsonArray("items")
        .forEach(
            each -> {
              JsonObject item = (JsonObject) each;
              console.line(
                  "  %-18s%s / %s"
                      .formatted(
                          item.getString("id"),
                          item.getString("name_zh"),
                          item.getString("name_en")));
            });
    JsonObject running = answer.getJsonObject("running");
    if (running != null) {
      console.line("正在演练 / running now: " + running.getString("id"));
    }
  }
}
