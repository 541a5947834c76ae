package windrose.platform.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One line of the route table: method, path, what the caller needs, which query parameters exist, and who answers.
 *
 * <p>Built in steps, so that a route without a declared need is not a route: {@code
 * Route.get("/api/v1/stations").needs(Action.SEE_PARK).says("Lists stations").query("limit", "cursor").answers(this::list)}.
 */
public record Route(
    HttpMethod method,
    String path,
    Needs needs,
    String summary,
    Set<String> query,
    long maxBodyBytes,
    Responder responder) {
  private static final long MAX_BODY_BYTES = 1_000_000;

  /** What a route does with a request that may come in. */
  public sealed interface Responder {
    /** Answers once. */
    record Answers(Function<Request, Future<Answer>> handler) implements Responder {}

    /** Turns the connection into a WebSocket. */
    record Upgrades(BiConsumer<Request, ServerWebSocket> handler) implements Responder {}
  }

  public static WhoMay get(String path) {
    return new WhoMay(HttpMethod.GET, path);
  }

  public static WhoMay post(String path) {
    return new WhoMay(HttpMethod.POST, path);
  }

  public static WhoMay put(String path) {
    return new WhoMay(HttpMethod.PUT, path);
  }

  public static WhoMay delete(String path) {
    return new WhoMay(HttpMethod.DELETE, path);
  }

  /** First step: who may call it. */
  public static final class WhoMay {
    private final HttpMethod method;
    private final String path;

    private WhoMay(HttpMethod method, String path) {
      this.method = method;
      this.path = path;
    }

    public Saying needs(Enum<?> right) {
      return new Saying(this, new Needs.Right(right));
    }

    public Saying needsSignIn() {
      return new Saying(this, new Needs.SignedIn());
    }

    public Saying needsNothing(String reason) {
      return new Saying(this, new Needs.Nothing(reason));
    }
  }

  /** Second step: what it does, in one sentence for the OpenAPI document. */
  public static final class Saying {
    private final WhoMay who;
    private final Needs needs;

    private Saying(WhoMay who, Needs needs) {
      this.who = who;
      this.needs = needs;
    }

    public Answering says(String summary) {
      return new Answering(who, needs, summary, Set.of(), MAX_BODY_BYTES);
    }
  }

  /** Last step: limits, then the method that answers. */
  public static final class Answering {
    private final WhoMay who;
    private final Needs needs;
    private final String summary;
    private final Set<String> query;
    private final long maxBodyBytes;

    private Answering(
        WhoMay who, Needs needs, String summary, Set<String> query, long maxBodyBytes) {
      this.who = who;
      this.needs = needs;
      this.summary = summary;
      this.query = query;
      this.maxBodyBytes = maxBodyBytes;
    }

    public Answering query(String... names) {
      return new Answering(who, needs, summary, Set.copyOf(List.of(names)), maxBodyBytes);
    }

    public Answering maxBodyBytes(long bytes) {
      return new Answering(who, needs, summary, query, bytes);
    }

    public Route answers(Function<Request, Future<Answer>> handler) {
      return route(new Responder.Answers(handler));
    }

    public Route upgrades(BiConsumer<Request, ServerWebSocket> handler) {
      return route(new Responder.Upgrades(handler));
    }

    private Route route(Responder responder) {
      return new Route(who.method, who.path, needs, summary, query, maxBodyBytes, responder);
    }
  }
}
