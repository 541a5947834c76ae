package windrose.feature.registers;

import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import windrose.domain.access.ViewScope;
import windrose.domain.park.Park;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.basemap.ExternalTiles;
import windrose.feature.basemap.ImportResult;
import windrose.feature.journal.Journal;
import windrose.feature.people.Visitor;
import windrose.feature.registers.editing.EditingFeature;
import windrose.feature.registers.limits.LimitsFeature;
import windrose.platform.db.Database;
import windrose.platform.db.TestDatabase;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;
import windrose.platform.work.HeavyWork;

/** Basemap and registers on a real database behind a real socket; the header {@code X-Scope} says who asks. */
public final class ParkServer implements AutoCloseable {
  public static final String PARK = "p1";

  public final Vertx vertx = Vertx.vertx();
  public final TestDatabase testDatabase = TestDatabase.fresh();
  public final Database database = testDatabase.open(vertx, 4);
  public final HeavyWork work = new HeavyWork(vertx, "test-work", 1, 64, 10_000);
  public final BasemapFeature basemap;
  public final RegistersFeature registers;

  /** Keys of series of which this test says that readings are stored. */
  public final Set<Long> withReadings = new HashSet<>();

  public final EditingFeature editing;
  private final Map<String, ViewScope> scopes = new LinkedHashMap<>(Map.of("all", ViewScope.ALL));
  private final WebServer web;
  private final HttpClient http = HttpClient.newHttpClient();

  public ParkServer() {
    this(Optional.empty());
  }

  public ParkServer(Optional<ExternalTiles> tiles) {
    this(tiles, Clock.systemUTC(), server -> List.of());
  }

  /** @param more further features on the same database, with their routes */
  public ParkServer(
      Optional<ExternalTiles> tiles, Clock clock, Function<ParkServer, List<Route>> more) {
    Journal journal = Journal.of(PARK, clock);
    basemap = new BasemapFeature(database, journal, PARK, clock, work, tiles);
    registers =
        new RegistersFeature(database, journal, PARK, clock, basemap, SubstanceFiles.read());
    List<Route> routes = new ArrayList<>(basemap.routes());
    routes.addAll(registers.routes());
    editing =
        new EditingFeature(
            database,
            journal,
            registers,
            PARK,
            clock,
            ZoneId.of("Asia/Shanghai"),
            key -> Future.succeededFuture(withReadings.contains(key)));
    routes.addAll(editing.routes());
    routes.addAll(
        new LimitsFeature(
                database,
                registers,
                editing.edit(),
                PARK,
                SubstanceFiles.read(),
                SubstanceFiles.readWorkplaceLimits())
            .routes());
    routes.addAll(more.apply(this));
    web =
        await(
            WebServer.listen(
                vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
                routes,
                request -> Future.succeededFuture(visitor(request.getHeader("X-Scope"))),
                WebFiles.fromClasspath("no-such-folder")));
  }

  private Visitor visitor(String name) {
    return name == null
        ? Visitor.STRANGER
        : new Visitor(name, true, scopes.get(name), "test-" + name);
  }

  public void setScope(String name, ViewScope scope) {
    scopes.put(name, scope);
  }

  /** Runs it where the program would: on the event loop. */
  public <T> T onLoop(Supplier<Future<T>> step) {
    Promise<T> promise = Promise.promise();
    vertx.runOnContext(
        go -> {
          try {
            step.get().onComplete(promise);
          } catch (RuntimeException thrown) {
            promise.fail(thrown);
          }
        });
    return await(promise.future());
  }

  /** Imports and waits until the registers know it. */
  public ImportResult load(Park park) {
    ImportResult result = onLoop(() -> basemap.importPark(park, "tester"));
    onLoop(registers::load);
    return result;
  }

  public HttpResponse<byte[]> send(String method, String scope, String path, String... headers) {
    return send(method, scope, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  /** Sends JSON and answers the JSON that comes, with its status under {@code "http"} and its ETag under {@code "etag"}. */
  public JsonObject write(String method, String path, JsonObject body, String... headers) {
    HttpResponse<byte[]> response =
        send(method, "all", path, HttpRequest.BodyPublishers.ofString(body.encode()), headers);
    String text = text(response);
    JsonObject answer = text.isEmpty() ? new JsonObject() : new JsonObject(text);
    return answer
        .put("http", response.statusCode())
        .put("etag", response.headers().firstValue("ETag").orElse(null));
  }

  public HttpResponse<byte[]> send(
      String method, String scope, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
            .header("X-Scope", scope)
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public JsonObject get(String scope, String path) {
    HttpResponse<byte[]> response = send("GET", scope, path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + text(response));
    }
    return new JsonObject(text(response));
  }

  public static String text(HttpResponse<byte[]> response) {
    byte[] body = response.body();
    if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = unzipped.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return new String(body, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    await(web.close());
    await(work.close());
    await(database.close());
    await(vertx.close());
    testDatabase.close();
  }
}
