package windrose.feature.ingest.hj212.settings;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one station is connected.
 *
 * @param mn its number, when the register does not say it
 * @param password empty: its device secret is its password
 * @param sources where it may come from; empty: from anywhere
 */
public record StationSettings(
    @Nullable String mn, Optional<DevicePassword> password, List<String> sources, Welcome welcome) {
  static final StationSettings NONE =
      new StationSettings(null, Optional.empty(), List.of(), Welcome.NOTHING);

  public StationSettings {
    sources = List.copyOf(sources);
  }

  /** What a station is told when it connects; null leaves its own setting. */
  public record Welcome(
      boolean setsTime,
      @Nullable Integer overtimeS,
      @Nullable Integer retryCount,
      @Nullable Integer realTimeIntervalS,
      @Nullable Integer minuteIntervalMin) {
    static final Welcome NOTHING = new Welcome(false, null, null, null, null);
  }

  boolean isAllowedFrom(String address) {
    return AddressRange.covers(sources, address);
  }
}
