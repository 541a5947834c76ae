package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.hj212.FramePiece;
import windrose.domain.hj212.FramePiece.Broken;
import windrose.domain.hj212.FramePiece.Damage;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Packet;
import windrose.domain.hj212.QnRtn;
import windrose.feature.ingest.hj212.Admission.Verdict;
import windrose.feature.ingest.hj212.command.Commands;

/**
 * What is done with each frame of a station: refused with a reason, taken as an answer to a command, or kept and then answered.
 *
 * <p>9014 leaves after the commit and never before.
 */
final class Dialogue {
  private static final Logger log = LoggerFactory.getLogger(Dialogue.class);
  private static final String TIME_REQUEST = "1013";
  private static final String HEARTBEAT = "9015";
  private static final Set<String> ANSWERS = Set.of("9011", "9012", "9013", "9014");

  private final Admission admission;
  private final Refusals refusals;
  private final FrameKeeper keeper;
  private final SplitMessages splits;
  private final UnansweredFrames unanswered;
  private final Commands commands;
  private final Welcomes welcomes;
  private final Lines lines;
  private final Clock clock;
  private final RecentFrames recent = new RecentFrames();

  Dialogue(
      Admission admission,
      Refusals refusals,
      FrameKeeper keeper,
      SplitMessages splits,
      UnansweredFrames unanswered,
      Commands commands,
      Welcomes welcomes,
      Lines lines,
      Clock clock) {
    this.admission = admission;
    this.refusals = refusals;
    this.keeper = keeper;
    this.splits = splits;
    this.unanswered = unanswered;
    this.commands = commands;
    this.welcomes = welcomes;
    this.lines = lines;
    this.clock = clock;
  }

  void hear(Hj212Line line, FramePiece piece) {
    Packet packet = Packet.read(piece.data());
    if (piece instanceof Broken broken) {
      refuseBroken(line, packet.header(), broken);
      return;
    }
    Verdict verdict = admission.check(packet.header(), line.address());
    if (verdict instanceof Verdict.Refused refused) {
      refuse(line, packet.header(), refused, piece.data());
    } else if (verdict instanceof Verdict.Admitted admitted) {
      boolean isNew = line.admitted(admitted.station(), packet.header());
      lines.heard(admitted.station(), line);
      welcome(line, admitted.station(), packet, piece.data());
      if (isNew) {
        welcomes.connected(admitted.station());
      }
    }
  }

  /** The station has no line any more. */
  void disconnected(String station) {
    commands.disconnected(station);
  }

  /** Nothing in a broken frame is believed; its header serves to say so to a station that may speak. */
  private void refuseBroken(Hj212Line line, Header header, Broken broken) {
    Damage damage = broken.damage();
    String detail =
        switch (damage) {
          case CHECK_SUM -> "the check sum (CRC) does not fit";
          case LENGTH -> "no check sum stands where the length says";
          case TOO_LONG -> "longer than this listener takes";
          case CUT -> "another frame began before this one was whole";
          case EXPIRED -> "the rest did not come in time";
        };
    refusals.note(line.address(), header.mn(), damage.code(), detail, broken.data());
    boolean mayKnow =
        header.asksForAnswer()
            && header.mn() != null
            && admission.mayBeAnswered(header, line.address());
    if (mayKnow && damage == Damage.CHECK_SUM) {
      line.send(Answers.request(header, QnRtn.CHECK_SUM));
    } else if (mayKnow && damage == Damage.LENGTH) {
      line.send(Answers.request(header, QnRtn.REFUSED));
    }
    closeIfTooOften(line);
  }

  private void refuse(Hj212Line line, Header header, Verdict.Refused refused, byte[] data) {
    refusals.note(line.address(), header.mn(), refused.reason(), refused.detail(), data);
    if (header.asksForAnswer()) {
      line.send(Answers.request(header, refused.answer()));
    }
    closeIfTooOften(line);
  }

  private void closeIfTooOften(Hj212Line line) {
    if (line.refused()) {
      refusals.count("refused-too-often");
      line.close();
    }
  }

  private void welcome(Hj212Line line, String station, Packet packet, byte[] data) {
    Header header = packet.header();
    Packet.Fault fault = packet.fault();
    if (fault != null) {
      refusals.note(line.address(), header.mn(), "malformed", fault.reason(), data);
      store(line, station, packet, data, fault.answer());
      return;
    }
    String command = header.command();
    boolean answersOurs = commands.hear(station, header, packet.dataArea());
    if (ANSWERS.contains(command)) {
      return;
    }
    switch (command) {
      case HEARTBEAT -> line.send(Answers.notice(header));
      case TIME_REQUEST -> {
        line.send(Answers.notice(header));
        welcomes.setTime(station);
      }
      default -> {
        boolean isReply = answersOurs && !command.startsWith("2");
        if (isReply) {
          answerData(line, header);
        } else {
          store(line, station, packet, data, QnRtn.READY);
        }
      }
    }
  }

  /**
   * Keeps a frame, then answers it: 9014, or 9011 when its header was wrong in a way that only the device can mend.
   */
  private void store(Hj212Line line, String station, Packet packet, byte[] data, QnRtn verdict) {
    Header header = packet.header();
    Instant received = clock.instant();
    Future<Void> committed = once(station, received, packet, data);
    boolean asks = header.asksForAnswer() || verdict == QnRtn.FLAG;
    boolean isPart = isPart(packet);
    Future<Void> settled =
        asks || isPart ? committed : unanswered.guard(station, received, data, committed);
    if (settled.isComplete() && settled.succeeded()) {
      answer(line, header, verdict, asks);
      return;
    }
    line.took();
    settled.onComplete(
        done -> {
          line.settled();
          if (done.succeeded()) {
            answer(line, header, verdict, asks);
          } else {
            refusals.count("not-stored");
            log.warn("a frame of {} was not stored: {}", station, done.cause().getMessage());
          }
        });
  }

  private void answer(Hj212Line line, Header header, QnRtn verdict, boolean asks) {
    if (!asks) {
      return;
    }
    if (verdict == QnRtn.READY || verdict == QnRtn.REFUSED) {
      answerData(
          line, header); // readable enough to be kept raw: nothing is mended by sending it again
    } else {
      line.send(Answers.request(header, verdict));
    }
  }

  private static void answerData(Hj212Line line, Header header) {
    if (header.asksForAnswer()) {
      line.send(Answers.data(header));
    }
  }

  /** A frame that came before shares the outcome of its first coming. */
  private Future<Void> once(String station, Instant received, Packet packet, byte[] data) {
    Optional<String> key = RecentFrames.key(packet.header(), data);
    Optional<Future<Void>> before = key.flatMap(recent::find);
    if (before.isPresent()) {
      refusals.countSentAgain();
      return before.get();
    }
    Future<Void> outcome =
        isPart(packet)
            ? splits.add(station, received, packet, data)
            : keeper.keep(station, received, data);
    key.ifPresent(known -> recent.add(known, outcome));
    return outcome;
  }

  private static boolean isPart(Packet packet) {
    return packet.fault() == null && packet.header().isSplit();
  }
}
