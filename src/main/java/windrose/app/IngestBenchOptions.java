package windrose.app;

import java.util.List;
import windrose.app.load.LoadPlan;
import windrose.platform.work.StartRefused;

/** What {@code bench ingest} was asked for. */
record IngestBenchOptions(int seconds, int values, int connections, int stations, int rate) {
  static IngestBenchOptions read(List<String> options) {
    IngestBenchOptions read = new IngestBenchOptions(30, 1, 50, 1_000, 0);
    for (int i = 0; i < options.size(); i += 2) {
      if (i + 1 == options.size()) {
        throw new StartRefused(options.get(i) + " needs a number");
      }
      read = read.with(options.get(i), number(options.get(i), options.get(i + 1)));
    }
    if (read.values > LoadPlan.SENSORS || read.values < 1) {
      throw new StartRefused("--values must be 1 to " + LoadPlan.SENSORS);
    }
    if (read.connections < 1 || read.stations < read.connections || read.seconds < 1) {
      throw new StartRefused("bench ingest needs at least one station per connection");
    }
    return read;
  }

  private IngestBenchOptions with(String name, int value) {
    return switch (name) {
      case "--seconds" -> new IngestBenchOptions(value, values, connections, stations, rate);
      case "--values" -> new IngestBenchOptions(seconds, value, connections, stations, rate);
      case "--connections" -> new IngestBenchOptions(seconds, values, value, stations, rate);
      case "--stations" -> new IngestBenchOptions(seconds, values, connections, value, rate);
      case "--rate" -> new IngestBenchOptions(seconds, values, connections, stations, value);
      default ->
          throw new StartRefused(
              "bench ingest knows --seconds, --values, --connections, --stations, --rate");
    };
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new StartRefused(name + " must be a whole number", notANumber);
    }
  }

  LoadPlan plan() {
    return new LoadPlan(connections, stations, values, WINDOW, rate);
  }

  /** A little less than a device may have unacknowledged. */
  private static final int WINDOW = 900;
}
