package windrose.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import windrose.platform.work.OffLoop;

/** {@code serve}: runs until it is told to stop, then drains. */
@OffLoop("main thread and shutdown hook")
final class ServeCommand implements Command {
  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String help() {
    return """
    runs Windrose until Ctrl-C or SIGTERM (this is the default command)
      --demo      loads the demo park and lets simulated devices speak
      --http-port, --mqtt-port, --data-dir … : every setting of 'windrose help' as an option""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    AppConfig config = ConfigReader.read(Path.of(""), environment, args);
    config.warnings().forEach(warning -> console.line("warning: " + warning));
    MemoryManners.apply();
    // before the first logger exists
    System.setProperty(Setting.LOG_FORMAT.environmentName(), config.jsonLogs() ? "json" : "text");
    Application application = Application.start(config, console::progress);
    Thread drain = new Thread(() -> drain(application, console), "windrose-drain");
    Runtime.getRuntime().addShutdownHook(drain);
    welcome(config, application, console);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException toldToStop) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** A drained stop is a success and ends with 0, whatever signal asked for it. */
  private static void drain(Application application, Console console) {
    int code = 0;
    try {
      console.progress("stopping: committing what is in hand");
      application.close();
      console.progress("stopped");
    } catch (RuntimeException failed) {
      console.progress("stopped, but not cleanly: " + failed.getMessage());
      code = 1;
    }
    Runtime.getRuntime().halt(code);
  }

  private static void welcome(AppConfig config, Application application, Console console) {
    console.line("");
    console.line(
        String.format(
            Locale.ROOT,
            "  Windrose 风玫瑰 is ready after %.1f s%s",
            console.secondsSinceStart(),
            config.demo() ? ", with the demo park 滨河化工园区 (fictional) and simulated devices" : ""));
    console.line("");
    console.line("    open      " + application.address());
    console.line("    sign in   " + signIn(config, application.firstPassword()));
    application
        .mqttPort()
        .ifPresent(
            port -> console.line("    devices   mqtt://" + config.listeners().host() + ":" + port));
    console.line("    stop      Ctrl-C");
    console.line("");
  }

  private static String signIn(AppConfig config, Optional<String> firstPassword) {
    if (firstPassword.isPresent()) {
      return "admin / "
          + firstPassword.get()
          + "   (random, shown only now; you will choose your own)";
    }
    return config.adminPassword().isPresent()
        ? "admin, with the password you set"
        : "admin, with the password of before   (lost? 'windrose reset-password')";
  }
}
