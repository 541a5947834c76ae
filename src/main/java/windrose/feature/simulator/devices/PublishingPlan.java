package windrose.feature.simulator.devices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import windrose.domain.park.Park;
import windrose.domain.park.Station;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.Noise;
import windrose.feature.simulator.truth.Probe;

/**
 * Who reports what, and when: every station's series of one interval are one message, and messages are spread evenly over
 * their interval.
 *
 * <p>A turn is a quarter of a second. Stations that speak HJ 212, and those without a publisher, do not report here.
 */
final class PublishingPlan {
  static final long TURN_MS = 250;

  /** One message that is due again and again. */
  record Post(String publisher, String station, List<Probe> probes) {}

  /** All posts of one interval, by their turn within it. */
  private record Wheel(int turns, Map<Integer, List<Post>> byTurn) {}

  private final List<Wheel> wheels = new ArrayList<>();
  private final List<String> publishers;

  private PublishingPlan(Map<Integer, List<Post>> byInterval) {
    Map<String, Integer> seen = new TreeMap<>();
    byInterval.forEach(
        (intervalS, posts) -> {
          int turns = (int) (intervalS * 1000 / TURN_MS);
          Map<Integer, List<Post>> byTurn = new HashMap<>();
          for (Post post : posts) {
            seen.merge(post.publisher(), 1, Integer::sum);
            int turn = (int) (Noise.uniform(Noise.seedOf(post.station()), 77) * turns);
            byTurn.computeIfAbsent(turn, t -> new ArrayList<>()).add(post);
          }
          wheels.add(new Wheel(turns, byTurn));
        });
    publishers = List.copyOf(seen.keySet());
  }

  static PublishingPlan of(Park park, DemoWorld world) {
    Map<Integer, List<Post>> byInterval = new TreeMap<>();
    for (Station station : park.stations()) {
      Optional<String> publisher = publisherOf(station);
      if (publisher.isEmpty()) {
        continue;
      }
      Map<Integer, List<Probe>> probes = new TreeMap<>();
      for (Probe probe : world.listProbes(station.code())) {
        probes.computeIfAbsent(probe.series().intervalS(), i -> new ArrayList<>()).add(probe);
      }
      probes.forEach(
          (intervalS, list) ->
              byInterval
                  .computeIfAbsent(intervalS, i -> new ArrayList<>())
                  .add(new Post(publisher.get(), station.code(), List.copyOf(list))));
    }
    return new PublishingPlan(byInterval);
  }

  private static Optional<String> publisherOf(Station station) {
    if (station.gateway() != null) {
      return Optional.of(station.gateway());
    }
    boolean speaksItself = "mqtt".equals(station.protocol()) && !station.kind().equals("gateway");
    return speaksItself ? Optional.of(station.code()) : Optional.empty();
  }

  List<String> listPublishers() {
    return publishers;
  }

  /** What is due in one turn, counted from the epoch. */
  List<Post> listDue(long turn) {
    List<Post> due = new ArrayList<>();
    for (Wheel wheel : wheels) {
      List<Post> posts = wheel.byTurn().get((int) Math.floorMod(turn, (long) wheel.turns()));
      if (posts != null) {
        due.addAll(posts);
      }
    }
    return due;
  }
}
