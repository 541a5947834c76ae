package windrose.feature.ingest.hj212;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import windrose.feature.ingest.hj212.command.Peer;

/** The open lines: how many there are and of whom, and on which one a station was heard last. */
final class Lines {
  private final Hj212Limits limits;
  private final Set<Hj212Line> all = new LinkedHashSet<>();
  private final Map<String, Integer> byAddress = new HashMap<>();
  private final Map<String, Hj212Line> byStation = new HashMap<>();

  Lines(Hj212Limits limits) {
    this.limits = limits;
  }

  /** Why an address gets no further line; empty when it gets one. */
  Optional<String> refusal(String address) {
    if (all.size() >= limits.connections()) {
      return Optional.of("connections");
    }
    return byAddress.getOrDefault(address, 0) >= limits.connectionsPerAddress()
        ? Optional.of("connections-of-address")
        : Optional.empty();
  }

  void add(Hj212Line line) {
    all.add(line);
    byAddress.merge(line.address(), 1, Integer::sum);
  }

  /** The stations that are without a line now. */
  List<String> remove(Hj212Line line) {
    if (!all.remove(line)) {
      return List.of();
    }
    byAddress.computeIfPresent(line.address(), (address, lines) -> lines == 1 ? null : lines - 1);
    List<String> gone = new ArrayList<>();
    for (String station : line.stations()) {
      if (byStation.remove(station, line)) {
        gone.add(station);
      }
    }
    return gone;
  }

  /** The line heard last is the one on which commands are sent. */
  void heard(String station, Hj212Line line) {
    byStation.put(station, line);
  }

  Optional<Hj212Line> find(String station) {
    return Optional.ofNullable(byStation.get(station));
  }

  Optional<Peer> peer(String station) {
    return find(station).map(line -> new Peer(line.lastOf(station), line::send));
  }

  List<Hj212Line> all() {
    return List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  int stations() {
    return byStation.size();
  }
}
