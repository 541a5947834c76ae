package windrose.domain.dispersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.dispersion.DispersionOptions.Terrain;
import windrose.domain.plume.Spread;
import windrose.domain.release.ReleaseStep;
import windrose.domain.weather.Atmosphere;

/** Makes clouds of gas that goes with the air as the air goes. */
final class PassiveClouds {
  private static final double URBAN_FROM_ROUGHNESS_M = 0.2;
  private static final double AVERAGING_POWER = 0.2;
  private static final double LEAST_AVERAGING_S = 10;
  private static final double SURFACE_LAYER_BASE_S = 600;

  private PassiveClouds() {}

  static CloudModel gaussian(
      DispersionCase question, List<ReleaseStep> steps, double at10mMps, List<ModelNote> notes) {
    Atmosphere air = question.atmosphere();
    DispersionOptions options = question.options();
    double heightM = question.source().heightM();
    double speed = Winds.profile(air).transportMps(at10mMps, heightM);
    notes.add(
        new ModelNote(
            "transport-wind", Weight.ASSUMPTION, Map.of("windMps", Winds.rounded(speed))));
    PlumeShape shape =
        new GaussianShape(
            spread(air, options.terrain()),
            air.stability(),
            speed,
            heightM,
            sourceSigmaM(question),
            averaging(options.averagingS(), DispersionOptions.TOXIC_AVERAGING_S),
            air.mixingLidM());
    return cloud(CloudModel.Kind.PASSIVE_PLUME, question, steps, shape, notes);
  }

  static CloudModel surfaceLayer(
      DispersionCase question, List<ReleaseStep> steps, double at10mMps, List<ModelNote> notes) {
    Atmosphere air = question.atmosphere();
    DispersionOptions options = question.options();
    @Nullable Turbulence turbulence = options.turbulence();
    double lengthM =
        air.obukhovLengthM() != null
            ? air.obukhovLengthM()
            : air.stability().obukhovLengthM(air.roughnessM());
    @Nullable Double friction = turbulence == null ? null : turbulence.frictionVelocityMps();
    SurfaceLayer layer =
        friction == null
            ? SurfaceLayer.ofWind(at10mMps, 10, lengthM, air.roughnessM())
            : new SurfaceLayer(friction, lengthM, air.roughnessM());
    @Nullable Double theta = turbulence == null ? null : turbulence.sigmaThetaDeg();
    @Nullable Double mixing = turbulence == null ? null : turbulence.mixingHeightM();
    @Nullable Double lid = air.mixingLidM();
    double mixingM = mixing != null ? mixing : lid != null ? lid : layer.mechanicalMixingHeightM();
    notes.add(
        new ModelNote(
            theta == null ? "width-by-class" : "width-by-sigma-theta",
            Weight.ASSUMPTION,
            theta == null
                ? Map.of("stability", air.stability().name())
                : Map.of("sigmaThetaDeg", theta, "mixingHeightM", mixingM)));
    CrosswindSpread width =
        new CrosswindSpread(
            air.stability(),
            spread(air, options.terrain()),
            theta == null ? null : Math.toRadians(theta),
            mixingM,
            sourceSigmaM(question),
            averaging(options.averagingS(), SURFACE_LAYER_BASE_S));
    PlumeShape shape =
        new SurfaceLayerShape(
            layer, width, lid == null ? Double.POSITIVE_INFINITY : lid, options.farthestM());
    return cloud(CloudModel.Kind.SURFACE_LAYER_PLUME, question, steps, shape, notes);
  }

  private static CloudModel cloud(
      CloudModel.Kind kind,
      DispersionCase question,
      List<ReleaseStep> steps,
      PlumeShape shape,
      List<ModelNote> notes) {
    List<SteadyCloud.Part> parts = new ArrayList<>();
    for (ReleaseStep step : steps) {
      parts.add(SteadyCloud.Part.passive(step, shape));
    }
    DispersionOptions options = question.options();
    return new SteadyCloud(kind, parts, options.receptorHeightM(), options.farthestM(), notes);
  }

  static Spread spread(Atmosphere air, Terrain terrain) {
    boolean urban =
        terrain == Terrain.URBAN
            || (terrain == Terrain.BY_ROUGHNESS && air.roughnessM() >= URBAN_FROM_ROUGHNESS_M);
    return urban ? Spread.BRIGGS_URBAN : Spread.BRIGGS_RURAL;
  }

  /** Standard deviation of the place from which gas of a round source comes. */
  private static double sourceSigmaM(DispersionCase question) {
    return question.source().diameterM() / Math.sqrt(2 * Math.PI);
  }

  /** Width grows with the 0.2 power of the averaging time (Hino 1968); nothing changes below ten seconds. */
  static double averaging(double seconds, double baseS) {
    return Math.pow(Math.max(LEAST_AVERAGING_S, seconds) / baseS, AVERAGING_POWER);
  }
}
