package windrose.journey;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import windrose.app.Application;
import windrose.testing.FreePort;

/** A demo park in this process, on free ports, in a folder of its own. */
final class DemoPark {
  static final String PASSWORD = "a password for tests";

  private DemoPark() {}

  static Application start(Path folder) {
    return Application.start(
        Map.of(
            "WINDROSE_ADMIN_PASSWORD",
            PASSWORD,
            "WINDROSE_DATA_DIR",
            folder.resolve("data").toString(),
            "WINDROSE_HTTP_PORT",
            "0",
            "WINDROSE_MQTT_PORT",
            Integer.toString(FreePort.find()),
            "WINDROSE_HJ212_PORT",
            Integer.toString(FreePort.find())),
        List.of("--demo"),
        line -> {});
  }
}
