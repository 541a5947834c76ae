package windrose.platform.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer: a problem as it is, our own mistakes under a reference. */
final class ErrorFunnel {
  private static final Logger log = LoggerFactory.getLogger(ErrorFunnel.class);

  private ErrorFunnel() {}

  static void answer(RoutingContext context) {
    send(context, problemOf(context));
  }

  private static Problem problemOf(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof Problem problem) {
      return problem;
    }
    int status =
        failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
    if (status == 413) {
      return Problem.tooLarge("The body is larger than this address accepts.");
    }
    if (status >= 400 && status < 500) {
      return Problem.badRequest("The request cannot be understood (HTTP " + status + ").");
    }
    return ourMistake(context, failure);
  }

  private static Problem ourMistake(RoutingContext context, @Nullable Throwable failure) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    log.error(
        "mistake {} on {} {}",
        reference,
        context.request().method(),
        context.request().path(),
        failure);
    return Problem.ourMistake(reference);
  }

  static void send(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed() || response.headWritten()) {
      return;
    }
    if (problem.retryAfterS() > 0) {
      response.putHeader("Retry-After", String.valueOf(problem.retryAfterS()));
    }
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(problem.toJson().toBuffer());
  }
}
