package windrose.feature.ingest.hj212.settings;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.hj212.Period;
import windrose.domain.hj212.Statistic;
import windrose.domain.measure.UnitConversion;
import windrose.domain.park.Series;
import windrose.feature.ingest.hj212.settings.StationSettings.Welcome;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses under which people connect HJ 212 stations and say what their values are. */
final class SettingsRoutes {
  private static final String BASE = "/api/v1/stations/:code/hj212";
  private static final int MOST_SOURCES = 50;

  private final Hj212Settings settings;
  private final RegistersFeature registers;

  SettingsRoutes(Hj212Settings settings, RegistersFeature registers) {
    this.settings = settings;
    this.registers = registers;
  }

  List<Route> routes() {
    return List.of(
        Route.get(BASE)
            .needs(Action.MANAGE_DEVICES)
            .says("How a station is connected by HJ 212: number, addresses, mapping")
            .answers(request -> Future.succeededFuture(answer(stationOf(request)))),
        Route.put(BASE)
            .needs(Action.MANAGE_DEVICES)
            .says("Sets a station's number (MN), its addresses and what it is told on connecting")
            .answers(this::set),
        Route.put(BASE + "/password")
            .needs(Action.MANAGE_DEVICES)
            .says("Sets the password (PW) that the maker gave the device")
            .answers(this::setPassword),
        Route.delete(BASE + "/password")
            .needs(Action.MANAGE_DEVICES)
            .says("Goes back to the station's device secret as its password")
            .answers(
                request -> {
                  String code = stationOf(request);
                  return settings
                      .setPassword(code, Optional.empty(), request.caller().name())
                      .map(done -> answer(code));
                }),
        Route.put(BASE + "/mapping")
            .needs(Action.MANAGE_DEVICES)
            .says("Says which series a value of a factor is, in which unit it comes")
            .answers(this::map),
        Route.delete(BASE + "/mapping")
            .needs(Action.MANAGE_DEVICES)
            .says("Takes a mapping back")
            .query("factor", "period", "statistic")
            .answers(this::unmap));
  }

  private String stationOf(Request request) {
    String code = request.path("code");
    if (!registers.isShownTo(Visitor.of(request).scope(), code)) {
      throw Problem.notFound("There is no station '%s'.".formatted(code));
    }
    return code;
  }

  private Answer answer(String code) {
    return Answer.json(
        SettingsJson.station(
            code,
            settings.findMn(code),
            settings.settings(code),
            registers.hasSecret(code),
            settings.listOverrides(code)));
  }

  private Future<Answer> set(Request request) {
    String code = stationOf(request);
    Fields fields = request.json();
    Optional<String> mn = fields.findString("mn");
    if (mn.isPresent() && !mn.get().matches("[0-9A-Za-z_-]{1,64}")) {
      throw Problem.invalidField("/mn", "'mn' must be 1 to 64 letters, digits, '-' or '_'.");
    }
    List<String> sources = fields.getStrings("sources");
    if (sources.size() > MOST_SOURCES) {
      throw Problem.invalidField("/sources", "At most %d ranges.".formatted(MOST_SOURCES));
    }
    for (String source : sources) {
      if (AddressRange.parse(source).isEmpty()) {
        throw Problem.invalidField(
            "/sources", "'%s' is no address and no range such as 10.1.0.0/16.".formatted(source));
      }
    }
    Welcome welcome =
        new Welcome(
            fields.findBoolean("set_time").orElse(false),
            number(fields, "overtime_s", 1, 300),
            number(fields, "retry_count", 0, 10),
            number(fields, "real_time_interval_s", 30, 3_600),
            number(fields, "minute_interval_min", 1, 30));
    fields.refuseOthers();
    return settings
        .set(code, mn, sources, welcome, request.caller().name())
        .map(done -> answer(code));
  }

