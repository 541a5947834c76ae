package windrose.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import windrose.platform.work.OffLoop;

/** {@code selfcheck}: prints for each item of a safe installation whether it holds, and what was seen. */
@OffLoop("main thread")
final class SelfcheckCommand implements Command {
  @Override
  public String name() {
    return "selfcheck";
  }

  @Override
  public String help() {
    return """
    prints PASS, FAIL or MANUAL for each item of a safe installation
      exit code 1 if any item fails
      the settings are read as serve reads them""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    AppConfig config = ConfigReader.read(Path.of(""), environment, args);
    List<SelfcheckItem> items = new Selfcheck(config).run(console);
    items.forEach(item -> console.line(item.line()));
    return items.stream().anyMatch(item -> item.result() == SelfcheckItem.Result.FAIL) ? 1 : 0;
  }
}
