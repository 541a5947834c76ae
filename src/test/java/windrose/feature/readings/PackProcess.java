package windrose.feature.readings;

import static windrose.testing.Waiting.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import windrose.feature.journal.Journal;
import windrose.feature.readings.archive.Archive;
import windrose.platform.db.Database;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.work.HeavyWork;

/** Packs a test's database in a Java of its own, which the test kills at any moment. */
final class PackProcess {
  private PackProcess() {}

  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    Database database = Database.open(vertx, DatabaseUrl.parse(args[0]), 2);
    HeavyWork work = new HeavyWork(vertx, "pack", 1, 10, 60_000);
    Clock clock = Clock.fixed(Instant.parse(args[1]), ZoneOffset.UTC);
    Archive archive =
        new Archive(
            database, database, work, Journal.of(PastWorld.PARK, clock), PastWorld.PARK, clock);
    archive.setSeries(PastWorld.ALL);
    System.out.println("packing");
    await(
        Future.future(
            promise ->
                vertx.runOnContext(
                    go -> archive.pack(Future::succeededFuture).onComplete(promise))));
    System.out.println("done");
    System.exit(0);
  }
}
