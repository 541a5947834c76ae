package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import windrose.platform.spool.Spool;

/**
 * Sees that frames which ask for no answer outlive a database that is away: their stations would never send them again.
 *
 * <p>Such a frame is safe when it is committed or, if that takes too long, synced in the spool, which later keeps it by the same
 * way. Frames that ask for an answer never come here: they wait outside.
 */
final class UnansweredFrames {
  private final Vertx vertx;
  private final Spool spool;
  private final long patienceMs;

  UnansweredFrames(Vertx vertx, Spool spool, long patienceMs) {
    this.vertx = vertx;
    this.spool = spool;
    this.patienceMs = patienceMs;
  }

  /** Succeeds when the frame is committed or spooled; fails when neither could be. */
  Future<Void> guard(String station, Instant received, byte[] data, Future<Void> committed) {
    if (committed.succeeded()) {
      return committed;
    }
    Promise<Void> safe = Promise.promise();
    Promise<Void> late = Promise.promise();
    vertx.setTimer(patienceMs, fired -> late.tryComplete());
    committed.onSuccess(done -> safe.tryComplete()).onFailure(failed -> late.tryComplete());
    late.future()
        .onSuccess(
            go -> {
              if (!committed.succeeded()) {
                spool(station, received, data)
                    .onSuccess(done -> safe.tryComplete())
                    .onFailure(full -> committed.onFailure(safe::tryFail));
              }
            });
    return safe.future();
  }

  private Future<Void> spool(String station, Instant received, byte[] data) {
    return spool.append(
        Buffer.buffer()
            .appendLong(received.toEpochMilli())
            .appendShort((short) station.length())
            .appendString(station)
            .appendBytes(Masked.password(data))
            .getBytes());
  }

  /** A spooled frame on its way back. */
  static Future<Void> replay(byte[] record, FrameKeeper keeper) {
    Buffer bytes = Buffer.buffer(record);
    int end = Long.BYTES + Short.BYTES + bytes.getShort(Long.BYTES);
    String station =
        new String(bytes.getBytes(Long.BYTES + Short.BYTES, end), StandardCharsets.UTF_8);
    return keeper.keep(
        station, Instant.ofEpochMilli(bytes.getLong(0)), bytes.getBytes(end, bytes.length()));
  }
}
