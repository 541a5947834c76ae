package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.hj212.FramePiece;
import windrose.feature.ingest.Listening;

/** Takes TCP connections within its limits and closes those that are silent, slow or only make noise. */
final class Hj212Listener {
  private static final Logger log = LoggerFactory.getLogger(Hj212Listener.class);
  private static final long SWEEP_MS = 1_000;
  private static final long DRAIN_MS = 3_000;

  private final Vertx vertx;
  private final Hj212Limits limits;
  private final NetServer server;
  private final Lines lines;
  private final Dialogue dialogue;
  private final Refusals refusals;
  private long timer = -1;
  private boolean draining;
  private final Promise<Void> drained = Promise.promise();

  Hj212Listener(
      Vertx vertx,
      Listening listening,
      Hj212Limits limits,
      Lines lines,
      Dialogue dialogue,
      Refusals refusals) {
    this.vertx = vertx;
    this.limits = limits;
    this.lines = lines;
    this.dialogue = dialogue;
    this.refusals = refusals;
    this.server =
        vertx.createNetServer(
            new NetServerOptions()
                .setHost(listening.host())
                .setPort(listening.port())
                .setTcpKeepAlive(true));
  }

  Future<Integer> listen() {
    timer = vertx.setPeriodic(SWEEP_MS, id -> sweep());
    return server
        .connectHandler(this::connect)
        .exceptionHandler(broken -> log.debug("a station broke its connection", broken))
        .listen()
        .map(NetServer::actualPort);
  }

  private void connect(NetSocket socket) {
    String address = socket.remoteAddress().hostAddress();
    Optional<String> refusal = draining ? Optional.of("stopping") : lines.refusal(address);
    if (refusal.isPresent()) {
      refusals.count(refusal.get());
      socket.close();
      return;
    }
    Hj212Line line = new Hj212Line(socket, limits);
    lines.add(line);
    socket.exceptionHandler(broken -> log.debug("{} broke its connection", address, broken));
    socket.closeHandler(closed -> closed(line));
    socket.handler(bytes -> receive(line, bytes));
  }

  private void receive(Hj212Line line, Buffer bytes) {
    if (draining) {
      return; // not answered: the station sends it again to whoever comes next
    }
    for (FramePiece piece : line.receive(bytes)) {
      dialogue.hear(line, piece);
    }
    if (line.sendsGarbageOnly()) {
      refusals.count("garbage");
      line.close();
    }
  }

  private void closed(Hj212Line line) {
    line.markClosed();
    lines.remove(line).forEach(dialogue::disconnected);
  }

  private void sweep() {
    long now = System.nanoTime();
    for (Hj212Line line : lines.all()) {
      line.expireHalfFrame(now).forEach(piece -> dialogue.hear(line, piece));
      if (line.isSilentTooLong(now)) {
        refusals.count("idle");
        line.close();
      }
    }
  }

  /** Takes nothing new, waits a little for what is in hand, then closes. */
  Future<Void> drain() {
    draining = true;
    vertx.cancelTimer(timer);
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MS);
    awaitQuiet(until);
    return drained.future().compose(quiet -> server.close());
  }

  private void awaitQuiet(long untilNs) {
    boolean quiet = lines.all().stream().allMatch(line -> line.inHand() == 0);
    if (quiet || System.nanoTime() > untilNs) {
      drained.tryComplete();
    } else {
      vertx.setTimer(50, again -> awaitQuiet(untilNs));
    }
  }
}
