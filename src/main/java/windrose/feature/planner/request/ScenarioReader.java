package windrose.feature.planner.request;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import windrose.domain.blast.Congestion;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Level;
import windrose.domain.consequence.LevelUnit;
import windrose.domain.consequence.Levels;
import windrose.domain.consequence.ScenarioOptions;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.PickedWeather;
import windrose.domain.weather.SolarPosition;
import windrose.platform.web.Problem;

/** Turns the body of a request into a {@link PlannedScenario}; every mistake is answered with its pointer. */
public final class ScenarioReader {
  private static final int MOST_PLACES = 20;
  private static final int MOST_LEVELS = 12;
  private static final int MOST_TIMES = 24;

  /** How much is answered: everything, or what a person sees who still drags the point. */
  private enum Detail {
    FULL,
    DRAG
  }

  private final SubstanceTable substances;
  private final Function<LonLat, PickedWeather> liveWeather;
  private final Clock clock;

  public ScenarioReader(
      SubstanceTable substances, Function<LonLat, PickedWeather> liveWeather, Clock clock) {
    this.substances = substances;
    this.liveWeather = liveWeather;
    this.clock = clock;
  }

  public PlannedScenario read(JsonObject body) {
    InputPart root = new InputPart(body, "");
    PlannedScenario planned = read(root);
    root.refuseOthers();
    return planned;
  }

  /** The same, where the caller reads more fields of the body and refuses the others itself. */
  public PlannedScenario read(InputPart root) {
    Substance substance = substance(root);
    FluidProperties fluid = substances.fluidOf(substance);
    LonLat at = root.lonLat("at");
    List<SourceReader.Assumed> sources = SourceReader.read(root.part("source"));
    PickedWeather weather = weather(root, at);
    Set<Hazard> hazards = hazards(root, fluid);
    List<Level> levels = levels(root);
    List<PlannedScenario.Place> places = places(root);
    List<Double> times = times(root);
    ScenarioOptions options = options(root);
    String tank = root.textOrNull("tank");
    boolean brief = root.choice("detail", Detail.class, Detail.FULL) == Detail.DRAG;
    return new PlannedScenario(
        fluid, at, sources, weather, hazards, levels, places, times, options, tank, brief);
  }

  private Substance substance(InputPart root) {
    String cas = root.text("substance");
    return substances
        .findByCas(cas)
        .orElseThrow(
            () ->
                Problem.invalidField(
                    root.at("substance"),
                    "There is no substance '%s' in the table; it is named by its CAS number."
                        .formatted(cas),
                    "物性数据表中没有物质“%s”；物质以 CAS 号指定。".formatted(cas)));
  }

  private PickedWeather weather(InputPart root, LonLat at) {
    InputPart weather = root.part("weather");
    String mode = weather.text("mode");
    if (mode.equals("live")) {
      weather.refuseOthers();
      return liveWeather.apply(at);
    }
    if (!mode.equals("typed")) {
      throw Problem.invalidField(
          weather.at("mode"), "'mode' must be live or typed.", "气象方式应为 live 或 typed。");
    }
    Instant now = clock.instant();
    return WeatherReader.typed(weather, SolarPosition.at(at, now).elevationDeg());
  }

  /** Without a wish: what the substance can do at all. */
  private static Set<Hazard> hazards(InputPart root, FluidProperties fluid) {
    List<Hazard> wished = root.choices("hazards", Hazard.class);
    if (!wished.isEmpty()) {
      return EnumSet.copyOf(wished);
    }
    EnumSet<Hazard> all = EnumSet.noneOf(Hazard.class);
    if (!Levels.toxic(fluid).isEmpty()) {
      all.add(Hazard.TOXIC);
    }
    if (fluid.isFlammable()) {
      all.addAll(
          List.of(
              Hazard.FLAMMABLE_CLOUD,
              Hazard.EXPLOSION,
              Hazard.POOL_FIRE,
              Hazard.JET_FIRE,
              Hazard.FIREBALL));
    }
    if (all.isEmpty()) {
      throw Problem.invalidField(
          root.at("hazards"),
          "The table knows neither toxic levels nor explosive limits of this substance: name the hazards and levels yourself.",
          "物性数据表中没有该物质的毒性等级，也没有爆炸极限：请自行指定危害和等级。");
    }
    return all;
  }

  private static List<Level> levels(InputPart root) {
    List<Level> levels = new ArrayList<>();
    for (InputPart part : root.parts("levels", MOST_LEVELS)) {
      levels.add(
          Level.typed(
              part.choice("unit", LevelUnit.class, null), part.number("value", 1e-12, 1e12)));
      part.refuseOthers();
    }
    return levels;
  }

  private static List<PlannedScenario.Place> places(InputPart root) {
    List<PlannedScenario.Place> places = new ArrayList<>();
    for (InputPart part : root.parts("receptors", MOST_PLACES)) {
      places.add(
          new PlannedScenario.Place(
              part.text("id"),
              part.lonLat("position"),
              part.numberOr("height_m", 1.5, 0, 200),
              part.numberOr("air_changes_per_h", 1, 0.01, 50)));
      part.refuseOthers();
    }
    return places;
  }

  private static List<Double> times(InputPart root) {
    List<Double> times = new ArrayList<>();
    for (InputPart part : root.parts("times", MOST_TIMES)) {
      times.add(part.number("s", 1, 86_400));
      part.refuseOthers();
    }
    return times;
  }

  private static ScenarioOptions options(InputPart root) {
    DispersionOptions.Mode mode =
        root.choice("mode", DispersionOptions.Mode.class, DispersionOptions.Mode.SCREENING);
    DispersionOptions.Model model =
        root.choice("model", DispersionOptions.Model.class, DispersionOptions.Model.AUTO);
    ScenarioOptions base =
        mode == DispersionOptions.Mode.SCREENING
            ? ScenarioOptions.screening()
            : ScenarioOptions.accurate();
    return base.withDispersion(base.dispersion().withModel(model))
        .withExplosion(
            root.choice("congestion", Congestion.class, Congestion.HIGH),
            root.flag("detonation", false));
  }
}
