package windrose.domain.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells dead equipment from equipment that is only slow, and a dead gateway from dead stations behind it.
 *
 * <p>A station is silent when nothing came for {@code missed} times its interval, at least for {@code shortest}. When at least
 * half of the stations behind a gateway have reached their limit since anything last came through it, and nothing else came either,
 * the gateway is what died: it is named once and its stations are not. Time in which we did not listen (start, clock step) is
 * nobody's silence, so all limits count from {@code listeningSince} at the earliest.
 */
public record SilenceRule(int missed, Duration shortest) {
  public static final SilenceRule USUAL = new SilenceRule(5, Duration.ofMinutes(5));

  public Duration limit(int intervalS) {
    Duration limit = Duration.ofSeconds((long) missed * intervalS);
    return limit.compareTo(shortest) < 0 ? shortest : limit;
  }

  /**
   * Something that is dead.
   *
   * @param gateway whether it is a gateway, with the stations behind it
   */
  public record Dead(String code, boolean gateway, @Nullable Instant since, List<String> behind) {
    public Dead {
      behind = List.copyOf(behind);
    }
  }

  /**
   * Who is dead now. Stations that never spoke are not: they are not connected yet, which is another figure.
   *
   * @param listeningSince from when we could hear without interruption
   */
  public List<Dead> judge(List<StationPulse> pulses, Instant listeningSince, Instant now) {
    Map<String, List<StationPulse>> byGateway = new TreeMap<>();
    for (StationPulse pulse : pulses) {
      if (pulse.gateway() != null && !pulse.inMaintenance() && pulse.lastReceived() != null) {
        byGateway.computeIfAbsent(pulse.gateway(), code -> new ArrayList<>()).add(pulse);
      }
    }
    Set<String> underMaintenance = new HashSet<>();
    pulses.stream()
        .filter(StationPulse::inMaintenance)
        .forEach(one -> underMaintenance.add(one.station()));
    Map<String, Instant> gatewayHeardSince = new HashMap<>();
    byGateway.forEach(
        (gateway, behind) ->
            gatewayHeardSince.put(gateway, heardSince(behind, listeningSince, now)));
    List<Dead> dead = new ArrayList<>();
    Set<String> deadGateways = new HashSet<>();
    byGateway.forEach(
        (gateway, behind) -> {
          Instant last = lastThrough(behind);
          if (isDead(behind, later(last, listeningSince), now)) {
            deadGateways.add(gateway);
            if (!underMaintenance.contains(gateway)) {
              dead.add(
                  new Dead(
                      gateway, true, last, behind.stream().map(StationPulse::station).toList()));
            }
          }
        });
    for (StationPulse pulse : pulses) {
      Instant last = pulse.lastReceived();
      boolean behindDead = pulse.gateway() != null && deadGateways.contains(pulse.gateway());
      boolean gatewayBusy = pulse.gateway() != null && underMaintenance.contains(pulse.gateway());
      if (last != null
          && !pulse.inMaintenance()
          && !behindDead
          && !gatewayBusy
          && isOver(pulse, later(last, base(pulse, gatewayHeardSince, listeningSince)), now)) {
        dead.add(new Dead(pulse.station(), false, last, List.of()));
      }
    }
    return List.copyOf(dead);
  }

  /** A gateway that came back gives the stations behind it their time anew. */
  private static Instant base(
      StationPulse pulse, Map<String, Instant> gatewayHeardSince, Instant listeningSince) {
    String gateway = pulse.gateway();
    Instant back = gateway == null ? null : gatewayHeardSince.get(gateway);
    return back == null ? listeningSince : later(back, listeningSince);
  }

  /** Since when anything has come through without a pause of all: the longest run of those that are heard now. */
  private Instant heardSince(List<StationPulse> behind, Instant listeningSince, Instant now) {
    Instant earliest = Instant.MAX;
    for (StationPulse one : behind) {
      Instant last = one.lastReceived();
      Instant since = one.heardSince();
      if (last != null && since != null && !isOver(one, later(last, listeningSince), now)) {
        earliest = since.isBefore(earliest) ? since : earliest;
      }
    }
    return earliest.equals(Instant.MAX) ? Instant.MIN : earliest;
  }

  private boolean isDead(List<StationPulse> behind, Instant last, Instant now) {
    long over = behind.stream().filter(one -> isOver(one, last, now)).count();
    return over > 0 && 2 * over >= behind.size() && (over > 1 || behind.size() == 1);
  }

  private boolean isOver(StationPulse pulse, Instant last, Instant now) {
    return Duration.between(last, now).compareTo(limit(pulse.intervalS())) > 0;
  }

  private static Instant lastThrough(List<StationPulse> behind) {
    Instant last = Instant.MIN;
    for (StationPulse pulse : behind) {
      Instant received = pulse.lastReceived();
      if (received != null && received.isAfter(last)) {
        last = received;
      }
    }
    return last;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
