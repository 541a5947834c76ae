package windrose.feature.registers.editing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import windrose.domain.access.Action;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegisterEntries;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.SeriesAddress;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses under which stations and series are added, changed and retired. */
final class EditingRoutes {
  private final RegistersFeature registers;
  private final StationEditor stations;
  private final SeriesEditor series;
  private final Differences differences;

  EditingRoutes(
      RegistersFeature registers,
      StationEditor stations,
      SeriesEditor series,
      Differences differences) {
    this.registers = registers;
    this.stations = stations;
    this.series = series;
    this.differences = differences;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/stations")
            .needs(Action.EDIT_REGISTERS)
            .says("Registers a station; its position may be given in GCJ-02 or BD-09")
            .answers(this::addStation),
        Route.put("/api/v1/stations/:code")
            .needs(Action.EDIT_REGISTERS)
            .says("Changes a station; an import of the park's files leaves alone what is set here")
            .answers(this::changeStation),
        Route.post("/api/v1/stations/:code/retire")
            .needs(Action.EDIT_REGISTERS)
            .says("Takes a station out of use; its readings remain")
            .answers(this::retireStation),
        Route.post("/api/v1/stations/:code/reinstate")
            .needs(Action.EDIT_REGISTERS)
            .says("Takes a retired station into use again")
            .answers(this::reinstateStation),
        Route.post("/api/v1/series")
            .needs(Action.EDIT_REGISTERS)
            .says("Registers what a station measures")
            .answers(this::addSeries),
        Route.put("/api/v1/series/:station/:sensor")
            .needs(Action.EDIT_REGISTERS)
            .says(
                "Changes a series; a unit with stored readings only as a wrong label, with a reason")
            .query("statistic")
            .answers(this::changeSeries),
        Route.post("/api/v1/series/:station/:sensor/retire")
            .needs(Action.EDIT_REGISTERS)
            .says("Takes a series out of use; its readings remain")
            .query("statistic")
            .answers(this::retireSeries),
        Route.get("/api/v1/register-differences")
            .needs(Action.EDIT_REGISTERS)
            .says("Where people's values differ from those of the park's files")
            .answers(this::listDifferences));
  }

  private Future<Answer> addStation(Request request) {
    Fields body = request.json();
    String code = body.getString("code");
    StationDraft draft = StationForm.read(code, body);
    mustShow(request, draft);
    return stations
        .add(draft, Visitor.of(request).name())
        .map(one -> answer(one, request).status(201));
  }

  /** Nobody registers something where they may not look. */
  private static void mustShow(Request request, StationDraft draft) {
    RegisteredStation wanted = new RegisteredStation(draft.station(), null);
    if (!wanted.isShownTo(Visitor.of(request).scope())) {
      throw Problem.forbidden("Your view does not cover that enterprise or place.");
    }
  }

  private Future<Answer> changeStation(Request request) {
    RegisteredStation old = station(registers, request);
    Fields body = request.json();
    body.findString("code")
        .filter(code -> !code.equals(old.code()))
        .ifPresent(
            other -> {
              throw Problem.invalidField("/code", "A station keeps its code for ever.");
            });
    StationDraft draft = StationForm.read(old.code(), body);
    mustShow(request, draft);
    return stations
        .change(old, request.ifMatch(), draft, Visitor.of(request).name())
        .map(one -> answer(one, request));
  }

  private Future<Answer> retireStation(Request request) {
    RegisteredStation old = station(registers, request);
    return stations
        .retire(old, request.ifMatch(), onlyText(request, "reason"), Visitor.of(request).name())
        .map(one -> answer(one, request));
  }

  private Future<Answer> reinstateStation(Request request) {
    RegisteredStation old = station(registers, request);
    return stations
        .reinstate(old, onlyText(request, "reason"), Visitor.of(request).name())
        .map(one -> answer(one, request));
  }

  private Future<Answer> addSeries(Request request) {
    Fields body = request.json();
    String station = body.getString("station");
    String sensor =
        body.getString("sensor")
            + body.findString("statistic").map(statistic -> "/" + statistic).orElse("");
    station(registers, station, request);
    SeriesDraft draft = SeriesForm.read(station, sensor, body, null);
    body.refuseOthers();
    return series.add(draft, Visitor.of(request).name()).map(one -> answer(one).status(201));
  }

  private Future<Answer> changeSeries(Request request) {
    RegisteredSeries old = SeriesAddress.get(registers, request);
    Fields body = request.json();
    SeriesDraft draft =
        SeriesForm.read(old.series().station(), old.series().sensor(), body, old.series());
    boolean wrong = body.findBoolean("unit_was_wrong").orElse(false);
    String why = body.findString("why").orElse(null);
    body.refuseOthers();
    if (wrong && (why == null || why.isBlank())) {
      throw Problem.invalidField("/why", "Say how you know that the unit was labelled wrong.");
    }
    return series
        .change(old, request.ifMatch(), draft, wrong ? why : null, Visitor.of(request).name())
        .map(EditingRoutes::answer);
  }

  private Future<Answer> retireSeries(Request request) {
    RegisteredSeries old = SeriesAddress.get(registers, request);
    return series
        .retire(old, request.ifMatch(), onlyText(request, "reason"), Visitor.of(request).name())
        .map(EditingRoutes::answer);
  }

  private Future<Answer> listDifferences(Request request) {
    return differences
        .list(Visitor.of(request).scope())
        .map(items -> Answer.json(new JsonObject().put("items", items)));
  }

  /** The one text of a small body. */
  static String onlyText(Request request, String name) {
    Fields body = request.json();
    String text = body.getString(name);
    body.refuseOthers();
    if (text.isBlank() || text.length() > 2_000) {
      throw Problem.invalidField(
          "/" + name, "'%s' must have 1 to 2000 characters.".formatted(name));
    }
    return text;
  }

  static RegisteredStation station(RegistersFeature registers, Request request) {
    return station(registers, request.path("code"), request);
  }

  static RegisteredStation station(RegistersFeature registers, String code, Request request) {
    return registers
        .findRegistered(code)
        .filter(one -> one.isShownTo(Visitor.of(request).scope()))
        .orElseThrow(() -> RegistersFeature.noStation(code));
  }

  private Answer answer(RegisteredStation one, Request request) {
    JsonArray all = new JsonArray();
    registers.listSeries(one.code()).forEach(item -> all.add(RegisterEntries.series(item)));
    return Answer.json(
            RegisterEntries.station(one, Visitor.of(request).scope())
                .put("has_secret", registers.hasSecret(one.code()))
                .put("series", all))
        .header("ETag", RegisterEntries.etag(one.registration()));
  }

  static Answer answer(RegisteredSeries one) {
    return Answer.json(RegisterEntries.series(one))
        .header("ETag", RegisterEntries.etag(one.registration()));
  }
}
