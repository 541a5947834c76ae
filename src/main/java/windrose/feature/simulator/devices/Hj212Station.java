package windrose.feature.simulator.devices;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.hj212.DataArea;
import windrose.domain.hj212.FramePiece;
import windrose.domain.hj212.FrameSplitter;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Hj212Time;
import windrose.domain.hj212.Packet;
import windrose.feature.simulator.devices.Hj212Outbox.Letter;

/**
 * One simulated station that speaks HJ 212-2017 over a real socket: reports one after the other, sends again what was not
 * acknowledged, and does what it is told.
 */
final class Hj212Station {
  private static final Logger log = LoggerFactory.getLogger(Hj212Station.class);
  private static final int ANSWER_WANTED = 5;
  private static final int NO_ANSWER_WANTED = 4;

  private final Vertx vertx;
  private final Clock clock;
  private final NetClient client;
  private final Identity identity;
  private final SimulatedDevice.Address address;
  private final Function<String, Future<String>> secretOf;
  private final History history;
  private final long answerMs;
  private final BackOff backOff;
  private final Hj212Outbox outbox = new Hj212Outbox();
  private @Nullable NetSocket socket;
  private String password = "";
  private boolean isStopped = true;
  private boolean isBusy;
  private long attempt;
  private long lastNumberMs;
  private int realTimeIntervalS;
  private int minuteIntervalMin = 10;

  /** Who it is. */
  record Identity(String code, String mn, String st, int intervalS) {}

  /** What it can send of the past. */
  interface History {
    /** The data areas of a command (2061 …) between two times, oldest first. */
    Iterable<String> list(String cn, Instant from, Instant to);
  }

  Hj212Station(
      Vertx vertx,
      Clock clock,
      NetClient client,
      Identity identity,
      SimulatedDevice.Address address,
      Function<String, Future<String>> secretOf,
      History history,
      long answerMs) {
    this.vertx = vertx;
    this.clock = clock;
    this.client = client;
    this.identity = identity;
    this.address = address;
    this.secretOf = secretOf;
    this.history = history;
    this.answerMs = answerMs;
    this.backOff = new BackOff(identity.code().hashCode());
    this.realTimeIntervalS = identity.intervalS();
  }

  /** Seconds between two real-time reports, as its platform has set them. */
  int realTimeIntervalS() {
    return realTimeIntervalS;
  }

  void start(long delayMs) {
    isStopped = false;
    vertx.setTimer(Math.max(1, delayMs), timer -> connect());
  }

  Future<Void> stop() {
    isStopped = true;
    attempt++;
    NetSocket open = socket;
    socket = null;
    return open == null ? Future.succeededFuture() : open.close().otherwiseEmpty();
  }

  void report(String cn, String area) {
    outbox.add(new Letter(nextNumber(), cn, area));
    sendFirst();
  }

  private void connect() {
    long mine = ++attempt;
    secretOf
        .apply(identity.code())
        .compose(
            secret -> {
              password = secret;
              return client.connect(address.port(), address.host());
            })
        .onSuccess(line -> online(line, mine))
        .onFailure(why -> hangUp(mine));
  }

  private void online(NetSocket line, long mine) {
    if (mine != attempt || isStopped) {
      line.close();
      return;
    }
    socket = line;
    backOff.worked();
    FrameSplitter splitter = new FrameSplitter();
    line.handler(bytes -> splitter.feed(bytes.getBytes()).forEach(piece -> hear(piece, mine)));
    line.closeHandler(closed -> hangUp(mine));
    line.exceptionHandler(why -> log.debug("{}: {}", identity.code(), why.toString()));
    send(nextNumber(), identity.st(), "1013", NO_ANSWER_WANTED, false, "");
    isBusy = false;
    sendFirst();
  }

  private void hangUp(long mine) {
    if (mine != attempt) {
      return;
    }
    attempt++;
    NetSocket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
    if (!isStopped) {
      vertx.setTimer(backOff.nextMs(), timer -> connect());
    }
  }

