package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import windrose.domain.hj212.DataAreaCipher;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.ingest.Listening;
import windrose.feature.ingest.hj212.command.Commands;
import windrose.feature.ingest.hj212.settings.Hj212Settings;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.observe.Metrics;
import windrose.platform.spool.Spool;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to HJ 212: listens for environmental stations, keeps what they say, and tells them what people ask. */
public final class Hj212Feature {
  private static final int SPOOL_JOBS = 1_000;

  private final Hj212Settings settings;
  private final Commands commands;
  private final RegistersFeature registers;
  private final Hj212Listener listener;
  private final Hj212Routes routes;
  private final Spool spool;
  private final HeavyWork spoolWork;
  private final FrameKeeper keeper;

  /**
   * Does nothing before {@link #listen}.
   *
   * @param spoolFile where frames wait that ask for no answer, while the database is away
   */
  public Hj212Feature(
      Vertx vertx,
      Database database,
      Journal journal,
      RegistersFeature registers,
      IngestFeature ingest,
      Metrics metrics,
      String park,
      Listening listening,
      Hj212Limits limits,
      Path spoolFile,
      Clock clock) {
    this.registers = registers;
    Function<Fact, Future<Void>> remember =
        fact -> database.inTransaction(tx -> journal.append(tx, fact)).mapEmpty();
    settings = new Hj212Settings(database, journal, park, clock, registers);
    Lines lines = new Lines(limits);
    Refusals refusals = new Refusals(metrics, clock);
    commands = new Commands(vertx, clock, limits.commands(), lines::peer, remember);
    var decoder =
        new ReportDecoder(
            settings,
            DataAreaCipher.PLAIN,
            metrics.counter(
                "windrose_hj212_not_asked_for_total",
                "Minima, maxima and totals for which no series is registered"));
    keeper = new FrameKeeper(decoder, ingest::take, remember);
    ingest
        .pipeline()
        .decodes(
            Admission.CHANNEL,
            message -> keeper.decode(message.station(), message.payload().getBytes()));
    spoolWork = new HeavyWork(vertx, "windrose-hj212-spool", 1, SPOOL_JOBS, 10_000);
    spool =
        new Spool(
            vertx,
            spoolWork,
            spoolFile,
            limits.spoolBytes(),
            settings::askDatabase,
            record -> UnansweredFrames.replay(record, keeper));
    UnansweredFrames unanswered = new UnansweredFrames(vertx, spool, limits.spoolAfterMs());
    Dialogue dialogue =
        new Dialogue(
            new Admission(settings, ingest.unknownDevices()),
            refusals,
            keeper,
            new SplitMessages(vertx, keeper, unanswered, limits, refusals),
            unanswered,
            commands,
            new Welcomes(settings, commands),
            lines,
            clock);
    listener = new Hj212Listener(vertx, listening, limits, lines, dialogue, refusals);
    routes = new Hj212Routes(registers, lines, refusals);
    metrics.gauge("windrose_hj212_connections", "Open HJ 212 lines", lines::size);
    metrics.gauge("windrose_hj212_stations", "Stations connected by HJ 212", lines::stations);
    metrics.gauge("windrose_hj212_spooled", "Frames that wait in the spool", spool::records);
    metrics.gauge("windrose_hj212_spool_dropped", "Frames for which no room was", spool::dropped);
  }

  public List<Route> routes() {
    List<Route> all = new ArrayList<>(routes.routes());
    all.addAll(settings.routes());
    all.addAll(commands.routes(registers));
    return all;
  }

  /** Reads the settings, for an installation whose listener is off. */
  public Future<Void> load() {
    return settings.load();
  }

  /** Reads the settings, opens the spool and the listener, and returns the port. */
  public Future<Integer> listen() {
    return settings.load().compose(done -> spool.open()).compose(done -> listener.listen());
  }

  /** Takes nothing new, answers what is in hand, and leaves what is spooled on the disk. */
  public Future<Void> drain() {
    return listener.drain().transform(done -> spool.close()).transform(done -> spoolWork.close());
  }
}
