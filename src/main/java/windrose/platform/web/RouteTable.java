package windrose.platform.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Puts the declared routes onto the router, each behind the same steps: known query, caller, right, body, answer.
 *
 * <p>What stands in no route does not exist: an unlisted address under {@code /api/} is answered 404 and reaches no code.
 */
final class RouteTable {
  private final List<Route> routes;
  private final Gatekeeper gatekeeper;
  private final PeerAddress peers;

  RouteTable(List<Route> routes, Gatekeeper gatekeeper, PeerAddress peers) {
    this.routes = List.copyOf(routes);
    this.gatekeeper = gatekeeper;
    this.peers = peers;
    refuseTwins(routes);
  }

  private static void refuseTwins(List<Route> routes) {
    Set<String> seen = new HashSet<>();
    for (Route route : routes) {
      if (!seen.add(route.method() + " " + route.path())) {
        throw new IllegalStateException("two routes for " + route.method() + " " + route.path());
      }
    }
  }

  void mount(Router router) {
    for (Route route : routes) {
      step(router, route, context -> admit(route, context));
      if (route.responder() instanceof Route.Responder.Answers answers) {
        step(router, route, BodyHandler.create(false).setBodyLimit(route.maxBodyBytes()));
        step(router, route, context -> respond(answers, context));
      } else if (route.responder() instanceof Route.Responder.Upgrades upgrades) {
        step(router, route, context -> upgrade(upgrades, context));
      }
    }
    router
        .route("/api/*")
        .handler(
            context ->
                ErrorFunnel.send(context, Problem.notFound("There is nothing at this address.")));
    router.route().failureHandler(ErrorFunnel::answer);
  }

  private static void step(Router router, Route route, Handler<RoutingContext> handler) {
    router.route(route.method(), route.path()).handler(handler).failureHandler(ErrorFunnel::answer);
  }

  private void admit(Route route, RoutingContext context) {
    context.request().pause();
    refuseUnknownQuery(route, context);
    gatekeeper
        .whoIs(context.request())
        .map(caller -> allowed(route.needs(), caller))
        .onSuccess(
            caller -> {
              context.put(Request.CALLER, caller);
              context.request().resume();
              context.next();
            })
        .onFailure(
            refused -> {
              context.request().resume();
              context.fail(refused);
            });
  }

  private static void refuseUnknownQuery(Route route, RoutingContext context) {
    if (!route.path().startsWith("/api/v1/")) {
      return;
    }
    for (String name : context.queryParams().names()) {
      if (!route.query().contains(name)) {
        throw Problem.invalidField(
            "?" + name,
            "'%s' is not a parameter of this address; known: %s."
                .formatted(name, route.query().stream().sorted().toList()));
      }
    }
  }

  private static Caller allowed(Needs needs, Caller caller) {
    if (needs instanceof Needs.Nothing) {
      return caller;
    }
    if (!caller.isSignedIn()) {
      throw Problem.notSignedIn();
    }
    if (needs instanceof Needs.Right right && !caller.may(right.right())) {
      throw Problem.forbidden(
          "%s lacks the right %s.".formatted(caller.name(), right.right().name()));
    }
    return caller;
  }

  private void respond(Route.Responder.Answers answers, RoutingContext context) {
    Future<Answer> answer = answers.handler().apply(request(context));
    answer.onSuccess(done -> send(context, done)).onFailure(context::fail);
  }

  private void upgrade(Route.Responder.Upgrades upgrades, RoutingContext context) {
    Request request = request(context);
    context
        .request()
        .toWebSocket()
        .onSuccess(socket -> upgrades.handler().accept(request, socket))
        .onFailure(
            notASocket -> context.fail(Problem.badRequest("This address speaks WebSocket only.")));
  }

  private Request request(RoutingContext context) {
    Caller caller = context.get(Request.CALLER);
    return new Request(context, Objects.requireNonNull(caller, "admitted without a caller"), peers);
  }

  private static void send(RoutingContext context, Answer answer) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(answer.status());
    response.putHeader("Cache-Control", "no-store");
    answer.headers().forEach(response::putHeader);
    if (answer.body() == null) {
      response.end();
    } else {
      response.end(answer.body());
    }
  }
}
