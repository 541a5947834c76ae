package windrose.platform.web;

import io.netty.channel.Channel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request as a route sees it: its caller, path and query parameters, and a strict JSON body. */
public final class Request {
  static final String CALLER = "windrose.caller";

  private final RoutingContext context;
  private final Caller caller;
  private final PeerAddress peers;

  Request(RoutingContext context, Caller caller, PeerAddress peers) {
    this.context = context;
    this.caller = caller;
    this.peers = peers;
  }

  /** The connection beneath, for what the library's own interfaces do not tell: how many bytes wait for a reader. */
  public Channel channel() {
    return ((ConnectionBase) context.request().connection()).channel();
  }

  public Caller caller() {
    return caller;
  }

  /** A parameter of the path; it exists whenever the route matched. */
  public String path(String name) {
    return String.valueOf(context.pathParam(name));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParams().get(name));
  }

  /** A whole number from the query within a range, or the default when it is not given. */
  public int queryInt(String name, int ifAbsent, int min, int max) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return ifAbsent;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // answered below, with the range
    }
    throw Problem.invalidField(
        "?" + name, "'%s' must be a whole number from %d to %d.".formatted(name, min, max));
  }

  /** The body as a JSON object whose fields must all be asked for, see {@link Fields#refuseOthers()}. */
  public Fields json() {
    return new Fields(jsonObject());
  }

  /** The body as a JSON object, for whoever reads nested ones. */
  public JsonObject jsonObject() {
    try {
      JsonObject body = context.body().asJsonObject();
      if (body != null) {
        return body;
      }
    } catch (DecodeException | ClassCastException notJson) {
      // answered below
    }
    throw Problem.badRequest("The body must be one JSON object (Content-Type: application/json).");
  }

  /** The body as it came, within the route's limit. */
  public Buffer body() {
    Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  /** The version that a write means to change, from {@code If-Match}; empty for {@code *}, whatever it is now. */
  public OptionalLong ifMatch() {
    String value = header("If-Match");
    if (value == null) {
      throw Problem.conditionMissing(
          "Send the ETag of what you read as 'If-Match', so that nobody's change is overwritten.");
    }
    if (value.strip().equals("*")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(value.strip().replaceAll("^(W/)?\"|\"$", "")));
    } catch (NumberFormatException notOurs) {
      throw Problem.changedMeanwhile("'If-Match' is not an ETag that was given for this.");
    }
  }

  public @Nullable String header(String name) {
    return context.request().getHeader(name);
  }

  public HttpServerRequest raw() {
    return context.request();
  }

  /** The peer's address, or the one a trusted proxy forwarded. */
  public String remoteAddress() {
    return peers.of(context.request());
  }
}