  private static @Nullable Integer number(Fields fields, String name, int low, int high) {
    Number value = fields.findNumber(name).orElse(null);
    if (value == null) {
      return null;
    }
    if (value.doubleValue() != value.intValue()
        || value.intValue() < low
        || value.intValue() > high) {
      throw Problem.invalidField(
          "/" + name, "'%s' must be a whole number from %d to %d.".formatted(name, low, high));
    }
    return value.intValue();
  }

  private Future<Answer> setPassword(Request request) {
    String code = stationOf(request);
    Fields fields = request.json();
    String password = fields.getString("password");
    fields.refuseOthers();
    if (!password.matches("[!-~&&[^;=,&#]]{1,64}")) {
      throw Problem.invalidField(
          "/password", "A PW is 1 to 64 visible ASCII characters other than ; = , & and #.");
    }
    return settings
        .setPassword(code, Optional.of(password), request.caller().name())
        .map(done -> answer(code));
  }

  private Future<Answer> map(Request request) {
    String code = stationOf(request);
    Fields fields = request.json();
    String factor = fields.getString("factor");
    if (!factor.matches("[0-9A-Za-z_]{1,32}")) {
      throw Problem.invalidField("/factor", "'factor' must be 1 to 32 letters and digits.");
    }
    Period period = period(fields.findString("period"));
    Statistic statistic = statistic(fields.findString("statistic"), period);
    Optional<String> sensor = fields.findString("sensor");
    boolean leftOut = fields.findBoolean("leave_out").orElse(false);
    Optional<String> unit = fields.findString("unit");
    @Nullable Double low = fields.findNumber("range_low").map(Number::doubleValue).orElse(null);
    @Nullable Double high = fields.findNumber("range_high").map(Number::doubleValue).orElse(null);
    fields.refuseOthers();
    if (sensor.isPresent() == leftOut) {
      throw Problem.invalidField(
          "/sensor", "Name the 'sensor', or say \"leave_out\": true; one of the two.");
    }
    if (low != null && high != null && low >= high) {
      throw Problem.invalidField("/range_low", "'range_low' must be less than 'range_high'.");
    }
    sensor.ifPresent(one -> checkSensor(code, one, unit));
    FactorOverride override =
        new FactorOverride(
            code, factor, period, statistic, sensor.orElse(null), unit.orElse(null), low, high);
    return settings.map(override, request.caller().name()).map(done -> answer(code));
  }

  private void checkSensor(String station, String sensor, Optional<String> unit) {
    Series series =
        registers.listSeries(station).stream()
            .map(RegisteredSeries::series)
            .filter(one -> one.sensor().equals(sensor))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.invalidField(
                        "/sensor", "The station has no sensor '%s' in use.".formatted(sensor)));
    if (unit.isPresent() && UnitConversion.find(unit.get(), series.unit()).isEmpty()) {
      throw Problem.invalidField(
          "/unit",
          "'%s' cannot be turned into %s, the unit of the series; let the station send a unit of the same quantity."
              .formatted(unit.get(), series.unit()));
    }
  }

  private Future<Answer> unmap(Request request) {
    String code = stationOf(request);
    String factor =
        request
            .query("factor")
            .orElseThrow(() -> Problem.invalidField("?factor", "'factor' is missing."));
    Period period = period(request.query("period"));
    Statistic statistic = statistic(request.query("statistic"), period);
    return settings
        .unmap(code, factor, period, statistic, request.caller().name())
        .map(done -> answer(code));
  }

  private static Period period(Optional<String> code) {
    return code.isEmpty()
        ? Period.REAL_TIME
        : Period.ofCode(code.get())
            .orElseThrow(
                () ->
                    Problem.invalidField(
                        "/period", "'period' is real-time, minute, hour, day or state."));
  }

  private static Statistic statistic(Optional<String> code, Period period) {
    return code.isEmpty()
        ? period.main()
        : Statistic.ofCode(code.get())
            .orElseThrow(
                () ->
                    Problem.invalidField(
                        "/statistic", "'statistic' is real-time, min, mean, max, total …"));
  }
}
