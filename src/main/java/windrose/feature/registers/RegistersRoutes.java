package windrose.feature.registers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.measure.UnitCode;
import windrose.domain.park.Station;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of the registers. */
final class RegistersRoutes {
  private final RegistersFeature registers;
  private final SubstanceTable substances;

  RegistersRoutes(RegistersFeature registers, SubstanceTable substances) {
    this.registers = registers;
    this.substances = substances;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/enterprises")
            .needs(Action.SEE_PARK)
            .says("Lists the enterprises of the park")
            .query("limit", "cursor")
            .answers(this::listEnterprises),
        Route.get("/api/v1/enterprises/:code")
            .needs(Action.SEE_PARK)
            .says("One enterprise, also a retired one")
            .answers(this::getEnterprise),
        Route.get("/api/v1/stations")
            .needs(Action.SEE_PARK)
            .says("Lists the stations in use")
            .query("limit", "cursor", "kind", "enterprise")
            .answers(this::listStations),
        Route.get("/api/v1/stations/:code")
            .needs(Action.SEE_PARK)
            .says("One station with its series, also a retired one")
            .answers(this::getStation),
        Route.post("/api/v1/stations/:code/secret")
            .needs(Action.ISSUE_DEVICE_SECRET)
            .says("Issues a new secret for a station; it is shown this once and ends the old one")
            .answers(this::issueSecret),
        Route.put("/api/v1/stations/:code/secret")
            .needs(Action.ISSUE_DEVICE_SECRET)
            .says("Keeps a password that the maker of a device fixed; a weak one opens HJ 212 only")
            .answers(this::giveSecret),
        Route.delete("/api/v1/stations/:code/secret")
            .needs(Action.ISSUE_DEVICE_SECRET)
            .says("Ends the secret of a station")
            .answers(this::revokeSecret),
        Route.get("/api/v1/station-secrets")
            .needs(Action.ISSUE_DEVICE_SECRET)
            .says("Which stations have a secret, since when and from whom; never the secret")
            .answers(this::listSecrets),
        Route.get("/api/v1/sensors")
            .needs(Action.SEE_PARK)
            .says("Lists what the stations measure")
            .query("limit", "cursor")
            .answers(request -> listSeries(request, RegisterEntries::sensor)),
        Route.get("/api/v1/series")
            .needs(Action.SEE_PARK)
            .says("Lists the series with their ranges, limits and intervals")
            .query("limit", "cursor")
            .answers(request -> listSeries(request, RegisterEntries::series)),
        Route.get("/api/v1/series/:station/:sensor")
            .needs(Action.SEE_PARK)
            .says("One series with range, limits, interval and calibration, also a retired one")
            .query("statistic")
            .answers(this::getSeries),
        Route.get("/api/v1/units")
            .needs(Action.SEE_PARK)
            .says("The units that a series may be kept in")
            .answers(
                request -> json(new JsonObject().put("items", new JsonArray(UnitCode.list())))),
        Route.get("/api/v1/substances")
            .needs(Action.SEE_PARK)
            .says("Lists the substances; 'name' finds one by name or synonym")
            .query("limit", "cursor", "name")
            .answers(this::listSubstances),
        Route.get("/api/v1/substances/:cas")
            .needs(Action.SEE_PARK)
            .says("One substance, each value with its source and confidence")
            .answers(this::getSubstance));
  }

  private Future<Answer> listEnterprises(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    Page<RegisteredEnterprise> page =
        registers.register().listEnterprises(scope, Page.after(request), Page.limit(request));
    return json(RegisterEntries.page(page, one -> RegisterEntries.enterprise(one, scope)));
  }

  private Future<Answer> getEnterprise(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    String code = request.path("code");
    RegisteredEnterprise found =
        registers
            .register()
            .findEnterprise(code)
            .filter(one -> one.isShownTo(scope))
            .orElseThrow(() -> Problem.notFound("There is no enterprise '%s'.".formatted(code)));
    return json(RegisterEntries.enterprise(found, scope));
  }

  private Future<Answer> listStations(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    String kind = request.query("kind").orElse(null);
    String enterprise = request.query("enterprise").orElse(null);
    Page<RegisteredStation> page =
        registers
            .register()
            .listStations(
                scope,
                one -> fits(one.station(), kind, enterprise),
                Page.after(request),
                Page.limit(request));
    return json(RegisterEntries.page(page, one -> RegisterEntries.station(one, scope)));
  }

  private static boolean fits(Station one, @Nullable String kind, @Nullable String enterprise) {
    return (kind == null || kind.equals(one.kind()))
        && (enterprise == null || enterprise.equals(one.enterprise()));
  }

  private RegisteredStation stationOf(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    String code = request.path("code");
    return registers
        .register()
        .findStation(code)
        .filter(one -> one.isShownTo(scope))
        .orElseThrow(() -> RegistersFeature.noStation(code));
  }

  private Future<Answer> getStation(Request request) {
    RegisteredStation found = stationOf(request);
    JsonArray series = new JsonArray();
    registers
        .listSeries(found.station().code())
        .forEach(one -> series.add(RegisterEntries.series(one)));
    JsonObject body =
        RegisterEntries.station(found, Visitor.of(request).scope())
            .put("has_secret", registers.hasSecret(found.code()))
            .put("maintenance", RegisterEntries.current(registers.findMaintenance(found.code())))
            .put("series", series);
    return Future.succeededFuture(
        Answer.json(body).header("ETag", RegisterEntries.etag(found.registration())));
  }

  private Future<Answer> issueSecret(Request request) {
    String code = stationOf(request).station().code();
    return registers
        .issueSecret(code, Visitor.of(request).name())
        .map(
            secret ->
                Answer.json(new JsonObject().put("code", code).put("secret", secret)).status(201));
  }

  private Future<Answer> giveSecret(Request request) {
    Station station = stationOf(request).station();
    Fields body = request.json();
    String secret = body.getString("secret");
    String note = body.findString("note").orElse(null);
    body.refuseOthers();
    return registers
        .giveSecret(station, secret, note, Visitor.of(request).name())
        .map(
            weak ->
                Answer.json(
                    new JsonObject()
                        .put("code", station.code())
                        .put("given", true)
                        .put("weak", weak)));
  }

  private Future<Answer> revokeSecret(Request request) {
    return registers
        .revokeSecret(stationOf(request).code(), Visitor.of(request).name())
        .map(done -> Answer.nothing());
  }

  private Future<Answer> listSecrets(Request request) {
    return registers
        .listSecrets(Visitor.of(request).scope())
        .map(
            all -> {
              JsonArray items = new JsonArray();
              all.forEach(one -> items.add(RegisterEntries.secret(one)));
              return Answer.json(new JsonObject().put("items", items));
            });
  }

  private Future<Answer> listSeries(Request request, Function<RegisteredSeries, JsonObject> item) {
    Page<RegisteredSeries> page =
        registers
            .register()
            .listSeries(Visitor.of(request).scope(), Page.after(request), Page.limit(request));
    return json(RegisterEntries.page(page, item));
  }

  private Future<Answer> getSeries(Request request) {
    RegisteredSeries found = SeriesAddress.get(registers, request);
    return Future.succeededFuture(
        Answer.json(RegisterEntries.series(found))
            .header("ETag", RegisterEntries.etag(found.registration())));
  }

  private Future<Answer> listSubstances(Request request) {
    Optional<String> name = request.query("name");
    TreeMap<String, Substance> byCas = new TreeMap<>();
    List<Substance> wanted =
        name.isPresent()
            ? substances.findByName(name.get()).map(List::of).orElse(List.of())
            : substances.list();
    wanted.forEach(one -> byCas.put(one.cas(), one));
    return json(
        RegisterEntries.page(
            Page.of(byCas, Page.after(request), Page.limit(request), one -> true),
            SubstanceJson::summary));
  }

  private Future<Answer> getSubstance(Request request) {
    String cas = request.path("cas");
    return json(
        SubstanceJson.full(
            substances
                .findByCas(cas)
                .orElseThrow(
                    () ->
                        Problem.notFound(
                            "There is no substance with the CAS number '%s'.".formatted(cas)))));
  }

  private static Future<Answer> json(JsonObject json) {
    return Future.succeededFuture(Answer.json(json));
  }
}
