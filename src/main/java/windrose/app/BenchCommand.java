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
      bench plume               footprints, heavy gas, puffs and an ensemble, beside a bare exponential sweep
      bench ingest              readings per second acknowledged after commit, latencies, memory, and ratios to
                                the raw insert, to COPY and to a plain broker on the same machine
        --seconds N             at full speed [30], and half of it at a tenth of that
        --values N              values per message, 1 to 10 [1]
        --connections N         devices that publish [50]
        --stations N            stations they speak for [1000]
        --rate N                messages per second instead of full speed""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    List<String> options = new ArrayList<>(args);
    String which = options.isEmpty() ? "" : options.remove(0);
    try {
      return switch (which) {
        case "start" -> StartBench.run(idleSeconds(options), console);
        case "plume" -> PlumeBench.run(console);
        case "ingest" -> IngestBench.run(IngestBenchOptions.read(options), console);
        default ->
            throw new StartRefused(
                "Name the benchmark: windrose bench start, plume or ingest");
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
