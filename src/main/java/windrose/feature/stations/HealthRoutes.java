package windrose.feature.stations;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.time.ClockWindow;
import windrose.domain.time.TimeRange;
import windrose.domain.upkeep.ServiceFigures;
import windrose.domain.upkeep.StationPulse.State;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegisteredEnterprise;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.stations.HealthQuery.Served;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of the health of stations, lines and enterprises. */
final class HealthRoutes {
  private static final int DEFAULT_LIMIT = 200;
  private static final int MOST_LIMIT = 2_000;

  private final HealthQuery query;
  private final RegistersFeature registers;
  private final Clock clock;
  private final ZoneId zone;

  HealthRoutes(HealthQuery query, RegistersFeature registers, Clock clock, ZoneId zone) {
    this.query = query;
    this.registers = registers;
    this.clock = clock;
    this.zone = zone;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/station-health")
            .needs(Action.SEE_PARK)
            .says("Online rate, gaps, delay and bad data of a clock hour, day or month")
            .query("window", "by", "at", "limit", "cursor", "state", "enterprise")
            .answers(this::list),
        Route.get("/api/v1/station-health/:code")
            .needs(Action.SEE_PARK)
            .says("The health of one station, hour by hour")
            .query("window", "at")
            .answers(this::one));
  }

  /** A window as a request names it, cut off at now. */
  record Asked(ClockWindow kind, TimeRange whole, Instant until) {
    JsonObject json(ZoneId zone) {
      return new JsonObject()
          .put("window", kind.code())
          .put("from", whole.from().toString())
          .put("to", until.toString())
          .put("zone", zone.getId());
    }
  }

  static Asked asked(Request request, ClockWindow ifAbsent, Clock clock, ZoneId zone) {
    ClockWindow kind =
        request
            .query("window")
            .map(
                code ->
                    ClockWindow.find(code)
                        .orElseThrow(
                            () ->
                                Problem.invalidField(
                                    "?window", "'window' must be hour, day or month.")))
            .orElse(ifAbsent);
    Instant now = clock.instant();
    Instant at = request.query("at").map(HealthRoutes::instant).orElse(now);
    TimeRange whole = kind.around(at, zone);
    return new Asked(kind, whole, whole.to().isAfter(now) ? now : whole.to());
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw Problem.invalidField(
          "?at", "'at' must be a time with its offset, such as 2026-11-21T08:00:00Z.");
    }
  }

  private Future<Answer> list(Request request) {
    Asked asked = asked(request, ClockWindow.DAY, clock, zone);
    String by = request.query("by").orElse("station");
    if (!List.of("station", "line", "enterprise").contains(by)) {
      throw Problem.invalidField("?by", "'by' must be station, line or enterprise.");
    }
    ViewScope scope = Visitor.of(request).scope();
    return query
        .listServed(scope, asked.whole())
        .map(all -> filtered(all, request))
        .map(
            all -> {
              JsonObject json = asked.json(zone).put("by", by).put("formulas", Formulas.health());
              Map<String, JsonObject> items = by.equals("station") ? each(all) : groups(all, by);
              page(json, items, request);
              ServiceFigures total =
                  all.stream()
                      .map(Served::figures)
                      .reduce(ServiceFigures.none(), ServiceFigures::plus);
              return Answer.json(
                  json.put("total", HealthJson.put(new JsonObject(), total))
                      .put("states", HealthJson.states(all.stream().map(Served::state).toList())));
            });
  }

  private static List<Served> filtered(List<Served> all, Request request) {
    String state = request.query("state").orElse(null);
    String enterprise = request.query("enterprise").orElse(null);
    return all.stream()
        .filter(one -> state == null || state.equals(HealthJson.code(one.state())))
        .filter(
            one -> enterprise == null || enterprise.equals(one.station().station().enterprise()))
        .toList();
  }

  private static Map<String, JsonObject> each(List<Served> all) {
    Map<String, JsonObject> items = new TreeMap<>();
    all.forEach(one -> items.put(one.station().code(), item(one)));
    return items;
  }

  private static JsonObject item(Served one) {
    RegisteredStation station = one.station();
    State state = one.state();
    JsonObject json =
        new JsonObject()
            .put("id", station.code())
            .put("name_zh", station.station().nameZh())
            .put("name_en", station.station().nameEn())
            .put("enterprise", station.station().enterprise())
            .put("line", Lines.of(station))
            .put("state", HealthJson.code(state))
            .put("since", HealthJson.time(one.pulse().since(state)))
            .put("last_received", HealthJson.time(one.pulse().lastReceived()));
    return HealthJson.put(json, one.figures());
  }

  private Map<String, JsonObject> groups(List<Served> all, String by) {
    Map<String, List<Served>> members = new TreeMap<>();
    for (Served one : all) {
      String enterprise = one.station().station().enterprise();
      String key =
          by.equals("line") ? Lines.of(one.station()) : enterprise == null ? "" : enterprise;
      members.computeIfAbsent(key, id -> new ArrayList<>()).add(one);
    }
    Map<String, JsonObject> items = new TreeMap<>();
    members.forEach((id, list) -> items.put(id, group(id, by, list)));
    return items;
  }

  private JsonObject group(String id, String by, List<Served> list) {
    ServiceFigures sum =
        list.stream().map(Served::figures).reduce(ServiceFigures.none(), ServiceFigures::plus);
    JsonObject json = new JsonObject().put("id", id);
    if (by.equals("line")) {
      String gateway = id.startsWith("gateway/") ? id.substring("gateway/".length()) : "";
      registers
          .findRegistered(gateway)
          .ifPresent(
              one ->
                  json.put("name_zh", one.station().nameZh())
                      .put("name_en", one.station().nameEn()));
    } else {
      findEnterprise(id)
          .ifPresent(one -> json.put("name_zh", one.nameZh()).put("name_en", one.nameEn()));
    }
    json.put("states", HealthJson.states(list.stream().map(Served::state).toList()));
    return HealthJson.put(json, sum);
  }

  private java.util.Optional<RegisteredEnterprise> findEnterprise(String code) {
    return registers.listEnterprises(ViewScope.ALL).stream()
        .filter(one -> one.code().equals(code))
        .findFirst();
  }

  private static void page(JsonObject json, Map<String, JsonObject> items, Request request) {
    int limit = request.queryInt("limit", DEFAULT_LIMIT, 1, MOST_LIMIT);
    String after = request.query("cursor").orElse("");
    JsonArray page = new JsonArray();
    @Nullable String last = null;
    @Nullable String next = null;
    for (Map.Entry<String, JsonObject> one : items.entrySet()) {
      if (one.getKey().compareTo(after) <= 0 && !after.isEmpty()) {
        continue;
      }
      if (page.size() == limit) {
        next = last;
        break;
      }
      page.add(one.getValue());
      last = one.getKey();
    }
    json.put("items", page).put("next", next);
  }

  private Future<Answer> one(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    String code = request.path("code");
    RegisteredStation station =
        registers
            .findRegistered(code)
            .filter(one -> one.isShownTo(scope))
            .orElseThrow(() -> RegistersFeature.noStation(code));
    Asked asked = asked(request, ClockWindow.DAY, clock, zone);
    return query
        .listServed(scope, asked.whole())
        .compose(
            all ->
                query
                    .sumByHour(station, asked.whole())
                    .map(
                        hours -> {
                          JsonObject json = asked.json(zone);
                          all.stream()
                              .filter(one -> one.station().code().equals(code))
                              .findFirst()
                              .ifPresent(one -> json.mergeIn(item(one)));
                          return Answer.json(json.put("hours", hours(hours)));
                        }));
  }

  private static JsonArray hours(Map<Instant, ServiceFigures> hours) {
    JsonArray items = new JsonArray();
    hours.forEach(
        (from, figures) ->
            items.add(HealthJson.put(new JsonObject().put("from", from.toString()), figures)));
    return items;
  }
}
