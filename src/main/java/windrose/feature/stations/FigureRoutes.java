package windrose.feature.stations;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.time.ClockWindow;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of the figures that the yearly evaluation asks for. */
final class FigureRoutes {
  private final AccessFigure access;
  private final CoverageFigure coverage;
  private final Clock clock;
  private final ZoneId zone;

  FigureRoutes(AccessFigure access, CoverageFigure coverage, Clock clock, ZoneId zone) {
    this.access = access;
    this.coverage = coverage;
    this.clock = clock;
    this.zone = zone;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/figures/access")
            .needs(Action.SEE_PARK)
            .says("The share of devices that are connected, with those that are not")
            .query("window", "at")
            .answers(this::access),
        Route.get("/api/v1/figures/coverage")
            .needs(Action.SEE_PARK)
            .says("The share of the public area that gas detectors cover, with its map")
            .answers(this::coverage));
  }

  private Future<Answer> access(Request request) {
    HealthRoutes.Asked asked = HealthRoutes.asked(request, ClockWindow.DAY, clock, zone);
    return access
        .compute(Visitor.of(request).scope(), asked.whole(), asked.until())
        .map(Answer::json);
  }

  private Future<Answer> coverage(Request request) {
    return coverage.compute(Visitor.of(request).scope()).map(Answer::json);
  }
}
