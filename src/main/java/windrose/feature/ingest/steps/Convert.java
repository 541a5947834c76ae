package windrose.feature.ingest.steps;

/** Turns what is sent into the unit of its series, where an alias says how; nothing is ever guessed. */
public final class Convert implements Step.OfReading {
  @Override
  public void check(Passage message, Draft reading) {
    SensorLane lane = reading.lane();
    if (!lane.converts()) {
      return;
    }
    double converted = lane.convert(reading.value());
    if (Double.isFinite(converted)) {
      reading.value(converted);
    } else {
      reading.refuse(Fault.Kind.NO_NUMBER, "the number is too large after its conversion");
    }
  }
}
