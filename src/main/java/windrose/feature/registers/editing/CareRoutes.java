package windrose.feature.registers.editing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.park.Station;
import windrose.feature.people.Visitor;
import windrose.feature.registers.Calibration;
import windrose.feature.registers.MaintenanceWindow;
import windrose.feature.registers.RegisterEntries;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.SeriesAddress;
import windrose.platform.db.UuidV7;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of replacements, maintenance and calibration. */
final class CareRoutes {
  private static final int LONGEST_CALIBRATION_DAYS = 3_660;

  private final RegistersFeature registers;
  private final EquipmentCare care;
  private final Clock clock;
  private final ZoneId zone;
  private final UuidV7 ids;

  CareRoutes(RegistersFeature registers, EquipmentCare care, Clock clock, ZoneId zone) {
    this.registers = registers;
    this.care = care;
    this.clock = clock;
    this.zone = zone;
    this.ids = new UuidV7(clock);
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/stations/:code/replace")
            .needs(Action.EDIT_REGISTERS)
            .says("Notes that one box took the place of another")
            .answers(this::replace),
        Route.get("/api/v1/stations/:code/replacements")
            .needs(Action.SEE_PARK)
            .says("Which boxes hung at a station, newest first")
            .answers(this::listReplacements),
        Route.post("/api/v1/stations/:code/maintenance")
            .needs(Action.EDIT_REGISTERS)
            .says("Sets maintenance; readings of that time say so and open no alarm")
            .answers(this::planMaintenance),
        Route.post("/api/v1/stations/:code/maintenance/end")
            .needs(Action.EDIT_REGISTERS)
            .says("Ends the maintenance that is going on")
            .answers(this::endMaintenance),
        Route.get("/api/v1/stations/:code/maintenance")
            .needs(Action.SEE_PARK)
            .says("The maintenance of a station, newest first")
            .answers(this::listMaintenance),
        Route.put("/api/v1/series/:station/:sensor/calibration")
            .needs(Action.EDIT_REGISTERS)
            .says("Notes a calibration and how long it holds")
            .query("statistic")
            .answers(this::calibrate),
        Route.get("/api/v1/calibrations-due")
            .needs(Action.SEE_PARK)
            .says("Instruments whose calibration ends soon or has ended, the most urgent first")
            .query("within_days")
            .answers(this::listDue));
  }

  private Future<Answer> replace(Request request) {
    RegisteredStation station = EditingRoutes.station(registers, request);
    Fields body = request.json();
    Replacement one =
        new Replacement(
            ids.next(),
            station.code(),
            body.findString("old_serial").orElse(null),
            body.getString("new_serial"),
            body.findString("model").orElse(null),
            body.findInstant("at").orElseThrow(() -> missing("at")),
            body.getString("who"),
            body.findString("note").orElse(null),
            Visitor.of(request).name(),
            clock.instant());
    body.refuseOthers();
    return care.replace(one).map(done -> Answer.json(done.json()).status(201));
  }

  private Future<Answer> listReplacements(Request request) {
    String code = EditingRoutes.station(registers, request).code();
    return care.listReplacements(Visitor.of(request).scope(), code)
        .map(all -> items(all.stream().map(Replacement::json).toList()));
  }

  private Future<Answer> planMaintenance(Request request) {
    RegisteredStation station = EditingRoutes.station(registers, request);
    Fields body = request.json();
    Instant from = body.findInstant("from").orElseThrow(() -> missing("from"));
    MaintenanceWindow window =
        new MaintenanceWindow(
            ids.next(),
            station.code(),
            from,
            body.findInstant("to").orElse(null),
            body.getString("reason"),
            Visitor.of(request).name(),
            null);
    body.refuseOthers();
    return care.plan(window)
        .map(done -> Answer.json(RegisterEntries.maintenance(done)).status(201));
  }

  private Future<Answer> endMaintenance(Request request) {
    return care.end(EditingRoutes.station(registers, request), Visitor.of(request).name())
        .map(done -> Answer.json(RegisterEntries.maintenance(done)));
  }

  private Future<Answer> listMaintenance(Request request) {
    String code = EditingRoutes.station(registers, request).code();
    return Future.succeededFuture(
        items(registers.listMaintenance(code).stream().map(RegisterEntries::maintenance).toList()));
  }

  private Future<Answer> calibrate(Request request) {
    RegisteredSeries series = SeriesAddress.get(registers, request);
    Fields body = request.json();
    LocalDate last = date(body.getString("last"));
    int days = body.findInteger("interval_days").orElseThrow(() -> missing("interval_days"));
    String certificate = body.findString("certificate").orElse(null);
    body.refuseOthers();
    if (days < 1 || days > LONGEST_CALIBRATION_DAYS) {
      throw Problem.invalidField(
          "/interval_days",
          "'interval_days' must be from 1 to %d.".formatted(LONGEST_CALIBRATION_DAYS));
    }
    if (last.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
      throw Problem.invalidField("/last", "'last' lies in the future.");
    }
    return care.calibrate(series, last, days, certificate, Visitor.of(request).name())
        .map(EditingRoutes::answer);
  }

  private Future<Answer> listDue(Request request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    int within = request.queryInt("within_days", 30, 0, LONGEST_CALIBRATION_DAYS);
    return Future.succeededFuture(
        items(
            care.listDue(Visitor.of(request).scope(), today.plusDays(within)).stream()
                .map(one -> due(one, today))
                .toList()));
  }

  private JsonObject due(RegisteredSeries one, LocalDate today) {
    Calibration calibration = java.util.Objects.requireNonNull(one.care().calibration());
    return new JsonObject()
        .put("id", one.id())
        .put("station", one.series().station())
        .put("sensor", one.series().sensor())
        .put("name_zh", one.series().nameZh())
        .put("name_en", one.series().nameEn())
        .put(
            "enterprise",
            registers.findStation(one.series().station()).map(Station::enterprise).orElse(null))
        .put("last", calibration.last().toString())
        .put("interval_days", calibration.intervalDays())
        .put("due", calibration.due().toString())
        .put("days_left", ChronoUnit.DAYS.between(today, calibration.due()))
        .put("certificate", calibration.certificate());
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw Problem.invalidField("/last", "'last' must be a day such as 2026-11-21.");
    }
  }

  private static Problem missing(String field) {
    return Problem.invalidField("/" + field, "'%s' is missing.".formatted(field));
  }

  private static Answer items(List<JsonObject> all) {
    return Answer.json(new JsonObject().put("items", new JsonArray(all)));
  }
}
