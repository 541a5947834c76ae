package windrose.feature.ingest;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import windrose.domain.measure.Quality;
import windrose.domain.measure.Reading;
import windrose.domain.park.Series;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.StoredReading;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.topics.Topic;

/**
 * The way of every message, in this order: decode, identify, check the clock, check the range, announce, store.
 *
 * <p>Its future succeeds when all that the message held is committed: readings as readings, the rest in quarantine. Only then
 * may the device be answered.
 */
public final class ReadingPipeline {
  static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);
  static final Duration LATE_AFTER = Duration.ofMinutes(10);
  static final Duration OLDEST = Duration.ofDays(400);

  private final RegistersFeature registers;
  private final ReadingsFeature readings;
  private final Quarantine quarantine;
  private final Topic<ReadingAccepted> accepted;
  private final FrameLog frames;
  private final Clock clock;

  ReadingPipeline(
      RegistersFeature registers,
      ReadingsFeature readings,
      Quarantine quarantine,
      Topic<ReadingAccepted> accepted,
      FrameLog frames,
      Clock clock) {
    this.registers = registers;
    this.readings = readings;
    this.quarantine = quarantine;
    this.accepted = accepted;
    this.frames = frames;
    this.clock = clock;
  }

  /** A message whose channel says how it is written. */
  public Future<Void> take(DeviceMessage message) {
    return takeTelling(message).mapEmpty();
  }

  /** A message of a protocol whose listener has decoded it already. */
  public Future<Void> take(DeviceMessage message, List<DecodedReading> decoded) {
    return takeTelling(message, decoded).mapEmpty();
  }

  /** As {@link #take(DeviceMessage)}, for senders who can be told what became of each value. */
  public Future<Taken> takeTelling(DeviceMessage message) {
    try {
      byte[] bytes = message.payload().getBytes();
      return takeTelling(
          message,
          Channels.isTelemetry(message.channel())
              ? TelemetryMessage.decode(bytes)
              : ReadingMessage.decode(bytes));
    } catch (ReadingMessage.Unreadable unreadable) {
      String reason = String.valueOf(unreadable.getMessage());
      frames.note(message).settle(0, reason);
      return quarantine.keep(message, reason).map(new Taken(0, List.of(reason)));
    }
  }

  /** As {@link #take(DeviceMessage, List)}, for senders who can be told what became of each value. */
  public Future<Taken> takeTelling(DeviceMessage message, List<DecodedReading> decoded) {
    List<String> faults = new ArrayList<>();
    List<Future<Void>> commits = new ArrayList<>();
    for (DecodedReading one : decoded) {
      Optional<ReadingAccepted> good = check(message, one, faults);
      good.ifPresent(
          reading -> {
            accepted.announce(reading);
            commits.add(store(reading));
          });
    }
    int stored = commits.size();
    String refusal = faults.isEmpty() ? null : String.join("; ", faults);
    frames.note(message).settle(stored, refusal);
    if (refusal != null) {
      commits.add(quarantine.keep(message, refusal));
    }
    return Future.join(commits).map(done -> new Taken(stored, faults));
  }

  private Optional<ReadingAccepted> check(
      DeviceMessage message, DecodedReading one, List<String> faults) {
    Double value = one.value();
    if (value == null) {
      faults.add(one.sensor() + ": " + one.fault());
      return Optional.empty();
    }
    Optional<RegisteredSeries> series =
        registers.findSeries(message.station() + "/" + one.sensor());
    if (series.isEmpty()) {
      faults.add(one.sensor() + ": no such sensor is registered at " + message.station());
      return Optional.empty();
    }
    Optional<Timed> timed = checkClock(message, one, faults);
    return timed.map(
        time ->
            new ReadingAccepted(
                series.get(),
                new Reading(
                    series.get().series().id(),
                    time.at,
                    message.received(),
                    value,
                    checkRange(series.get().series(), value, time.quality))));
  }

  private record Timed(Instant at, Quality quality) {}

  private Optional<Timed> checkClock(
      DeviceMessage message, DecodedReading one, List<String> faults) {
    Instant received = message.received();
    if (one.atMs().isEmpty()) {
      return Optional.of(new Timed(received, one.quality().with(Quality.NO_DEVICE_TIME)));
    }
    Instant at = Instant.ofEpochMilli(one.atMs().get());
    Instant now = clock.instant();
    if (at.isBefore(now.minus(OLDEST))) {
      faults.add(one.sensor() + ": its time lies more than 400 days back (milliseconds expected)");
      return Optional.empty();
    }
    if (at.isAfter(now.plus(FUTURE_TOLERANCE))) {
      return Optional.of(new Timed(received, one.quality().with(Quality.FUTURE)));
    }
    Quality quality =
        at.isBefore(now.minus(LATE_AFTER)) ? one.quality().with(Quality.LATE) : one.quality();
    return Optional.of(new Timed(at, quality));
  }

  private static Quality checkRange(Series series, double value, Quality quality) {
    Double low = series.rangeLow();
    Double high = series.rangeHigh();
    boolean outside = (low != null && value < low) || (high != null && value > high);
    return outside ? quality.with(Quality.OUT_OF_RANGE) : quality;
  }

  private Future<Void> store(ReadingAccepted accepted) {
    Reading reading = accepted.reading();
    return readings.keep(
        new StoredReading(
            accepted.series().key(),
            reading.at(),
            reading.received(),
            reading.value(),
            reading.quality()));
  }
}
