package windrose.app.validate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import windrose.domain.release.DirectRelease;
import windrose.domain.release.Ground;
import windrose.domain.release.Hole;
import windrose.domain.release.Opening;
import windrose.domain.release.PipeRelease;
import windrose.domain.release.PoolRelease;
import windrose.domain.release.ReleaseInput;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.TankRelease;
import windrose.domain.release.TankRelease.Phase;
import windrose.domain.release.Vessel;

/** What a run says about its release, in the words of our own inputs. */
final class RunSources {
  private static final Pattern RECTANGLE =
      Pattern.compile("rect\\s+([0-9.]+)\\s*x\\s*([0-9.]+)\\s*m?");
  private static final double STANDARD_ATMOSPHERE_PA = 101_325;
  private static final double ALOHA_INSTANT_S = 60;

  private RunSources() {}

  /** Null when the run says nothing about a release: a fire, a building. */
  static @Nullable ReleaseInput release(RunInputs in) {
    String kind = in.findText("src").orElse("");
    if (in.has("tank")) {
      return tank(in);
    }
    if (kind.equals("puddle")) {
      return pool(in);
    }
    if (in.has("pipe_length_m")) {
      return pipe(in);
    }
    if (kind.equals("direct") || (kind.isEmpty() && in.has("rate_kg_s") && in.has("dur_s"))) {
      return direct(in);
    }
    return null;
  }

  /** A pool that gives off a known rate; null for every other source. */
  static @Nullable SourceTerm term(RunInputs in) {
    if (!in.findText("src").orElse("").equals("puddle_rate_given")) {
      return null;
    }
    double diameter =
        in.find("diam_m").orElseGet(() -> Math.sqrt(4 * in.number("area_m2") / Math.PI));
    ReleaseStep step =
        new ReleaseStep(
            0,
            in.number("dur_s", 3_600),
            in.number("rate_kg_s"),
            RunWeather.temperatureK(in),
            0,
            0);
    return new SourceTerm(SourceTerm.Kind.POOL, List.of(step), 0, 0, diameter, List.of());
  }

  private static DirectRelease direct(RunInputs in) {
    double height = in.number("h_m", 0);
    if (in.has("mass_kg") && !in.has("rate_kg_s")) {
      // ALOHA lets an instantaneous release leave within a minute
      return new DirectRelease(
          0, in.number("mass_kg") / ALOHA_INSTANT_S, ALOHA_INSTANT_S, null, 0, height, 0);
    }
    return new DirectRelease(
        0,
        in.number("rate_kg_s"),
        in.number("dur_s", 3_600),
        null,
        in.number("liquid_share", 0),
        height,
        0);
  }

  private static PoolRelease pool(RunInputs in) {
    Double area = in.find("area_m2").orElse(null);
    if (area == null && in.has("diam_m")) {
      area = Math.PI / 4 * in.number("diam_m") * in.number("diam_m");
    }
    return new PoolRelease(
        in.number("mass_kg"),
        area,
        in.find("max_puddle_m2").orElse(null),
        null,
        ground(in),
        in.find("ground_T_C").map(celsius -> celsius + 273.15).orElse(null));
  }

  private static PipeRelease pipe(RunInputs in) {
    return new PipeRelease(
        in.number("pipe_length_m"),
        in.number("pipe_d_m"),
        in.number("P_atm") * STANDARD_ATMOSPHERE_PA,
        RunWeather.temperatureK(in),
        in.number("roughness_m", 4.6e-5),
        in.flag("infinite", false),
        in.find("hole_d_m").orElse(null),
        in.number("h_m", 0));
  }

  private static TankRelease tank(RunInputs in) {
    boolean gas = in.findText("phase").orElse("liquid").equals("gas");
    return new TankRelease(
        vessel(in),
        gas ? Phase.GAS : Phase.LIQUID,
        gas ? 0 : in.number("fill"),
        RunWeather.temperatureK(in),
        in.find("P_atm").map(atm -> atm * STANDARD_ATMOSPHERE_PA).orElse(null),
        new Opening(
            hole(in),
            in.number("hole_h_m", 0),
            in.number("pipe_l_m", 0),
            in.number("Cd", Hole.SHARP_EDGE)),
        0,
        ground(in),
        in.find("max_puddle_m2").orElse(null));
  }

  private static Vessel vessel(RunInputs in) {
    return switch (in.text("tank").toLowerCase(Locale.ROOT)) {
      case "hcyl", "horizontal" ->
          new Vessel.HorizontalCylinder(in.number("D_m"), in.number("L_m"));
      case "vcyl", "vertical" ->
          new Vessel.VerticalCylinder(in.number("D_m"), in.number("H_m", in.number("L_m", 0)));
      case "sphere" -> new Vessel.Sphere(in.number("D_m"));
      default -> throw new RowRefused("the tank '" + in.text("tank") + "' is not known");
    };
  }

  private static Opening.Shape hole(RunInputs in) {
    if (in.has("hole_d_m")) {
      return new Opening.Shape.Round(in.number("hole_d_m"));
    }
    Matcher matcher = RECTANGLE.matcher(in.text("hole"));
    if (!matcher.matches()) {
      throw new RowRefused("the hole '" + in.text("hole") + "' is not understood");
    }
    return new Opening.Shape.Slot(
        Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
  }

  private static Ground ground(RunInputs in) {
    return switch (in.findText("ground").orElse("concrete").toLowerCase(Locale.ROOT)) {
      case "concrete" -> Ground.CONCRETE;
      case "soil", "default" -> Ground.SOIL;
      case "sand", "dry_sand", "sandy_dry", "sand_dry" -> Ground.DRY_SAND;
      case "moist_sand", "wet_sand", "sandy_moist", "sand_moist" -> Ground.MOIST_SAND;
      case "water" -> Ground.WATER;
      default -> throw new RowRefused("the ground '" + in.text("ground") + "' is not known");
    };
  }
}
