package windrose.app;

import java.io.IOException;
import java.nio.file.Path;
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
      bench plume               footprints, heavy gas, puffs and an ensemble, beside a bare exponential sweep;
                                then, on a demo, a planner's change and health requests during an ensemble
      bench ingest              readings per second acknowledged after commit, latencies, memory, and ratios to
                                the raw insert, to COPY and to a plain broker on the same machine
        --seconds N             at full speed [30], and half of it, at most 60, at a tenth of that
        --values N              values per message, 1 to 10 [1]
        --connections N         devices that publish [50]
        --stations N            stations they speak for [1000]
        --rate N                messages per second instead of full speed
        --overload              offers three times what the server takes: memory, losses, how long others wait
      bench live                CPU, delay and memory of many open maps, beside a bare broadcast of the same bytes
        --viewers N             open maps [2000]
        --seconds N             how long is measured [30]
        --changes N             values that devices send per second [200]
        --stopped N             maps that stop reading [200]
      bench history             questions about the past on many million readings, packed and not
        --readings N            how many, from 86400 on [50000000]
        --folder FOLDER         where the benchmark's own database lives meanwhile [the system's temporary folder]""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    List<String> options = new ArrayList<>(args);
    String which = options.isEmpty() ? "" : options.remove(0);
    try {
      return switch (which) {
        case "start" -> StartBench.run(idleSeconds(options), console);
        case "plume" -> PlumeBench.run(console);
        case "ingest" ->
            options.remove("--overload")
                ? OverloadBench.run(IngestBenchOptions.read(options), console)
                : IngestBench.run(IngestBenchOptions.read(options), console);
        case "live" -> LiveBench.run(LiveBenchOptions.read(options), console);
        case "history" -> history(options, console);
        default ->
            throw new StartRefused(
                "Name the benchmark: windrose bench start, plume, ingest, live or history");
      };
    } catch (IOException failed) {
      throw new StartRefused("The benchmark could not run: " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted.", interrupted);
    }
  }

  private static int history(List<String> options, Console console) throws IOException {
    long readings = 50_000_000;
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    for (int i = 0; i < options.size(); i += 2) {
      String value = i + 1 < options.size() ? options.get(i + 1) : "";
      switch (options.get(i)) {
        case "--readings" -> readings = readings(value);
        case "--folder" -> folder = Path.of(value);
        default -> throw new StartRefused("bench history knows --readings N and --folder FOLDER");
      }
    }
    return HistoryBench.run(readings, folder, console);
  }

  private static long readings(String text) {
    if (text.matches("\\d{5,10}") && Long.parseLong(text) >= 86_400) {
      return Long.parseLong(text);
    }
    throw new StartRefused("--readings is '" + text + "'; write a number from 86400 on.");
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
