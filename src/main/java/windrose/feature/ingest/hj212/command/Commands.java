package windrose.feature.ingest.hj212.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Hj212Time;
import windrose.feature.journal.Fact;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/**
 * The commands under way, one per station at a time, each with an entry in the journal before it leaves and one when it ends.
 *
 * <p>A command that cannot be written to the journal is not sent.
 */
public final class Commands {
  private static final Logger log = LoggerFactory.getLogger(Commands.class);

  private final Vertx vertx;
  private final Clock clock;
  private final Patience patience;
  private final Function<String, Optional<Peer>> peers;
  private final Function<Fact, Future<Void>> remember;
  private final Map<String, CommandRun> running = new HashMap<>();
  private final Map<String, Boolean> starting = new HashMap<>();
  private long lastNumberMs;

  /**
   * Asks for the station's line when a command is to be sent.
   *
   * @param peers the line of a station that is connected
   * @param remember writes to the journal
   */
  public Commands(
      Vertx vertx,
      Clock clock,
      Patience patience,
      Function<String, Optional<Peer>> peers,
      Function<Fact, Future<Void>> remember) {
    this.vertx = vertx;
    this.clock = clock;
    this.patience = patience;
    this.peers = peers;
    this.remember = remember;
  }

  public List<Route> routes(RegistersFeature registers) {
    return new CommandRoutes(this, registers).routes();
  }

  /** Sends a command and answers how it went; refused while another one is under way at the station. */
  public Future<CommandResult> run(String station, Order order, String who) {
    Optional<Peer> peer = peers.apply(station);
    if (peer.isEmpty()) {
      return Future.failedFuture(
          Problem.conflict("The station '%s' is not connected by HJ 212 now.".formatted(station)));
    }
    if (running.containsKey(station) || starting.containsKey(station)) {
      return Future.failedFuture(
          Problem.conflict("Another command is under way at the station '%s'.".formatted(station)));
    }
    starting.put(station, true);
    String qn = nextNumber();
    JsonObject asked =
        new JsonObject()
            .put("command", order.code())
            .put("cn", order.cn())
            .put("area", order.area())
            .put("qn", qn);
    return remember
        .apply(new Fact("station.command_sent", station, clock.instant(), who, asked))
        .onComplete(done -> starting.remove(station))
        .compose(done -> send(station, order, qn, peer.get()))
        .compose(result -> tell(result, qn, who));
  }

  private Future<CommandResult> send(String station, Order order, String qn, Peer peer) {
    String mn = String.valueOf(peer.last().mn());
    CommandRun run = new CommandRun(vertx, clock, patience, station, mn, qn, order, peer);
    running.put(station, run);
    return run.begin().onComplete(done -> running.remove(station));
  }

  private Future<CommandResult> tell(CommandResult result, String qn, String who) {
    JsonObject body = result.toJson().put("qn", qn);
    return remember
        .apply(new Fact("station.command_ended", result.station(), clock.instant(), who, body))
        .otherwise(
            why -> {
              log.error("the end of a command could not be written to the journal", why);
              return null;
            })
        .map(done -> result);
  }

  /** Takes a message that answers a command under way; false when it answers none. */
  public boolean hear(String station, Header header, String area) {
    CommandRun run = running.get(station);
    if (run == null || !run.concerns(header)) {
      return false;
    }
    run.hear(header, area);
    return true;
  }

  /** The station's line broke. */
  public void disconnected(String station) {
    CommandRun run = running.get(station);
    if (run != null) {
      run.disconnected();
    }
  }

  /** A time stamp with milliseconds that was not used before. */
  private String nextNumber() {
    lastNumberMs = Math.max(lastNumberMs + 1, clock.millis());
    return Hj212Time.millis(Instant.ofEpochMilli(lastNumberMs));
  }
}
