package windrose.feature.readings;

import io.vertx.core.Vertx;
import java.time.Clock;
import windrose.feature.journal.Journal;
import windrose.feature.readings.archive.Archive;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.work.HeavyWork;

/** The memory of readings as the server makes it, for tests of what feeds it; its upkeep never runs by itself. */
public final class TestMemory {
  private TestMemory() {}

  /** Event loop only. */
  public static ReadingsFeature of(
      Vertx vertx, Database database, RegistersFeature registers, String park, Clock clock) {
    HeavyWork work = new HeavyWork(vertx, "test-history", 1, 100, 30_000);
    Archive archive = new Archive(database, database, work, Journal.of(park, clock), park, clock);
    return new ReadingsFeature(
        vertx, database, registers, archive, work, KeepPolicy.GENEROUS, park, clock);
  }
}
