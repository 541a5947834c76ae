package windrose.feature.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who knocked and is not registered (未登记设备), so that a person can find a new box by its own name and register it.
 *
 * <p>Bounded: the one that has been silent longest gives way. Names come from strangers and are shown as text, never trusted.
 */
public final class UnknownDevices {
  static final int MAX_DEVICES = 500;
  private static final int MAX_TEXT = 120;

  private final Clock clock;
  private final Map<Key, UnknownDevice> bySilence = new LinkedHashMap<>();

  public UnknownDevices(Clock clock) {
    this.clock = clock;
  }

  private record Key(String channel, String name) {}

  /** Somebody of this name spoke on this channel from this address and was refused for this reason. */
  public void note(String channel, String name, String address, WhyUnknown why, String reason) {
    Key key = new Key(channel, shortened(name));
    Instant now = clock.instant();
    UnknownDevice known = bySilence.remove(key);
    bySilence.put(
        key,
        new UnknownDevice(
            channel,
            key.name,
            shortened(address),
            known == null ? now : known.firstSeen(),
            now,
            known == null ? 1 : known.count() + 1,
            why,
            shortened(reason)));
    if (bySilence.size() > MAX_DEVICES) {
      bySilence.remove(bySilence.keySet().iterator().next());
    }
  }

  /** The one that spoke last stands first. */
  public List<UnknownDevice> list() {
    List<UnknownDevice> all = new ArrayList<>(bySilence.values());
    all.sort(Comparator.comparing(UnknownDevice::lastSeen).reversed());
    return all;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
  }
}
