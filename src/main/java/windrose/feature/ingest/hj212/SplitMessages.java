package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Packet;
import windrose.domain.hj212.Parts;

/**
 * Waits for all parts of a split message (PNUM, PNO) and then keeps it whole.
 *
 * <p>A part counts as kept when the whole is. A station that sends the next part only after an answer would wait for ever:
 * therefore a part that asks for one is, after a while, kept raw in the quarantine and answered. Parts whose others never came
 * go there too.
 */
final class SplitMessages {
  private static final int MOST_MESSAGES = 200;
  private static final int MOST_PARTS = 500;
  private static final long MOST_BYTES = 2L * 1024 * 1024;

  private final Vertx vertx;
  private final FrameKeeper keeper;
  private final UnansweredFrames unanswered;
  private final Hj212Limits limits;
  private final Refusals refusals;
  private final Map<String, Held> messages = new HashMap<>();

  SplitMessages(
      Vertx vertx,
      FrameKeeper keeper,
      UnansweredFrames unanswered,
      Hj212Limits limits,
      Refusals refusals) {
    this.vertx = vertx;
    this.keeper = keeper;
    this.unanswered = unanswered;
    this.limits = limits;
    this.refusals = refusals;
  }

  /** One part as it came. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  private record Part(Instant received, Packet packet, byte[] data, Promise<Void> kept) {}

  private static final class Held {
    final Parts parts;
    final List<Part> came = new ArrayList<>();
    long bytes;
    long timer = -1;

    Held(int count) {
      parts = new Parts(count);
    }
  }

  /** Succeeds when the part is committed, as part of its message or raw. */
  Future<Void> add(String station, Instant received, Packet packet, byte[] data) {
    Header header = packet.header();
    int count = header.pnum() == null ? 0 : header.pnum();
    int number = header.pno() == null ? 0 : header.pno();
    String key = station + " " + header.qn() + " " + header.cn() + " " + count;
    Held held = messages.get(key);
    if (count > MOST_PARTS || (held == null && messages.size() >= MOST_MESSAGES)) {
      return keeper.quarantine(station, received, packet, data, "too many parts are waited for");
    }
    if (held == null) {
      held = new Held(count);
      messages.put(key, held);
    }
    held.bytes += data.length;
    Part part = new Part(received, packet, data, Promise.promise());
    held.came.add(part);
    Optional<String> whole = held.parts.add(number, packet.dataArea());
    vertx.cancelTimer(held.timer);
    if (whole.isPresent()) {
      messages.remove(key);
      keepWhole(station, held, whole.get());
    } else if (held.bytes > MOST_BYTES) {
      expire(station, key, held);
    } else {
      Held waiting = held;
      held.timer = vertx.setTimer(limits.partWaitMs(), late -> expire(station, key, waiting));
      if (header.asksForAnswer()) {
        vertx.setTimer(
            limits.partAnswerMs(), late -> keepRaw(station, part, "waits for its others"));
      }
    }
    return part.kept().future();
  }

  private void keepWhole(String station, Held held, String area) {
    Part first = held.came.get(0);
    Header header = first.packet().header();
    Header unsplit =
        new Header(
            header.qn(),
            header.st(),
            header.cn(),
            header.pw(),
            header.mn(),
            header.flag(),
            null,
            null,
            header.isResent(),
            Map.of());
    byte[] data = Packet.segment(unsplit, area).getBytes(StandardCharsets.UTF_8);
    Future<Void> committed = keeper.keep(station, first.received(), data);
    safe(station, first, data, committed)
        .onComplete(
            done ->
                held.came.forEach(
                    part -> {
                      if (done.succeeded()) {
                        part.kept().tryComplete();
                      } else {
                        part.kept().tryFail(done.cause());
                      }
                    }));
  }

  private void expire(String station, String key, Held held) {
    if (messages.remove(key, held)) {
      refusals.count("part-missing");
      String reason = "part %s never came".formatted(held.parts.missing());
      held.came.forEach(part -> keepRaw(station, part, reason));
    }
  }

  private void keepRaw(String station, Part part, String reason) {
    if (part.kept().future().isComplete()) {
      return;
    }
    Header header = part.packet().header();
    String text = "part %d of %d: %s".formatted(header.pno(), header.pnum(), reason);
    Future<Void> committed =
        keeper.quarantine(station, part.received(), part.packet(), part.data(), text);
    safe(station, part, part.data(), committed)
        .onSuccess(done -> part.kept().tryComplete())
        .onFailure(why -> part.kept().tryFail(why));
  }

  /** What asks for no answer may also be safe in the spool. */
  private Future<Void> safe(String station, Part part, byte[] data, Future<Void> committed) {
    return part.packet().header().asksForAnswer()
        ? committed
        : unanswered.guard(station, part.received(), data, committed);
  }
}
