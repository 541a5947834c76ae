package windrose.app;

import java.util.List;
import windrose.platform.work.StartRefused;

/**
 * What {@code bench live} was asked for.
 *
 * @param changesPerS values that devices send per second
 * @param stopped readers that stop reading
 */
record LiveBenchOptions(int viewers, int seconds, int changesPerS, int stopped) {
  static LiveBenchOptions read(List<String> options) {
    LiveBenchOptions read = new LiveBenchOptions(2_000, 30, 200, 200);
    for (int i = 0; i < options.size(); i += 2) {
      read = read.with(options.get(i), i + 1 < options.size() ? options.get(i + 1) : "");
    }
    return read;
  }

  private LiveBenchOptions with(String name, String text) {
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw new StartRefused(name + " is '" + text + "'; write a number from 1 to 99999.");
    }
    int value = Integer.parseInt(text);
    return switch (name) {
      case "--viewers" -> new LiveBenchOptions(value, seconds, changesPerS, stopped);
      case "--seconds" -> new LiveBenchOptions(viewers, value, changesPerS, stopped);
      case "--changes" -> new LiveBenchOptions(viewers, seconds, value, stopped);
      case "--stopped" -> new LiveBenchOptions(viewers, seconds, changesPerS, value);
      default ->
          throw new StartRefused(
              "bench live knows --viewers N, --seconds N, --changes N and --stopped N");
    };
  }
}
