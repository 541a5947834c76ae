package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import windrose.domain.hj212.DataArea;
import windrose.domain.hj212.Hj212Time;
import windrose.domain.hj212.Packet;
import windrose.domain.hj212.Period;
import windrose.feature.ingest.DecodedReading;
import windrose.feature.ingest.DeviceMessage;
import windrose.feature.ingest.MessageDecoder;
import windrose.feature.journal.Fact;

/**
 * Puts what an admitted station uploaded where it belongs: readings, the journal, or the quarantine with a reason.
 *
 * <p>Its future succeeds after the commit. Bearing the same frame twice is up to the database, which knows the instant.
 */
final class FrameKeeper {
  private static final String RESTARTED = "2081";

  private final ReportDecoder decoder;
  private final BiFunction<DeviceMessage, List<DecodedReading>, Future<Void>> take;
  private final Function<Fact, Future<Void>> remember;

  FrameKeeper(
      ReportDecoder decoder,
      BiFunction<DeviceMessage, List<DecodedReading>, Future<Void>> take,
      Function<Fact, Future<Void>> remember) {
    this.decoder = decoder;
    this.take = take;
    this.remember = remember;
  }

  /** {@code data} is a data segment whose device was admitted. */
  Future<Void> keep(String station, Instant received, byte[] data) {
    Packet packet = Packet.read(data);
    Packet.Fault fault = packet.fault();
    if (fault != null) {
      return quarantine(station, received, packet, data, fault.reason());
    }
    if (packet.header().isSplit()) {
      return quarantine(station, received, packet, data, "a part alone is not believed");
    }
    Optional<Period> period = Period.ofCommand(packet.header().command());
    if (period.isPresent()) {
      List<DecodedReading> readings =
          decoder.decode(station, packet.header(), period.get(), packet.dataArea());
      return take.apply(message(station, received, packet, data), readings);
    }
    Optional<Long> restarted =
        DataArea.read(packet.dataArea()).find("RestartTime").flatMap(Hj212Time::parse);
    if (packet.header().command().equals(RESTARTED) && restarted.isPresent()) {
      Instant at = Instant.ofEpochMilli(restarted.get());
      return remember.apply(
          new Fact("station.restarted", station, at, station, new JsonObject().put("cn", "2081")));
    }
    return quarantine(
        station,
        received,
        packet,
        data,
        "the command %s carries no readings".formatted(packet.header().command()));
  }

  /** The readings of a frame that stands in the quarantine, for working on it anew. */
  List<DecodedReading> decode(String station, byte[] data) throws MessageDecoder.Unreadable {
    Packet packet = Packet.read(data);
    Optional<Period> period = Period.ofCommand(packet.header().command());
    if (packet.fault() != null || packet.header().isSplit() || period.isEmpty()) {
      throw new MessageDecoder.Unreadable("a frame that carries no readings");
    }
    return decoder.decode(station, packet.header(), period.get(), packet.dataArea());
  }

  /** Keeps it raw although it could perhaps be read. */
  Future<Void> quarantine(
      String station, Instant received, Packet packet, byte[] data, String reason) {
    return take.apply(
        message(station, received, packet, data), List.of(ReportDecoder.fault("frame", reason)));
  }

  private static DeviceMessage message(
      String station, Instant received, Packet packet, byte[] data) {
    return new DeviceMessage(
        Admission.CHANNEL,
        String.valueOf(packet.header().mn()),
        station,
        received,
        Buffer.buffer(Masked.password(data)));
  }
}
