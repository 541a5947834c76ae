package windrose.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import windrose.app.load.Latencies;
import windrose.platform.work.OffLoop;

/**
 * Measures the planner as its page meets it, over HTTP on a demo in a process of its own: how long a change takes, and what a health
 * request feels while an ensemble is computed.
 */
@OffLoop("main thread of a command")
final class PlannerBench implements AutoCloseable {
  private static final String PASSWORD = "only for this benchmark";
  private static final int WARM_UPS = 8;
  private static final int CHANGES = 15;
  private static final int ENSEMBLES = 5;
  private static final double CHANGE_LIMIT_MS = 1_000;
  private static final double ENSEMBLE_LIMIT_MS = 2_500;
  private static final double HEALTH_LIMIT_MS = 50;

  private static final String CHLORINE =
      """
      {"substance": "7782-50-5", "at": [116.0045, 35.0242], "tank": "E01-TK-101",
       "source": {"type": "tank", "shape": "horizontal", "diameter_m": 2.6, "length_m": 11.3,
         "phase": "liquid", "fill_percent": 70, "temperature_c": 18, "pressure_kpa": 720,
         "hole_height_m": 0.5, "largest_nozzle_mm": 150, "bund_area_m2": 503},
       "weather": {"mode": "typed", "wind_from_deg": %d, "wind_mps": 3, "temperature_c": 20}}""";

  private static final String PROPANE =
      """
      {"substance": "74-98-6", "at": [116.0045, 35.0242],
       "source": {"type": "tank", "shape": "sphere", "diameter_m": 12.4, "phase": "liquid",
         "fill_percent": 80, "temperature_c": 20, "pressure_kpa": 840, "hole_height_m": 0.5,
         "largest_nozzle_mm": 150, "bund_area_m2": 900},
       "weather": {"mode": "typed", "wind_from_deg": %d, "wind_mps": 3, "temperature_c": 20}}""";

  private final Console console;
  private final DemoProcess demo;
  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String cookie = "";
  private String csrf = "";
  private int missed;

  private PlannerBench(Console console, DemoProcess demo, int httpPort) {
    this.console = console;
    this.demo = demo;
    this.address = "http://127.0.0.1:" + httpPort;
  }

  /** How many figures missed their limit. */
  static int run(Console console) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("windrose-bench");
    int http = StartBench.freePort();
    try (PlannerBench bench =
        new PlannerBench(
            console,
            DemoProcess.launch(
                folder.resolve("data"),
                http,
                StartBench.freePort(),
                StartBench.freePort(),
                List.of("-Xmx600m"),
                List.of("--demo"),
                Map.of("WINDROSE_ADMIN_PASSWORD", PASSWORD)),
            http)) {
      bench.demo.awaitReadyS();
      bench.signIn();
      bench.measure();
      bench.demo.stop();
      return bench.missed;
    } finally {
      StartBench.delete(folder);
    }
  }

  private void signIn() throws IOException, InterruptedException {
    String body = new JsonObject().put("user", "admin").put("password", PASSWORD).encode();
    HttpResponse<String> in = client.send(post("/api/v1/session", body), text());
    cookie = in.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    csrf = new JsonObject(in.body()).getString("csrf");
  }

  private void measure() throws IOException, InterruptedException {
    figure(
        "planner change, warm: chlorine, three holes, people", change(CHLORINE), CHANGE_LIMIT_MS);
    figure("planner change, warm: propane, six hazards, people", change(PROPANE), CHANGE_LIMIT_MS);
    Latencies quiet = new Latencies();
    for (int i = 0; i < 200; i++) {
      askHealth(quiet);
    }
    figure("p99 of /health/live, planner idle", quiet.percentileMs(0.99), HEALTH_LIMIT_MS);
    Latencies during = new Latencies();
    double[] ensembleMs = new double[ENSEMBLES];
    for (int i = 0; i < ENSEMBLES; i++) {
      long from = System.nanoTime();
      CompletableFuture<HttpResponse<String>> ensemble =
          client.sendAsync(
              post("/api/v1/consequence/ensemble", CHLORINE.formatted(10 * i)), text());
      while (!ensemble.isDone()) {
        askHealth(during);
      }
      ensembleMs[i] = (System.nanoTime() - from) / 1e6;
      check(ensemble);
    }
    Arrays.sort(ensembleMs);
    figure(
        "ensemble of 200 over HTTP, a real tank, one thread",
        ensembleMs[ENSEMBLES / 2],
        ENSEMBLE_LIMIT_MS);
    figure(
        "p99 of /health/live during an ensemble (%d asked)".formatted(during.count()),
        during.percentileMs(0.99),
        HEALTH_LIMIT_MS);
  }

  private static void check(CompletableFuture<HttpResponse<String>> answer)
      throws InterruptedException {
    try {
      if (answer.get().statusCode() != 200) {
        throw new IllegalStateException("the ensemble was refused: " + answer.get().body());
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the ensemble failed", failed);
    }
  }

  /** The wind turns ten degrees with every change, as under a commander's dial. */
  private double change(String body) throws IOException, InterruptedException {
    double[] ms = new double[CHANGES];
    for (int i = -WARM_UPS; i < CHANGES; i++) {
      long from = System.nanoTime();
      HttpResponse<String> answer =
          client.send(post("/api/v1/consequence", body.formatted(10 * (i + WARM_UPS))), text());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("a change was refused: " + answer.body());
      }
      if (i >= 0) {
        ms[i] = (System.nanoTime() - from) / 1e6;
      }
    }
    Arrays.sort(ms);
    return ms[CHANGES / 2];
  }

  private void askHealth(Latencies latencies) throws IOException, InterruptedException {
    long from = System.nanoTime();
    client.send(
        HttpRequest.newBuilder(URI.create(address + "/health/live")).build(),
        HttpResponse.BodyHandlers.discarding());
    latencies.note(System.nanoTime() - from);
    Thread.sleep(5);
  }

  private HttpRequest post(String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }
    return request.build();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private void figure(String what, double measuredMs, double limitMs) {
    boolean holds = measuredMs <= limitMs;
    missed += holds ? 0 : 1;
    console.line(
        String.format(
            Locale.ROOT,
            "%-52s %8.2f ms  limit %6.0f   %s",
            what,
            measuredMs,
            limitMs,
            holds ? "ok" : "MISSED"));
  }

  @Override
  public void close() {
    demo.close();
  }
}
