package windrose.feature.picture;

import io.vertx.core.Future;
import java.util.List;
import windrose.domain.access.Action;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The address of the picture. */
final class PictureRoutes {
  private static final int USUAL_WIDTH_PX = 1200;

  private final PictureFeature pictures;

  PictureRoutes(PictureFeature pictures) {
    this.pictures = pictures;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/park/picture.svg")
            .needs(Action.SEE_PARK)
            .says("The park as an SVG picture: plan, stations with their state, wind and time")
            .query("width", "theme", "lang")
            .answers(this::picture));
  }

  private Future<Answer> picture(Request request) {
    int widthPx = request.queryInt("width", USUAL_WIDTH_PX, 320, 4096);
    Palette palette =
        Palette.find(request.query("theme").orElse("light"))
            .orElseThrow(
                () -> Problem.invalidField("?theme", "'theme' must be 'dark' or 'light'."));
    Words words =
        Words.find(request.query("lang").orElse("zh-CN"))
            .orElseThrow(() -> Problem.invalidField("?lang", "'lang' must be 'zh-CN' or 'en'."));
    return pictures
        .draw(Visitor.of(request).scope(), palette, words, widthPx)
        .map(svg -> Answer.of("image/svg+xml; charset=utf-8", svg));
  }
}
