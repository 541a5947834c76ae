package windrose.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** {@code bench}: measures the product on this machine and prints each figure beside its limit. */
@OffLoop("main thread")
final class BenchCommand implements Command {
  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String help() {
    return """
    measures this machine and prints each figure beside its limit
      bench start               first and second start, memory and CPU of an idle demo, size of the page
        --idle-seconds N        how long the demo idles before it is measured [60]
      bench plume               footprints, heavy gas, puffs and an ensemble, beside a bare exponential sweep""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    List<String> options = new ArrayList<>(args);
    String which = options.isEmpty() ? "" : options.remove(0);
    try {
      return switch (which) {
        case "start" -> StartBench.run(idleSeconds(options), console);
        case "plume" -> PlumeBench.run(console);
        default ->
            throw new StartRefused(
                "Name the benchmark: windrose bench start, windrose bench plume");
      };
    } catch (IOException failed) {
      throw new StartRefused("The benchmark could not run: " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted.", interrupted);
    }
  }

  private static int idleSeconds(List<String> options) {
    if (options.isEmpty()) {
      return 60;
    }
    if (options.size() == 2 && options.get(0).equals("--idle-seconds")) {
      try {
        return Integer.parseInt(options.get(1));
      } catch (NumberFormatException notANumber) {
        // answered below
      }
    }
    throw new StartRefused("bench start knows one option: --idle-seconds N");
  }
}
