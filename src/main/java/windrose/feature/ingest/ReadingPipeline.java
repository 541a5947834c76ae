package windrose.feature.ingest;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.measure.Reading;
import windrose.feature.ingest.quarantine.Quarantine;
import windrose.feature.ingest.quarantine.QuarantineEntry;
import windrose.feature.ingest.quarantine.Quarantined;
import windrose.feature.ingest.steps.CheckClock;
import windrose.feature.ingest.steps.CheckRange;
import windrose.feature.ingest.steps.CheckStuck;
import windrose.feature.ingest.steps.Convert;
import windrose.feature.ingest.steps.Deduplicate;
import windrose.feature.ingest.steps.Draft;
import windrose.feature.ingest.steps.Fault;
import windrose.feature.ingest.steps.Identify;
import windrose.feature.ingest.steps.Maintenance;
import windrose.feature.ingest.steps.MarkMaintenance;
import windrose.feature.ingest.steps.MeasureClock;
import windrose.feature.ingest.steps.Passage;
import windrose.feature.ingest.steps.StationLanes;
import windrose.feature.ingest.steps.Step;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.StoredReading;
import windrose.platform.observe.Metrics;
import windrose.platform.topics.Topic;

/**
 * The way of every message: decoded, then the steps of one list, then announced, then stored.
 *
 * <p>Its future succeeds when all that the message held is committed: readings as readings, the rest in quarantine. Only then
 * may the device be answered. All steps run at once on the event loop, so that a station's messages keep their order; what a
 * step needs to know is in memory.
 */
public final class ReadingPipeline {
  private static final Logger log = LoggerFactory.getLogger(ReadingPipeline.class);

  private final List<Step> steps;
  private final Map<String, MessageDecoder> decoders = new HashMap<>();
  private final ReadingsFeature readings;
  private final Quarantine quarantine;
  private final Topic<ReadingAccepted> accepted;
  private final FrameLog frames;

  ReadingPipeline(
      StationLanes lanes,
      Maintenance maintenance,
      ReadingsFeature readings,
      Quarantine quarantine,
      Topic<ReadingAccepted> accepted,
      FrameLog frames,
      Metrics metrics) {
    this.readings = readings;
    this.quarantine = quarantine;
    this.accepted = accepted;
    this.frames = frames;
    decodes(
        Channels.MQTT_TELEMETRY, message -> TelemetryMessage.decode(message.payload().getBytes()));
    decodes(
        Channels.BROKER_TELEMETRY,
        message -> TelemetryMessage.decode(message.payload().getBytes()));
    this.steps =
        List.of(
            new Identify(lanes),
            new Convert(),
            new MeasureClock(),
            new CheckClock(),
            new CheckRange(),
            new MarkMaintenance(maintenance),
            new CheckStuck(),
            new Deduplicate(
                metrics.counter("windrose_readings_duplicate_total", "Readings sent before"),
                metrics.counter(
                    "windrose_readings_conflict_total",
                    "Readings of an instant that has another value")),
            this::announce);
  }

  /** Messages of this channel are written in a way of their own. */
  public void decodes(String channel, MessageDecoder decoder) {
    decoders.put(channel, decoder);
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
      return takeTelling(message, decode(message));
    } catch (MessageDecoder.Unreadable unreadable) {
      return keepRaw(message, 0, List.of(fault(unreadable)));
    } catch (RuntimeException mistake) {
      log.error("a message of {} that we cannot read: {}", message.station(), message, mistake);
      return keepRaw(
          message, 0, List.of(new Fault(Fault.Kind.UNREADABLE, "", "our mistake, it is logged")));
    }
  }

  /** As {@link #take(DeviceMessage, List)}, for senders who can be told what became of each value. */
  public Future<Taken> takeTelling(DeviceMessage message, List<DecodedReading> decoded) {
    Passage passage = pass(message, decoded, false);
    List<Fault> faults = passage.faults();
    int accepted = passage.readings().size() - faults.size();
    Future<Void> stored = store(passage);
    if (faults.isEmpty()) {
      frames.note(message).settle(accepted, null);
      return stored.map(new Taken(accepted, List.of()));
    }
    Future<Taken> kept = keepRaw(message, accepted, faults);
    return Future.join(stored, kept).map(done -> kept.result());
  }

  /** Keeps a whole message in quarantine, since its channel knows a reason against it. */
  Future<Void> refuse(DeviceMessage message, String reason) {
    return keepRaw(message, 0, List.of(new Fault(Fault.Kind.UNREADABLE, "", reason))).mapEmpty();
  }

  /** A message out of the quarantine, with its original receive time; answers what is still wrong with it. */
  Future<List<Fault>> replay(QuarantineEntry entry) {
    DeviceMessage message =
        new DeviceMessage(
            entry.channel(), entry.login(), entry.station(), entry.received(), entry.payload());
    try {
      Passage passage = pass(message, decode(message), true);
      return store(passage).map(stored -> passage.faults());
    } catch (MessageDecoder.Unreadable unreadable) {
      return Future.succeededFuture(List.of(fault(unreadable)));
    }
  }

  private List<DecodedReading> decode(DeviceMessage message) throws MessageDecoder.Unreadable {
    MessageDecoder decoder = decoders.get(message.channel());
    return decoder == null
        ? ReadingMessage.decode(message.payload().getBytes())
        : decoder.decode(message);
  }

  private static Fault fault(MessageDecoder.Unreadable unreadable) {
    return new Fault(Fault.Kind.UNREADABLE, "", String.valueOf(unreadable.getMessage()));
  }

  private Passage pass(DeviceMessage message, List<DecodedReading> decoded, boolean replayed) {
    List<Draft> drafts = new ArrayList<>(decoded.size());
    for (DecodedReading one : decoded) {
      drafts.add(draft(one));
    }
    Passage passage = new Passage(message.station(), message.received(), replayed, drafts);
    for (Step step : steps) {
      step.take(passage);
    }
    return passage;
  }

  private static Draft draft(DecodedReading one) {
    Double value = one.value();
    @Nullable String fault = one.fault();
    if (value == null || fault != null) {
      return Draft.faulty(one.sensor(), fault == null ? "no number" : fault);
    }
    return new Draft(one.sensor(), one.atMs().orElse(null), value, one.quality());
  }

  private void announce(Passage passage) {
    for (Draft draft : passage.readings()) {
      if (!draft.isRefused() && !draft.isDuplicate()) {
        accepted.announce(
            new ReadingAccepted(
                draft.lane().series(),
                new Reading(
                    draft.lane().id(),
                    draft.at(),
                    passage.received(),
                    draft.value(),
                    draft.quality())));
      }
    }
  }

  private Future<Void> store(Passage passage) {
    List<StoredReading> rows = new ArrayList<>(passage.readings().size());
    for (Draft draft : passage.readings()) {
      if (!draft.isRefused()) {
        rows.add(
            new StoredReading(
                draft.lane().series().key(),
                draft.at(),
                passage.received(),
                draft.value(),
                draft.quality(),
                draft.claimedAt(),
                draft.isKnown() || passage.isReplayed()));
      }
    }
    return rows.isEmpty() ? Future.succeededFuture() : readings.keepAll(passage.station(), rows);
  }

  private Future<Taken> keepRaw(DeviceMessage message, int accepted, List<Fault> faults) {
    Quarantined raw =
        new Quarantined(
            message.channel(),
            message.login(),
            message.station(),
            message.received(),
            message.payload(),
            faults);
    frames.note(message).settle(accepted, raw.reason());
    return quarantine
        .keep(raw)
        .map(done -> new Taken(accepted, faults.stream().map(Fault::sentence).toList()));
  }
}
