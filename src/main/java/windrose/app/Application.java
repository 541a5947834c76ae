package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.observe.Metrics;
import windrose.platform.work.OffLoop;

/** One running Windrose: opens the storage, wires everything on the event loop, and takes it down in the right order. */
@OffLoop("main thread and shutdown hook")
public final class Application implements AutoCloseable {
  private static final long START_LIMIT_S = 300;
  private static final long DRAIN_LIMIT_S = 20;
  private static final long BLOCKED_LOOP_MS = 500;

  private final Vertx vertx;
  private final Storage storage;
  private final Metrics metrics;
  private final Server server;
  private final Optional<String> firstPassword;

  private Application(
      Vertx vertx,
      Storage storage,
      Metrics metrics,
      Server server,
      Optional<String> firstPassword) {
    this.vertx = vertx;
    this.storage = storage;
    this.metrics = metrics;
    this.server = server;
    this.firstPassword = firstPassword;
  }

  /** For tests and tools: settings as environment and options give them. */
  public static Application start(
      Map<String, String> environment, List<String> options, Consumer<String> progress) {
    return start(ConfigReader.read(Path.of(""), environment, options), progress);
  }

  static Application start(AppConfig config, Consumer<String> progress) {
    Ports.check(config.listeners());
    // files are read on the second core while the database starts
    FutureTask<StartFiles> reading = new FutureTask<>(() -> StartFiles.read(config, progress));
    new Thread(reading, "windrose-start-files").start();
    Storage storage = Storage.open(config, progress);
    Metrics metrics = new Metrics();
    Vertx vertx = vertx(metrics);
    try {
      DatabaseUrl database = storage.prepare(vertx, progress);
      StartFiles files = Await.result(reading, START_LIMIT_S, "reading files");
      progress.accept("starting the server");
      Server server =
          Await.result(
              Await.onLoop(
                  vertx,
                  () ->
                      Future.succeededFuture(
                          new Server(
                              vertx,
                              config,
                              database,
                              storage,
                              metrics,
                              files,
                              Clock.systemUTC()))),
              START_LIMIT_S,
              "wiring");
      Optional<String> password =
          Await.result(
              Await.onLoop(vertx, () -> server.start(files.park(), files.page(), progress)),
              START_LIMIT_S,
              "the start");
      LocalDoor door = server.localDoor();
      door.write(storage.folder().path());
      return new Application(vertx, storage, metrics, server, password);
    } catch (RuntimeException failed) {
      closeQuietly(vertx, metrics, storage);
      throw failed;
    }
  }

  private static Vertx vertx(Metrics metrics) {
    VertxOptions options =
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(2)
            .setInternalBlockingPoolSize(2)
            .setMaxEventLoopExecuteTime(BLOCKED_LOOP_MS)
            .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
            .setBlockedThreadCheckInterval(1_000)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false))
            .setMetricsOptions(
                new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(false));
    return Vertx.builder()
        .with(options)
        .withMetrics(new MicrometerMetricsFactory(metrics.registry()))
        .build();
  }

  public String address() {
    return server.address();
  }

  public Optional<Integer> mqttPort() {
    return server.mqttPort();
  }

  /** The port on which stations speak HJ 212; empty when that is off. */
  public Optional<Integer> hj212Port() {
    return server.hj212Port();
  }

  /** The random password of a new administrator, to be shown once. */
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  /** Stops accepting, commits what is in hand, acknowledges, closes. */
  @Override
  public void close() {
    LocalDoor.remove(storage.folder().path());
    try {
      Await.result(Await.onLoop(vertx, server::drain), DRAIN_LIMIT_S, "draining");
    } finally {
      closeQuietly(vertx, metrics, storage);
    }
  }

  private static void closeQuietly(Vertx vertx, Metrics metrics, Storage storage) {
    try {
      Await.result(vertx.close(), DRAIN_LIMIT_S, "closing the event loop");
    } finally {
      metrics.close();
      storage.close();
    }
  }
}
