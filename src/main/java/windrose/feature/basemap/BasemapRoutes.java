package windrose.feature.basemap;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of the park's drawing. */
final class BasemapRoutes {
  private final BasemapFeature basemap;

  BasemapRoutes(BasemapFeature basemap) {
    this.basemap = basemap;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/park")
            .needs(Action.SEE_PARK)
            .says("The park: names, areas, bounds and the layers of its map")
            .answers(this::park),
        Route.get("/api/v1/park/layers/:layer")
            .needs(Action.SEE_PARK)
            .says("One layer of the park's map as GeoJSON (WGS-84)")
            .answers(this::layer),
        Route.post("/api/v1/park/reload")
            .needs(Action.IMPORT_PARK)
            .says("Shows the park that the command line has just imported")
            .answers(request -> basemap.reload().map(done -> Answer.nothing())));
  }

  private Future<Answer> park(Request request) {
    return basemap.getSummary(Visitor.of(request).scope()).map(found -> found.answer(request));
  }

  private Future<Answer> layer(Request request) {
    String code = request.path("layer");
    Optional<Layer> layer = Layer.find(code);
    if (layer.isEmpty()) {
      throw Problem.notFound("'%s' is not a layer of the map.".formatted(code));
    }
    if (layer.get().isLive()) {
      throw Problem.notFound(
          "The layer '%s' is live; subscribe to it at /api/v1/live.".formatted(code));
    }
    ViewScope scope = Visitor.of(request).scope();
    if (!scope.shows(layer.get())) {
      throw Problem.forbidden("The layer '%s' is not part of your view.".formatted(code));
    }
    return basemap.getLayer(layer.get(), scope).map(found -> found.answer(request));
  }
}
