package windrose.platform.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI document, written from the route table itself so that the two cannot differ. */
public final class OpenApi {
  private static final Pattern PATH_PARAMETER = Pattern.compile(":([a-z_]+)");

  private OpenApi() {}

  /** The route that serves the document for these routes and itself. */
  public static Route route(String version, List<Route> routes) {
    List<Route> all = new ArrayList<>(routes);
    Route self =
        Route.get("/api/v1/openapi.json")
            .needsNothing("it describes addresses, not data")
            .says("This document")
            .answers(request -> Future.succeededFuture(Answer.json(document(version, all))));
    all.add(self);
    return self;
  }

  static JsonObject document(String version, List<Route> routes) {
    JsonObject paths = new JsonObject();
    for (Route route : routes) {
      String path = PATH_PARAMETER.matcher(route.path()).replaceAll("{$1}");
      JsonObject methods = paths.getJsonObject(path, new JsonObject());
      methods.put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
      paths.put(path, methods);
    }
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("info", new JsonObject().put("title", "Windrose").put("version", version))
        .put("paths", paths)
        .put(
            "components",
            new JsonObject()
                .put(
                    "securitySchemes",
                    new JsonObject()
                        .put("token", new JsonObject().put("type", "http").put("scheme", "bearer"))
                        .put(
                            "session",
                            new JsonObject()
                                .put("type", "apiKey")
                                .put("in", "cookie")
                                .put("name", "windrose_session")))
                .put("schemas", new JsonObject().put("Problem", problemSchema())));
  }

  private static JsonObject operation(Route route) {
    JsonArray parameters = new JsonArray();
    Matcher matcher = PATH_PARAMETER.matcher(route.path());
    while (matcher.find()) {
      parameters.add(parameter(matcher.group(1), "path", true));
    }
    route.query().stream()
        .sorted()
        .forEach(name -> parameters.add(parameter(name, "query", false)));
    JsonObject operation =
        new JsonObject()
            .put("summary", route.summary())
            .put("parameters", parameters)
            .put("security", security(route.needs()))
            .put(
                "responses",
                new JsonObject()
                    .put("default", new JsonObject().put("description", "Done, or a Problem")));
    if (route.needs() instanceof Needs.Right right) {
      operation.put("x-windrose-right", right.right().name());
    } else if (route.needs() instanceof Needs.Nothing nothing) {
      operation.put("x-windrose-open-because", nothing.reason());
    }
    return operation;
  }

  private static JsonArray security(Needs needs) {
    if (needs instanceof Needs.Nothing) {
      return new JsonArray();
    }
    return new JsonArray()
        .add(new JsonObject().put("session", new JsonArray()))
        .add(new JsonObject().put("token", new JsonArray()));
  }

  private static JsonObject parameter(String name, String in, boolean required) {
    return new JsonObject()
        .put("name", name)
        .put("in", in)
        .put("required", required)
        .put("schema", new JsonObject().put("type", "string"));
  }

  private static JsonObject problemSchema() {
    JsonObject properties = new JsonObject();
    for (String text : List.of("type", "title", "detail")) {
      properties.put(text, new JsonObject().put("type", "string"));
    }
    properties.put("status", new JsonObject().put("type", "integer"));
    properties.put("errors", new JsonObject().put("type", "array"));
    return new JsonObject().put("type", "object").put("properties", properties);
  }
}
