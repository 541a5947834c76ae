package windrose.feature.ingest.past;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.StoredReading;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.db.UuidV7;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/**
 * The front door to readings of the past: checks a table whole, then stores it in pieces.
 *
 * <p>Nobody hears of these readings: they open no alarm and move nothing on the live map. The same table twice changes nothing.
 */
public final class PastFeature {
  private static final Logger log = LoggerFactory.getLogger(PastFeature.class);
  private static final int CHUNK = 5_000;
  private static final int REMEMBERED = 20;

  private final Database database;
  private final Journal journal;
  private final RegistersFeature registers;
  private final ReadingsFeature readings;
  private final HeavyWork work;
  private final Clock clock;
  private final UuidV7 ids;
  private final Map<String, PastImport> imports = new LinkedHashMap<>();

  public PastFeature(
      Database database,
      Journal journal,
      RegistersFeature registers,
      ReadingsFeature readings,
      HeavyWork work,
      Clock clock) {
    this.database = database;
    this.journal = journal;
    this.registers = registers;
    this.readings = readings;
    this.work = work;
    this.clock = clock;
    this.ids = new UuidV7(clock);
  }

  public List<Route> routes() {
    return new PastRoutes(this).routes();
  }

  Future<PastCheck> check(Buffer csv, PastTable.Options options) {
    Map<String, RegisteredSeries> series = new HashMap<>();
    registers.listAllSeries().forEach(one -> series.put(one.series().id(), one));
    PastTable table = new PastTable(options, series, clock.instant());
    return work.run("past readings", () -> table.read(text(csv)));
  }

  private static String text(Buffer csv) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv.getBytes())).toString();
    } catch (CharacterCodingException other) {
      throw Problem.badRequest("The file is not UTF-8; save it as CSV UTF-8.");
    }
  }

  /** Begins to store what a check found without a mistake; one import at a time. */
  PastImport begin(PastCheck check, String who) {
    if (imports.values().stream().anyMatch(PastImport::isRunning)) {
      throw Problem.conflict("Another import of readings is running; wait until it is done.");
    }
    PastImport progress = new PastImport(ids.next().toString(), check.readings().size());
    imports.put(progress.id(), progress);
    if (imports.size() > REMEMBERED) {
      imports.remove(imports.keySet().iterator().next());
    }
    store(check.readings(), 0, progress)
        .compose(done -> record(check, progress, who))
        .onSuccess(done -> progress.end(null))
        .onFailure(
            failure -> {
              log.error("import {} of past readings stopped", progress.id(), failure);
              progress.end("stopped; what was stored stays, run it again: " + failure.getMessage());
            });
    return progress;
  }

  private Future<Void> store(List<StoredReading> all, int from, PastImport progress) {
    if (from >= all.size()) {
      return Future.succeededFuture();
    }
    List<StoredReading> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
    return readings
        .keepPast(chunk)
        .compose(
            fresh -> {
              progress.advance(chunk.size(), fresh);
              return store(all, from + chunk.size(), progress);
            });
  }

  private Future<Void> record(PastCheck check, PastImport progress, String who) {
    JsonObject body =
        progress
            .json()
            .put("first", String.valueOf(check.first()))
            .put("last", String.valueOf(check.last()));
    Fact fact = new Fact("readings.imported", progress.id(), clock.instant(), who, body);
    return database.inTransaction(tx -> journal.append(tx, fact)).mapEmpty();
  }

  Optional<PastImport> find(String id) {
    return Optional.ofNullable(imports.get(id));
  }
}
