package windrose.feature.ingest.hj212.command;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.hj212.DataArea;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Hj212Time;
import windrose.domain.hj212.Packet;
import windrose.domain.hj212.QnRtn;
import windrose.feature.ingest.hj212.command.CommandResult.Outcome;
import windrose.feature.ingest.hj212.command.CommandResult.Step;

/** One command under way: sends the request until it is answered (9011), then waits for data and for the result (9012). */
final class CommandRun {
  private static final int ANSWER_WANTED = 1;
  private static final long LONGEST_MS = 600_000;
  private static final int MOST_STEPS = 500;
  private static final int LONGEST_TEXT = 4_000;

  private final Vertx vertx;
  private final Clock clock;
  private final Patience patience;
  private final String station;
  private final String mn;
  private final String qn;
  private final Order order;
  private final Peer peer;
  private final List<Step> steps = new ArrayList<>();
  private final Promise<CommandResult> promise = Promise.promise();
  private int sent;
  private long timer = -1;

  CommandRun(
      Vertx vertx,
      Clock clock,
      Patience patience,
      String station,
      String mn,
      String qn,
      Order order,
      Peer peer) {
    this.vertx = vertx;
    this.clock = clock;
    this.patience = patience;
    this.station = station;
    this.mn = mn;
    this.qn = qn;
    this.order = order;
    this.peer = peer;
  }

  Future<CommandResult> begin() {
    long most = vertx.setTimer(LONGEST_MS, late -> end(Outcome.NO_RESULT));
    promise.future().onComplete(done -> vertx.cancelTimer(most));
    send();
    return promise.future();
  }

  private void send() {
    String area = order.area().replace(Order.TIME_PLACE, Hj212Time.seconds(clock.instant()));
    int flag = peer.last().edition().flag() | ANSWER_WANTED;
    Header header =
        new Header(
            qn,
            peer.last().st(),
            order.cn(),
            peer.last().pw(),
            mn,
            flag,
            null,
            null,
            false,
            Map.of());
    note(sent == 0 ? "sent" : "sent-again", order.cn(), null, area);
    sent++;
    peer.send().apply(Packet.frame(header, area)).onFailure(broken -> end(Outcome.DISCONNECTED));
    waitFor(patience.answerMs(), this::unanswered);
  }

  private void unanswered() {
    if (sent <= patience.retries()) {
      send();
    } else {
      end(Outcome.NO_ANSWER);
    }
  }

  /** Whether this message belongs to the command: it carries its number. */
  boolean concerns(Header header) {
    return qn.equals(header.qn());
  }

  void hear(Header header, String area) {
    if (promise.future().isComplete()) {
      return;
    }
    DataArea fields = DataArea.read(area);
    switch (header.command()) {
      case "9011" -> hearAnswer(fields, area);
      case "9012" -> hearResult(fields, area);
      case "9013" -> {
        note("notice", "9013", null, area);
        end(Outcome.DONE);
      }
      default -> {
        note("data", header.command(), null, area);
        accept();
      }
    }
  }

  private void hearAnswer(DataArea fields, String area) {
    Optional<Integer> number = fields.findNumber("QnRtn");
    note("request-answer", "9011", number.orElse(null), area);
    boolean isReady = number.isPresent() && number.get() == QnRtn.READY.number();
    if (isReady && order.startsAStream()) {
      end(Outcome.DONE);
    } else if (isReady) {
      accept();
    } else {
      end(Outcome.REFUSED);
    }
  }

  private void hearResult(DataArea fields, String area) {
    Optional<Integer> number = fields.findNumber("ExeRtn");
    note("result", "9012", number.orElse(null), area);
    end(number.isPresent() && number.get() == 1 ? Outcome.DONE : Outcome.FAILED);
  }

  private void accept() {
    waitFor(patience.resultMs(), () -> end(Outcome.NO_RESULT));
  }

  void disconnected() {
    end(Outcome.DISCONNECTED);
  }

  private void waitFor(long ms, Runnable then) {
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(ms, fired -> then.run());
  }

  private void end(Outcome outcome) {
    vertx.cancelTimer(timer);
    promise.tryComplete(new CommandResult(station, order, outcome, steps));
  }

  private void note(String what, String cn, @Nullable Integer number, String text) {
    if (steps.size() < MOST_STEPS) {
      String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
      steps.add(new Step(clock.instant(), what, cn, number, shown));
    }
  }
}
