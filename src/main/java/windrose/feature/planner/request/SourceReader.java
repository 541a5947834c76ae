package windrose.feature.planner.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import windrose.domain.release.DirectRelease;
import windrose.domain.release.Ground;
import windrose.domain.release.Hole;
import windrose.domain.release.Opening;
import windrose.domain.release.PipeRelease;
import windrose.domain.release.PoolRelease;
import windrose.domain.release.ReleaseInput;
import windrose.domain.release.StackRelease;
import windrose.domain.release.TankRelease;
import windrose.domain.release.Vessel;
import windrose.platform.web.Problem;

/** Turns {@code source} of a request into releases: the one that was given, or three sizes of hole while nobody has seen it. */
public final class SourceReader {
  private static final double ZERO_CELSIUS_K = 273.15;
  private static final double COMMERCIAL_STEEL_M = 4.6e-5;

  /** Holes of AQ/T 3046-2013 (from memory of its table): a small hole stands for up to 5 mm, a large one for 50 to 150 mm. */
  public static final double SMALL_HOLE_MM = 5;

  public static final double LARGE_HOLE_MM = 100;

  private SourceReader() {}

  /**
   * One assumed or given source.
   *
   * @param id {@code given}, {@code small}, {@code large} or {@code full}
   * @param holeMm null where there is no hole
   */
  public record Assumed(String id, @Nullable Double holeMm, ReleaseInput release) {}

  public static List<Assumed> read(InputPart source) {
    String type = source.text("type");
    List<Assumed> all =
        switch (type) {
          case "tank" -> tank(source);
          case "direct" -> List.of(new Assumed("given", null, direct(source)));
          case "instant" ->
              List.of(
                  new Assumed(
                      "given", null, DirectRelease.ofMass(source.number("mass_kg", 0.001, 5e8))));
          case "pool" -> List.of(new Assumed("given", null, pool(source)));
          case "pipe" -> List.of(pipe(source));
          case "stack" -> List.of(new Assumed("given", null, stack(source)));
          default ->
              throw Problem.invalidField(
                  source.at("type"),
                  "'type' must be one of tank, direct, instant, pool, pipe, stack.",
                  "泄漏源类型应为 tank、direct、instant、pool、pipe、stack 之一。");
        };
    source.refuseOthers();
    return all;
  }

  private static List<Assumed> tank(InputPart source) {
    Vessel vessel = vessel(source);
    TankRelease.Phase phase =
        source.choice("phase", TankRelease.Phase.class, TankRelease.Phase.LIQUID);
    double fill = source.numberOr("fill_percent", 0, 0, 100) / 100;
    double temperatureK = source.number("temperature_c", -253, 600) + ZERO_CELSIUS_K;
    Double pressureKpa = source.numberOrNull("pressure_kpa", 1, 100_000);
    double holeHeightM = source.numberOr("hole_height_m", 0, 0, 150);
    double pipeLengthM = source.numberOr("pipe_length_m", 0, 0, 100);
    double standsAtM = source.numberOr("stands_at_m", 0, 0, 100);
    Ground ground = source.choice("ground", Ground.class, Ground.CONCRETE);
    Double bundM2 = source.numberOrNull("bund_area_m2", 0.1, 200_000);
    Double holeMm = source.numberOrNull("hole_mm", 0.5, 5_000);
    double nozzleMm = source.numberOr("largest_nozzle_mm", LARGE_HOLE_MM, 1, 5_000);
    List<Assumed> all = new ArrayList<>();
    for (Size size : sizes(holeMm, nozzleMm)) {
      double diameterM = size.mm / 1_000;
      Opening opening =
          new Opening(
              new Opening.Shape.Round(diameterM),
              Math.min(holeHeightM, Math.max(0, vessel.heightM() - diameterM)),
              pipeLengthM,
              Hole.SHARP_EDGE);
      all.add(
          new Assumed(
              size.id,
              size.mm,
              new TankRelease(
                  vessel,
                  phase,
                  fill,
                  temperatureK,
                  pressureKpa == null ? null : pressureKpa * 1_000,
                  opening,
                  standsAtM,
                  ground,
                  bundM2)));
    }
    return all;
  }

  private record Size(String id, double mm) {}

  /** Nobody has seen the hole: then three outlines and never one line. */
  private static List<Size> sizes(@Nullable Double givenMm, double nozzleMm) {
    if (givenMm != null) {
      return List.of(new Size("given", givenMm));
    }
    return List.of(
        new Size("small", Math.min(SMALL_HOLE_MM, nozzleMm)),
        new Size("large", Math.min(LARGE_HOLE_MM, nozzleMm * 0.67)),
        new Size("full", nozzleMm));
  }

  private static Vessel vessel(InputPart source) {
    String shape = source.text("shape").toLowerCase(Locale.ROOT);
    double diameterM = source.number("diameter_m", 0.01, 150);
    return switch (shape) {
      case "vertical" ->
          new Vessel.VerticalCylinder(diameterM, source.number("height_m", 0.01, 150));
      case "horizontal" ->
          new Vessel.HorizontalCylinder(diameterM, source.number("length_m", 0.01, 500));
      case "sphere" -> new Vessel.Sphere(diameterM);
      default ->
          throw Problem.invalidField(
              source.at("shape"),
              "'shape' must be one of vertical, horizontal, sphere.",
              "容器形状应为 vertical、horizontal、sphere 之一。");
    };
  }

  private static DirectRelease direct(InputPart source) {
    Double celsius = source.numberOrNull("temperature_c", -253, 2_000);
    return new DirectRelease(
        0,
        source.number("rate_kg_s", 1e-9, 1e6),
        source.number("duration_s", 1, 864_000),
        celsius == null ? null : celsius + ZERO_CELSIUS_K,
        source.numberOr("liquid_share", 0, 0, 1),
        source.numberOr("height_m", 0, 0, 500),
        source.numberOr("velocity_mps", 0, 0, 3_000));
  }

  private static PoolRelease pool(InputPart source) {
    Double celsius = source.numberOrNull("temperature_c", -253, 600);
    return new PoolRelease(
        source.number("mass_kg", 0.001, 5e8),
        source.numberOrNull("area_m2", 0.01, 200_000),
        source.numberOrNull("bund_area_m2", 0.01, 200_000),
        celsius == null ? null : celsius + ZERO_CELSIUS_K,
        source.choice("ground", Ground.class, Ground.CONCRETE),
        null);
  }

  private static Assumed pipe(InputPart source) {
    Double holeMm = source.numberOrNull("hole_mm", 0.5, 2_000);
    PipeRelease release =
        new PipeRelease(
            source.number("length_m", 1, 200_000),
            source.number("diameter_m", 0.005, 2),
            source.number("pressure_kpa", 1, 100_000) * 1_000,
            source.number("temperature_c", -253, 1_200) + ZERO_CELSIUS_K,
            source.numberOr("roughness_m", COMMERCIAL_STEEL_M, 0, 0.005),
            source.flag("connected", false),
            holeMm == null ? null : holeMm / 1_000,
            source.numberOr("height_m", 0, 0, 300));
    return new Assumed("given", holeMm, release);
  }

  private static StackRelease stack(InputPart source) {
    return new StackRelease(
        source.number("rate_kg_s", 1e-9, 1e5),
        source.number("duration_s", 0.1, 864_000),
        source.number("height_m", 0, 400),
        source.number("diameter_m", 0.01, 30),
        source.number("exit_velocity_mps", 0, 400),
        source.number("exit_temperature_c", -120, 2_200) + ZERO_CELSIUS_K);
  }
}
