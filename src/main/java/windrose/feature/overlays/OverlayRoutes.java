package windrose.feature.overlays;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import windrose.domain.access.Action;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of overlays. */
final class OverlayRoutes {
  private static final int USUAL_OPACITY = 80;
  private static final int USUAL_MAX_ZOOM = 18;
  private static final int DEEPEST_ZOOM = 22;

  private final OverlaysFeature overlays;

  OverlayRoutes(OverlaysFeature overlays) {
    this.overlays = overlays;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/overlays")
            .needs(Action.SEE_PARK)
            .says("The pictures that can be laid over the map, from the lowest to the one on top")
            .answers(request -> Future.succeededFuture(list(request))),
        Route.get("/api/v1/overlays/:id/tiles/:z/:x/:y")
            .needs(Action.SEE_PARK)
            .says("One tile of a stored overlay, 512 pixels; empty (204) where there is no picture")
            .answers(this::tile),
        Route.post("/api/v1/overlays/geotiff")
            .needs(Action.IMPORT_PARK)
            .says("Adds a GeoTIFF (the body) as an overlay")
            .query("name", "kind", "taken_on", "source", "opacity")
            .maxBodyBytes(PictureLimits.MOST_FILE_BYTES)
            .answers(this::importFile),
        Route.post("/api/v1/overlays")
            .needs(Action.IMPORT_PARK)
            .says("Adds an address of XYZ tiles as an overlay")
            .answers(this::addAddress),
        Route.put("/api/v1/overlays/order")
            .needs(Action.IMPORT_PARK)
            .says("Sets the order of all overlays, lowest first")
            .answers(this::order),
        Route.put("/api/v1/overlays/:id")
            .needs(Action.IMPORT_PARK)
            .says("Changes name, kind, day, source, opacity and whether it is shown at first")
            .answers(this::change),
        Route.delete("/api/v1/overlays/:id")
            .needs(Action.IMPORT_PARK)
            .says("Removes an overlay and its tiles")
            .answers(this::remove));
  }

  private Answer list(Request request) {
    JsonArray items = new JsonArray();
    overlays.list(Visitor.of(request).scope()).forEach(one -> items.add(OverlayJson.of(one)));
    return Answer.json(new JsonObject().put("items", items).putNull("next"));
  }

  private Future<Answer> tile(Request request) {
    Overlay overlay = get(request);
    return overlays
        .findTile(overlay, number(request, "z"), number(request, "x"), number(request, "y"))
        .map(
            found ->
                found
                    .map(picture -> Answer.of(contentType(picture), picture))
                    .orElseGet(Answer::nothing)
                    // a picture never changes under its id
                    .header("Cache-Control", "private, max-age=86400, immutable"));
  }

  /** JPEG and PNG tell themselves apart by their first byte. */
  private static String contentType(Buffer picture) {
    return picture.getByte(0) == (byte) 0xff ? "image/jpeg" : "image/png";
  }

  private static int number(Request request, String name) {
    try {
      return Integer.parseInt(request.path(name));
    } catch (NumberFormatException notANumber) {
      throw Problem.badRequest("A tile's z, x and y are whole numbers.");
    }
  }

  private Future<Answer> importFile(Request request) {
    OverlayWords words =
        OverlayWords.of(
            request.query("name").orElse(""),
            request.query("kind").orElse(""),
            request.query("taken_on").orElse(""),
            request.query("source").orElse(""),
            request.queryInt("opacity", USUAL_OPACITY, 0, 100),
            true);
    return overlays
        .importFile(request.body().getBytes(), words, request.caller().name())
        .map(added -> Answer.json(OverlayJson.of(added)).status(201));
  }

  private Future<Answer> addAddress(Request request) {
    Fields body = request.json();
    OverlayWords words = words(body);
    TileAddress address = TileAddress.of(body.getString("tiles"));
    int maxZoom = body.findInteger("max_zoom").orElse(USUAL_MAX_ZOOM);
    body.refuseOthers();
    if (maxZoom < 1 || maxZoom > DEEPEST_ZOOM) {
      throw Problem.invalidField(
          "/max_zoom", "'max_zoom' is a whole number from 1 to 22.", "最大级别须为 1 到 22 的整数。");
    }
    return overlays
        .addAddress(address, maxZoom, words, request.caller().name())
        .map(added -> Answer.json(OverlayJson.of(added)).status(201));
  }

  private Future<Answer> change(Request request) {
    Overlay before = get(request);
    Fields body = request.json();
    OverlayWords words = words(body);
    body.refuseOthers();
    return overlays
        .change(before, words, request.caller().name())
        .map(after -> Answer.json(OverlayJson.of(after)));
  }

  private static OverlayWords words(Fields body) {
    return OverlayWords.of(
        body.getString("name"),
        body.getString("kind"),
        body.findString("taken_on").orElse(""),
        body.findString("source").orElse(""),
        body.findInteger("opacity").orElse(USUAL_OPACITY),
        body.findBoolean("shown").orElse(true));
  }

  private Future<Answer> order(Request request) {
    Fields body = request.json();
    List<String> ids = body.getStrings("ids");
    body.refuseOthers();
    return overlays.order(ids, request.caller().name()).map(done -> Answer.nothing());
  }

  private Future<Answer> remove(Request request) {
    return overlays.remove(get(request), request.caller().name()).map(done -> Answer.nothing());
  }

  private Overlay get(Request request) {
    return overlays.get(Visitor.of(request).scope(), request.path("id"));
  }
}
