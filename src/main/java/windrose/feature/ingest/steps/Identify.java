package windrose.feature.ingest.steps;

/** Finds the series behind each value: by the registered code of the sensor, or by the alias that somebody gave it. */
public final class Identify implements Step {
  private final StationLanes lanes;

  public Identify(StationLanes lanes) {
    this.lanes = lanes;
  }

  @Override
  public void take(Passage message) {
    StationLane station = lanes.get(message.station());
    message.lane(station);
    for (Draft reading : message.readings()) {
      if (reading.isRefused()) {
        continue;
      }
      SensorLane lane = station.sensor(reading.sensor());
      if (lane == null) {
        reading.refuse(
            Fault.Kind.NO_SENSOR, "no such sensor is registered at " + message.station());
      } else {
        reading.lane(lane);
      }
    }
  }
}
