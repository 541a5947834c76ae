package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import windrose.domain.hj212.FramePiece;
import windrose.domain.hj212.FrameSplitter;
import windrose.domain.hj212.Header;

/** One TCP connection: cuts its bytes into frames, stops reading while too many of them wait, and knows who speaks on it. */
final class Hj212Line {
  private static final long MOST_GARBAGE_BYTES = 64 * 1024;

  private final NetSocket socket;
  private final String address;
  private final Hj212Limits limits;
  private final FrameSplitter splitter;
  private final long openedNs = System.nanoTime();

  /** Station → the header of what it said last. */
  private final Map<String, Header> stations = new HashMap<>();

  private long heardNs = openedNs;
  private long frameBegunNs;
  private long garbageAtLastFrame;
  private int inHand;
  private int refusedInARow;
  private boolean paused;
  private boolean closed;

  Hj212Line(NetSocket socket, Hj212Limits limits) {
    this.socket = socket;
    this.address = socket.remoteAddress().hostAddress();
    this.limits = limits;
    this.splitter = new FrameSplitter(limits.maxDataBytes());
    socket.setWriteQueueMaxSize(limits.maxDataBytes());
  }

  String address() {
    return address;
  }

  /** The frames that these bytes complete. */
  List<FramePiece> receive(Buffer bytes) {
    heardNs = System.nanoTime();
    List<FramePiece> pieces = splitter.feed(bytes.getBytes());
    if (!splitter.isInsideFrame()) {
      frameBegunNs = 0;
    } else if (frameBegunNs == 0 || !pieces.isEmpty()) {
      frameBegunNs = heardNs;
    }
    if (!pieces.isEmpty()) {
      garbageAtLastFrame = splitter.garbageBytes();
    }
    return pieces;
  }

  boolean sendsGarbageOnly() {
    return splitter.garbageBytes() - garbageAtLastFrame > MOST_GARBAGE_BYTES;
  }

  /** The frame that was begun too long ago, if there is one. */
  List<FramePiece> expireHalfFrame(long nowNs) {
    if (paused || frameBegunNs == 0 || !isOlder(frameBegunNs, nowNs, limits.halfFrameMs())) {
      return List.of();
    }
    frameBegunNs = 0;
    return splitter.expire();
  }

  boolean isSilentTooLong(long nowNs) {
    boolean provedTooLate = stations.isEmpty() && isOlder(openedNs, nowNs, limits.firstFrameMs());
    return !paused && (provedTooLate || isOlder(heardNs, nowNs, limits.idleMs()));
  }

  private static boolean isOlder(long sinceNs, long nowNs, long ms) {
    return nowNs - sinceNs > TimeUnit.MILLISECONDS.toNanos(ms);
  }

  /** Whether this station was not heard on this line before. */
  boolean admitted(String station, Header header) {
    refusedInARow = 0;
    return stations.put(station, header) == null;
  }

  /** Whether it was once too often. */
  boolean refused() {
    return ++refusedInARow >= limits.mostRefusals();
  }

  Set<String> stations() {
    return stations.keySet();
  }

  Header lastOf(String station) {
    Header last = stations.get(station);
    if (last == null) {
      throw new IllegalStateException(station + " never spoke on this line");
    }
    return last;
  }

  /** A frame waits for its commit from now on. */
  void took() {
    inHand++;
    if (!paused && inHand >= limits.window()) {
      paused = true;
      socket.pause();
    }
  }

  /** A frame waits no longer. */
  void settled() {
    inHand--;
    if (paused && inHand <= limits.window() / 2) {
      paused = false;
      heardNs = System.nanoTime(); // it was we who did not listen
      frameBegunNs = frameBegunNs == 0 ? 0 : heardNs;
      if (!closed) {
        socket.resume();
      }
    }
  }

  int inHand() {
    return inHand;
  }

  boolean isPaused() {
    return paused;
  }

  Future<Void> send(byte[] frame) {
    if (closed) {
      return Future.failedFuture("the line is closed");
    }
    if (socket.writeQueueFull()) {
      close(); // it reads nothing of what it asked for
      return Future.failedFuture("the device does not read");
    }
    return socket.write(Buffer.buffer(frame));
  }

  void close() {
    if (!closed) {
      socket.close();
    }
  }

  void markClosed() {
    closed = true;
  }
}
