package windrose.feature.simulator.devices;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import windrose.domain.park.Park;
import windrose.domain.park.Station;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.Probe;

/**
 * The simulated stations that speak HJ 212: real-time values at their own interval, hour means after each hour.
 *
 * <p>Values without an HJ 212 code are not sent. When it starts, each station sends one report of now and the hour before, so
 * that a fresh demo is not empty for an hour.
 */
public final class Hj212Fleet {
  private static final long TICK_MS = 1_000;
  private static final long HOUR_S = 3_600;
  private static final long SPREAD_MS = 2_000;
  private static final long ANSWER_MS = 10_000;
  private static final int MOST_HOURS = 48;

  private final Vertx vertx;
  private final Clock clock;
  private final DemoWorld world;
  private final NetClient client;
  private final List<Member> members = new ArrayList<>();
  private long timer = -1;

  /** A station with what it measures and when it is due. */
  private static final class Member {
    final Hj212Station station;
    final String code;
    final List<Probe> realTime;
    final List<Probe> hourly;
    long lastRealTimeS;
    long lastHour;

    Member(Hj212Station station, String code, List<Probe> realTime, List<Probe> hourly) {
      this.station = station;
      this.code = code;
      this.realTime = realTime;
      this.hourly = hourly;
    }
  }

  public Hj212Fleet(
      Vertx vertx,
      Park park,
      Clock clock,
      DemoWorld world,
      String host,
      int port,
      Function<String, Future<String>> secretOf) {
    this(vertx, park, clock, world, new SimulatedDevice.Address(host, port), secretOf, ANSWER_MS);
  }

  Hj212Fleet(
      Vertx vertx,
      Park park,
      Clock clock,
      DemoWorld world,
      SimulatedDevice.Address address,
      Function<String, Future<String>> secretOf,
      long answerMs) {
    this.vertx = vertx;
    this.clock = clock;
    this.world = world;
    this.client = vertx.createNetClient();
    for (Station station : park.stations()) {
      if ("hj212".equals(station.protocol())
          && station.properties().get("mn") instanceof String mn) {
        members.add(member(station, mn, address, secretOf, answerMs));
      }
    }
  }

  private Member member(
      Station station,
      String mn,
      SimulatedDevice.Address address,
      Function<String, Future<String>> secretOf,
      long answerMs) {
    List<Probe> coded =
        world.listProbes(station.code()).stream()
            .filter(probe -> probe.series().hj212Code() != null)
            .toList();
    List<Probe> realTime =
        coded.stream().filter(probe -> probe.series().intervalS() < HOUR_S).toList();
    List<Probe> hourly =
        coded.stream().filter(probe -> probe.series().intervalS() == HOUR_S).toList();
    int intervalS =
        realTime.stream().mapToInt(probe -> probe.series().intervalS()).min().orElse(300);
    String st = station.kind().startsWith("water") ? "21" : "22";
    Hj212Station speaker =
        new Hj212Station(
            vertx,
            clock,
            client,
            new Hj212Station.Identity(station.code(), mn, st, intervalS),
            address,
            secretOf,
            (cn, from, to) -> history(cn, hourly, from, to),
            answerMs);
    return new Member(speaker, station.code(), realTime, hourly);
  }

  public void start() {
    int i = 0;
    for (Member member : members) {
      member.station.start(SPREAD_MS * i++ / Math.max(1, members.size()));
    }
    tick();
    timer = vertx.setPeriodic(TICK_MS, id -> tick());
  }

  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    return Future.join(members.stream().map(member -> member.station.stop()).toList())
        .transform(done -> client.close());
  }

  private void tick() {
    long nowS = clock.millis() / 1_000;
    for (Member member : members) {
      if (!world.faults().isSilent(member.code, (double) nowS)) {
        measure(member, nowS);
      }
    }
  }

  private void measure(Member member, long nowS) {
    int intervalS = member.station.realTimeIntervalS();
    boolean isFirst = member.lastRealTimeS == 0;
    if (!member.realTime.isEmpty()
        && (isFirst || nowS / intervalS > member.lastRealTimeS / intervalS)) {
      member.lastRealTimeS = nowS;
      long atS = isFirst ? nowS : nowS / intervalS * intervalS;
      member.station.report("2011", Hj212Message.realTime(world, member.realTime, atS));
    }
    long hour = nowS / HOUR_S - 1;
    if (!member.hourly.isEmpty() && hour > member.lastHour) {
      member.lastHour = hour;
      member.station.report("2061", Hj212Message.hour(world, member.hourly, hour * HOUR_S));
    }
  }

  private List<String> history(String cn, List<Probe> hourly, Instant from, Instant to) {
    List<String> reports = new ArrayList<>();
    if (!cn.equals("2061") || hourly.isEmpty()) {
      return reports;
    }
    long firstHour = -Math.floorDiv(-from.getEpochSecond(), HOUR_S);
    long complete = Math.min(to.getEpochSecond(), clock.millis() / 1_000) / HOUR_S;
    for (long hour = firstHour; hour < complete && reports.size() < MOST_HOURS; hour++) {
      reports.add(Hj212Message.hour(world, hourly, hour * HOUR_S));
    }
    return reports;
  }

  public int size() {
    return members.size();
  }

  public long online() {
    return members.stream().filter(member -> member.station.isOnline()).count();
  }

  public int unacknowledged() {
    return members.stream().mapToInt(member -> member.station.unacknowledged()).sum();
  }
}
