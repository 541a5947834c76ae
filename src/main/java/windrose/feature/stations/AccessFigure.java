package windrose.feature.stations;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.stations.HealthQuery.Served;

/** 接入率: of all devices that have to connect, how many did. */
final class AccessFigure {
  private final RegistersFeature registers;
  private final HealthQuery query;

  AccessFigure(RegistersFeature registers, HealthQuery query) {
    this.registers = registers;
    this.query = query;
  }

  /** How many of how many. */
  private record Share(int part, int whole) {
    Share plus(boolean counts) {
      return new Share(part + (counts ? 1 : 0), whole + 1);
    }

    JsonObject json() {
      @Nullable Double value = whole == 0 ? null : (double) part / whole;
      return new JsonObject()
          .put("numerator", part)
          .put("denominator", whole)
          .put("value", HealthJson.rounded(value));
    }
  }

  Future<JsonObject> compute(ViewScope scope, TimeRange window, Instant until) {
    return query.listServed(scope, window).map(all -> figure(all, scope, window, until));
  }

  private JsonObject figure(List<Served> all, ViewScope scope, TimeRange window, Instant until) {
    Share devices = new Share(0, 0);
    Map<String, Share> byEnterprise = new TreeMap<>();
    JsonArray missing = new JsonArray();
    for (Served one : all) {
      boolean connected = isConnected(one, window);
      devices = devices.plus(connected);
      String enterprise = one.station().station().enterprise();
      if (enterprise != null) {
        byEnterprise.merge(
            enterprise,
            new Share(0, 0).plus(connected),
            (sum, next) -> new Share(sum.part + next.part, sum.whole + next.whole));
      }
      if (!connected) {
        missing.add(missing(one));
      }
    }
    Share enterprises = new Share(0, 0);
    for (Share one : byEnterprise.values()) {
      enterprises = enterprises.plus(one.part > 0);
    }
    return new JsonObject()
        .put("figure", "access_rate")
        .put("name_zh", "接入率")
        .put("name_en", "Access rate")
        .put("formula", Formulas.access())
        .put("from", window.from().toString())
        .put("to", until.toString())
        .mergeIn(devices.json())
        .put("by_enterprise", byEnterprise(byEnterprise, scope))
        .put("enterprises", enterprises.json().put("formula", Formulas.accessOfEnterprises()))
        .put("missing", missing);
  }

  /** Data came from it in the window, by our clock; what was last heard later says the same of a window that is over. */
  private static boolean isConnected(Served one, TimeRange window) {
    Instant last = one.pulse().lastReceived();
    return one.figures().onlineMinutes() > 0
        || one.figures().readings() > 0
        || (last != null && window.contains(last));
  }

  private static JsonObject missing(Served one) {
    return new JsonObject()
        .put("code", one.station().code())
        .put("name_zh", one.station().station().nameZh())
        .put("name_en", one.station().station().nameEn())
        .put("enterprise", one.station().station().enterprise())
        .put("line", Lines.of(one.station()))
        .put("last_received", HealthJson.time(one.pulse().lastReceived()));
  }

  private JsonArray byEnterprise(Map<String, Share> shares, ViewScope scope) {
    Map<String, JsonObject> names = new TreeMap<>();
    registers
        .listEnterprises(scope)
        .forEach(
            one ->
                names.put(
                    one.code(),
                    new JsonObject().put("name_zh", one.nameZh()).put("name_en", one.nameEn())));
    JsonArray items = new JsonArray();
    shares.forEach(
        (code, share) ->
            items.add(
                new JsonObject()
                    .put("enterprise", code)
                    .mergeIn(names.getOrDefault(code, new JsonObject()))
                    .mergeIn(share.json())));
    return items;
  }
}