  /** One report at a time; without an acknowledgement it goes again, with its own number, and RF says so. */
  private void sendFirst() {
    Optional<Letter> next = outbox.first();
    if (socket == null || isBusy || next.isEmpty()) {
      return;
    }
    Letter letter = next.get();
    isBusy = true;
    boolean isResent = letter.sent++ > 0;
    send(letter.qn, identity.st(), letter.cn, ANSWER_WANTED, isResent, letter.area);
    long mine = attempt;
    vertx.setTimer(
        answerMs,
        late -> {
          if (mine == attempt && isBusy && outbox.first().filter(letter::equals).isPresent()) {
            isBusy = false;
            sendFirst();
          }
        });
  }

  private void hear(FramePiece piece, long mine) {
    if (mine != attempt || !(piece instanceof FramePiece.Whole)) {
      return;
    }
    Packet packet = Packet.read(piece.data());
    Header header = packet.header();
    String qn = String.valueOf(header.qn());
    switch (header.command()) {
      case "9014" -> {
        if (outbox.acknowledged(qn)) {
          isBusy = false;
          sendFirst();
        }
      }
      case "9011", "9012", "9013" -> log.debug("{} heard {}", identity.code(), header.cn());
      default -> obey(qn, header, DataArea.read(packet.dataArea()));
    }
  }

  private void obey(String qn, Header header, DataArea area) {
    if (!password.equals(header.pw())) {
      answer(qn, "9011", "QnRtn=3");
      return;
    }
    switch (header.command()) {
      case "1000", "1012", "3011", "3012", "3013", "3014", "3015" -> done(qn);
      case "1062" -> {
        area.findNumber("RtdInterval").ifPresent(seconds -> realTimeIntervalS = seconds);
        done(qn);
      }
      case "1064" -> {
        area.findNumber("MinInterval").ifPresent(minutes -> minuteIntervalMin = minutes);
        done(qn);
      }
      case "1011" -> tell(qn, "1011", "SystemTime=" + Hj212Time.seconds(clock.instant()));
      case "1061" -> tell(qn, "1061", "RtdInterval=" + realTimeIntervalS);
      case "1063" -> tell(qn, "1063", "MinInterval=" + minuteIntervalMin);
      case "2031", "2051", "2061" -> sendHistory(qn, header.command(), area);
      default -> answer(qn, "9011", "QnRtn=8");
    }
  }

  private void done(String qn) {
    answer(qn, "9011", "QnRtn=1");
    answer(qn, "9012", "ExeRtn=1");
  }

  private void tell(String qn, String cn, String area) {
    answer(qn, "9011", "QnRtn=1");
    send(qn, identity.st(), cn, NO_ANSWER_WANTED, false, area);
    answer(qn, "9012", "ExeRtn=1");
  }

  private void sendHistory(String qn, String cn, DataArea area) {
    Optional<Instant> from = time(area, "BeginTime");
    Optional<Instant> to = time(area, "EndTime");
    if (from.isEmpty() || to.isEmpty()) {
      answer(qn, "9011", "QnRtn=2");
      return;
    }
    answer(qn, "9011", "QnRtn=1");
    int sent = 0;
    for (String report : history.list(cn, from.get(), to.get())) {
      send(qn, identity.st(), cn, NO_ANSWER_WANTED, false, report);
      sent++;
    }
    answer(qn, "9012", sent == 0 ? "ExeRtn=100" : "ExeRtn=1");
  }

  private static Optional<Instant> time(DataArea area, String name) {
    return area.find(name).flatMap(Hj212Time::parse).map(Instant::ofEpochMilli);
  }

  private void answer(String qn, String cn, String area) {
    send(qn, "91", cn, NO_ANSWER_WANTED, false, area);
  }

  private void send(String qn, String st, String cn, int flag, boolean isResent, String area) {
    NetSocket line = socket;
    if (line == null) {
      return;
    }
    Header header =
        new Header(qn, st, cn, password, identity.mn(), flag, null, null, isResent, Map.of());
    line.write(Buffer.buffer(Packet.frame(header, area)));
  }

  private String nextNumber() {
    lastNumberMs = Math.max(lastNumberMs + 1, clock.millis());
    return Hj212Time.millis(Instant.ofEpochMilli(lastNumberMs));
  }

  boolean isOnline() {
    return socket != null;
  }

  int unacknowledged() {
    return outbox.size();
  }
}
