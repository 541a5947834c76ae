package windrose.feature.ingest.push;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import windrose.domain.access.Action;
import windrose.feature.ingest.Allowance;
import windrose.feature.ingest.Channels;
import windrose.feature.ingest.DeviceMessage;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.ingest.Taken;
import windrose.feature.people.Visitor;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.WriterFull;
import windrose.platform.observe.Metrics;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/**
 * The address that takes readings: answers 200 after the commit, and says of each value that was not taken why.
 *
 * <p>While the database is away it says so at once (503) instead of keeping the device waiting.
 */
final class PushRoutes {
  private static final int REQUESTS_PER_SECOND = 50;
  private static final int MAX_SENDERS = 10_000;
  private static final int MAX_WAITING = 1_000;
  private static final int RETRY_AFTER_S = 10;

  private final RegistersFeature registers;
  private final ReadingsFeature readings;
  private final IngestFeature ingest;
  private final Metrics metrics;
  private final Clock clock;
  private final long commitWithinMs;
  private final Map<String, Allowance> allowances = new LinkedHashMap<>();
  private int waiting;

  PushRoutes(
      RegistersFeature registers,
      ReadingsFeature readings,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock,
      long commitWithinMs) {
    this.commitWithinMs = commitWithinMs;
    this.registers = registers;
    this.readings = readings;
    this.ingest = ingest;
    this.metrics = metrics;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/stations/:code/readings")
            .needsNothing(
                "the bearer is the station's own secret, which this address checks itself")
            .says(
                "Takes readings of a station, written as in MQTT; bearer: its secret, that of its"
                    + " gateway, or a token with PUSH_READINGS")
            .answers(this::push));
  }

  private Future<Answer> push(Request request) {
    String station = request.path("code");
    String sender = sender(request, station);
    keepRate(sender);
    if (readings.isStuck() || waiting >= MAX_WAITING) {
      throw refusal("database", away());
    }
    waiting++;
    return ingest
        .push(new DeviceMessage(Channels.HTTP, sender, station, clock.instant(), request.body()))
        .timeout(commitWithinMs, TimeUnit.MILLISECONDS)
        .onComplete(done -> waiting--)
        .map(PushRoutes::answer)
        .recover(failure -> Future.failedFuture(problem(failure)));
  }

  /** Who sends: a token's person, the station itself, or the gateway that owns it. */
  private String sender(Request request, String station) {
    Visitor visitor = Visitor.of(request);
    if (visitor.isSignedIn()) {
      if (!visitor.may(Action.PUSH_READINGS)) {
        throw refusal(
            "right", Problem.forbidden(visitor.name() + " lacks the right PUSH_READINGS."));
      }
      return registers
          .findStation(visitor.scope(), station)
          .map(found -> visitor.name())
          .orElseThrow(() -> Problem.notFound("There is no station '%s'.".formatted(station)));
    }
    String authorization = String.valueOf(request.header("Authorization"));
    if (!authorization.startsWith("Bearer ")) {
      throw refusal(
          "secret",
          Problem.notSignedIn("Send the station's secret: Authorization: Bearer <secret>."));
    }
    String login =
        registers
            .findStationBySecret(authorization.substring("Bearer ".length()).strip())
            .orElseThrow(
                () -> refusal("secret", Problem.notSignedIn("This secret is of no station.")));
    if (!registers.mayPublish(login, station)) {
      throw refusal(
          "station",
          Problem.forbidden("%s may not send readings of '%s'.".formatted(login, station)));
    }
    return login;
  }

  private void keepRate(String sender) {
    long now = System.nanoTime();
    Allowance allowance = allowances.remove(sender);
    if (allowance == null) {
      allowance = new Allowance(REQUESTS_PER_SECOND, now);
    }
    allowances.put(sender, allowance);
    if (allowances.size() > MAX_SENDERS) {
      allowances.remove(allowances.keySet().iterator().next());
    }
    if (!allowance.trySpend(1, now)) {
      throw refusal(
          "rate",
          Problem.tooMany(
                  "More than %d requests a second; send several readings in one."
                      .formatted(REQUESTS_PER_SECOND))
              .retryAfter(1));
    }
  }

  private static Answer answer(Taken taken) {
    if (taken.accepted() == 0 && !taken.faults().isEmpty()) {
      throw Problem.invalid(
          "No value was taken; all of them are kept for review.",
          taken.faults().stream().map(PushRoutes::error).toList());
    }
    return Answer.json(
        new JsonObject()
            .put("accepted", taken.accepted())
            .put("refused", new JsonArray(taken.faults())));
  }

  private static Problem.FieldError error(String fault) {
    int colon = fault.indexOf(": ");
    return colon < 0
        ? new Problem.FieldError("/values", fault)
        : new Problem.FieldError(
            "/values/" + fault.substring(0, colon), fault.substring(colon + 2));
  }

  private Throwable problem(Throwable failure) {
    if (failure instanceof TimeoutException || failure instanceof WriterFull) {
      return refusal("database", away());
    }
    if (failure instanceof Problem problem && problem.status() == 400) {
      return refusal("unreadable", problem);
    }
    return failure;
  }

  private static Problem away() {
    return Problem.busy(
            "The database takes nothing at the moment; nothing is promised. Send again.")
        .retryAfter(RETRY_AFTER_S);
  }

  private Problem refusal(String reason, Problem problem) {
    metrics
        .counter("windrose_push_refused_total", "Readings over HTTP refused", "reason", reason)
        .increment();
    return problem;
  }
}
