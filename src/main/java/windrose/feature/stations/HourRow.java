package windrose.feature.stations;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import windrose.domain.upkeep.Arrivals;
import windrose.feature.registers.RegisteredSeries;

/** A tally as the database keeps it. */
record HourRow(String station, HourTally tally, long due, int expected, int received) {

  static HourRow of(String station, HourTally tally, long due, List<RegisteredSeries> series) {
    int received = 0;
    for (RegisteredSeries one : series) {
      Arrivals arrivals = tally.arrivals.get(one.key());
      if (arrivals != null) {
        int expected = Arrivals.expected(tally.hourEpochS, due, one.series().intervalS());
        received += Math.min(arrivals.count(), expected);
      }
    }
    int expected = DueMinutes.expected(tally.hourEpochS, due, series);
    return new HourRow(station, tally, due, expected, received);
  }

  JsonObject gaps() {
    JsonObject json = new JsonObject();
    for (Map.Entry<Long, Arrivals> one : tally.arrivals.entrySet()) {
      json.put(
          String.valueOf(one.getKey()),
          Base64.getEncoder().withoutPadding().encodeToString(one.getValue().toBytes()));
    }
    return json;
  }
}
