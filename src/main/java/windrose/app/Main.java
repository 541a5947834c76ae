package windrose.app;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** The program: takes the first word as the command ({@code serve} without one) and runs it. */
@OffLoop("main thread")
public final class Main {
  private static final int REFUSED = 2;

  private Main() {}

  private static List<Command> commands() {
    return List.of(
        new ServeCommand(),
        new ScenarioCommand(),
        new ImportCommand(),
        new VerifyCommand(),
        new ValidateCommand(),
        new SelfcheckCommand(),
        new ResetPasswordCommand(),
        new BenchCommand());
  }

  public static void main(String[] args) {
    int code = run(List.of(args), System.getenv(), Console.system());
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command and returns the exit code: 0 done, 1 done but something is wrong, 2 refused with one line. */
  static int run(List<String> args, Map<String, String> environment, Console console) {
    boolean hasName = !args.isEmpty() && !args.get(0).startsWith("-");
    String name = hasName ? args.get(0) : "serve";
    List<String> rest = hasName ? args.subList(1, args.size()) : args;
    if (name.equals("help") || (!hasName && args.contains("--help"))) {
      help(console);
      return 0;
    }
    Optional<Command> command =
        commands().stream().filter(each -> each.name().equals(name)).findFirst();
    try {
      Command known = command.orElseThrow(() -> unknown(name));
      if (rest.contains("--help")) {
        console.line(known.help());
        return 0;
      }
      return known.run(rest, environment, console);
    } catch (StartRefused refused) {
      console.line("windrose: " + refused.line());
      return REFUSED;
    }
  }

  private static StartRefused unknown(String name) {
    List<String> names = commands().stream().map(Command::name).toList();
    return new StartRefused(
        "'%s' is no command; did you mean '%s'? ('windrose help' lists all)"
            .formatted(name, Nearest.of(name, names)));
  }

  private static void help(Console console) {
    console.line("Windrose 风玫瑰: one map for chemical industrial parks");
    console.line("");
    console.line("  java -jar windrose.jar [command] [options]      (each command has --help)");
    console.line("");
    commands()
        .forEach(
            command ->
                console.line("  %-16s%s".formatted(command.name(), firstLine(command.help()))));
    console.line("");
    console.line("Settings: windrose.properties, then environment, then options; the later wins.");
    Arrays.stream(Setting.values())
        .forEach(
            setting ->
                console.line(
                    "  %-28s%s%s"
                        .formatted(
                            setting.environmentName(),
                            setting.sentence(),
                            setting.ifAbsent().isEmpty() ? "" : " [" + setting.ifAbsent() + "]")));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
