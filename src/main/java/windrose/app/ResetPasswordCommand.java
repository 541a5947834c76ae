package windrose.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import windrose.feature.journal.Journal;
import windrose.feature.people.PeopleFeature;
import windrose.platform.work.HeavyWork;
import windrose.platform.work.OffLoop;

/** {@code reset-password}: gives admin a new random password and ends all of its sessions. */
@OffLoop("main thread")
final class ResetPasswordCommand implements Command {
  @Override
  public String name() {
    return "reset-password";
  }

  @Override
  public String help() {
    return """
    prints a new random password for admin, which must be changed at the next sign-in
      ends all sessions of admin; a running server forgets them at its next start
      --data-dir FOLDER, --database-url URL, --park-id ID as for serve""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    AppConfig config = ConfigReader.read(Path.of(""), environment, args);
    Clock clock = Clock.systemUTC();
    String password =
        Toolbox.withDatabase(
            config,
            console,
            (vertx, database) ->
                new PeopleFeature(
                        database,
                        Journal.of(config.parkId(), clock),
                        config.parkId(),
                        clock,
                        new HeavyWork(vertx, "windrose-passwords", 1, 1, 5_000),
                        config.outside().publicUrl(),
                        false)
                    .resetAdmin("command line"));
    console.line("admin / " + password + "   (you will choose your own at the next sign-in)");
    return 0;
  }
}
