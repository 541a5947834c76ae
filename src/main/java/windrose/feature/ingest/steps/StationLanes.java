package windrose.feature.ingest.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.domain.trust.ClockSkew;
import windrose.domain.trust.StuckRule;
import windrose.domain.trust.StuckWatch;
import windrose.feature.ingest.alias.SensorAlias;
import windrose.feature.ingest.alias.SensorAliases;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;

/**
 * The stations that spoke, each with all that the steps need to know of it: two look-ups per reading and nothing made.
 *
 * <p>The lanes are built anew when registers or aliases change; what was learned of clocks and series stays.
 */
public final class StationLanes {
  private final RegistersFeature registers;
  private final SensorAliases aliases;
  private final Map<String, StationLane> lanes = new HashMap<>();
  private final Map<String, ClockSkew> clocks = new HashMap<>();
  private final Map<Long, SeriesMemory> memories = new HashMap<>();

  public StationLanes(RegistersFeature registers, SensorAliases aliases) {
    this.registers = registers;
    this.aliases = aliases;
    registers.registerLoaded().subscribe(loaded -> lanes.clear());
    aliases.aliasesChanged().subscribe(changed -> lanes.remove(changed.station()));
  }

  StationLane get(String station) {
    StationLane known = lanes.get(station);
    if (known != null) {
      return known;
    }
    StationLane lane = build(station);
    if (registers.findStation(station).isPresent()) {
      lanes.put(station, lane); // strangers are not remembered: their number has no bound
    }
    return lane;
  }

  private StationLane build(String station) {
    List<RegisteredSeries> inUse = registers.listSeries(station);
    String kind = registers.findStation(station).map(Station::kind).orElse("");
    Map<String, RegisteredSeries> bySensor = new HashMap<>();
    Map<String, SensorLane> sensors = new HashMap<>();
    for (RegisteredSeries series : inUse) {
      bySensor.put(series.series().sensor(), series);
      sensors.put(series.series().sensor(), new SensorLane(series, 1, 0, memory(series, kind)));
    }
    for (SensorAlias alias : aliases.of(station)) {
      RegisteredSeries series = bySensor.get(alias.sensor());
      if (series != null) {
        sensors.put(
            alias.sent(),
            new SensorLane(series, alias.factor(), alias.shift(), memory(series, kind)));
      }
    }
    ClockSkew clock =
        inUse.isEmpty()
            ? new ClockSkew()
            : clocks.computeIfAbsent(station, first -> new ClockSkew());
    return new StationLane(sensors, clock);
  }

  private SeriesMemory memory(RegisteredSeries registered, String kind) {
    return memories.computeIfAbsent(
        registered.key(),
        first -> {
          Series series = registered.series();
          return new SeriesMemory(
              StuckRule.of(series.factor(), kind)
                  .map(rule -> new StuckWatch(rule, series.rangeLow(), series.rangeHigh()))
                  .orElse(null));
        });
  }

  /** How long a station's readings take to us, its wrong clock included; for its health. */
  public OptionalLong medianDelayMs(String station) {
    ClockSkew clock = clocks.get(station);
    return clock == null ? OptionalLong.empty() : clock.medianDelayMs();
  }

  /** By how much a station's clock is slow (positive) or fast (negative); 0 when it is right or nothing is known. */
  public long clockOffMs(String station) {
    ClockSkew clock = clocks.get(station);
    return clock == null ? 0 : clock.offMs();
  }
}
