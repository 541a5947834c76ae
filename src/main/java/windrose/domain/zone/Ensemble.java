package windrose.domain.zone;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.caveat.Progress;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.Dispersion;
import windrose.domain.dispersion.DispersionCase;
import windrose.domain.geo.LocalPoint;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;
import windrose.domain.weather.WindProfile;

/**
 * Many clouds instead of one: how probable it is that a level is exceeded, place by place.
 *
 * <p>Each member draws its own wind, class and rate from {@link Unsureness}, from the seed and its own number alone, so that the
 * same question gives the same answer and parts of it may run side by side. A member's zone is taken as its half-width at each
 * distance, which makes a cell cost a few nanoseconds. What the models themselves do not know is not in it: a probability of
 * 10 % here is one among equal models. A member whose weather no model answers is counted as refused and stands in no share.
 */
public final class Ensemble {
  private static final List<Stability> CLASSES = List.of(Stability.values());
  private static final int STATIONS = 160;
  private static final double LEAST_WIND_MPS = 1;
  private static final double MOST_WIND_MPS = 45;

  private final DispersionCase question;
  private final LocalPoint source;
  private final Unsureness unsureness;
  private final double[] levels;
  private final long seed;

  /**
   * Prepares an ensemble; nothing is computed yet.
   *
   * @param levels in kg/m³
   */
  public Ensemble(
      DispersionCase question,
      LocalPoint source,
      Unsureness unsureness,
      long seed,
      double... levels) {
    this.question = question;
    this.source = source;
    this.unsureness = unsureness;
    this.seed = seed;
    this.levels = levels.clone();
  }

  /** The grid around the source that nearly every member of this question fits into, in the park's metres. */
  public Grid grid(int columns, int rows) {
    checkWind(question);
    double lowest = Arrays.stream(levels).min().orElseThrow();
    double reachM = Math.max(100, Dispersion.run(question).reachM(lowest).orElse(0));
    for (double factor : new double[] {1, 0.7, 1.4}) {
      for (Stability stability : CLASSES) {
        int apart =
            Math.abs(
                CLASSES.indexOf(stability) - CLASSES.indexOf(question.atmosphere().stability()));
        if (apart <= (unsureness.classShare() > 0 ? 1 : 0)) {
          double wanted = question.atmosphere().wind().speedMps() * factor;
          reachM = Math.max(reachM, reachM(with(speed(wanted, stability), stability, 1), lowest));
        }
      }
    }
    double eachWayDeg = Math.min(180, 3 * unsureness.directionSigmaDeg() + 15);
    DownwindFrame frame = new DownwindFrame(source, question.atmosphere().wind().fromDeg());
    return frame.fan(1.15 * reachM, eachWayDeg, 0.05 * reachM, columns, rows);
  }

  /** A neighbouring weather that no model answers makes the grid no larger. */
  private static double reachM(DispersionCase question, double level) {
    try {
      return Dispersion.run(question).reachM(level).orElse(0);
    } catch (ModelRefused refused) {
      return 0;
    }
  }

  /** All members on this thread. */
  public Exceedance run(Grid grid, int members, Progress progress) {
    return run(grid, 0, members, progress);
  }

  /** Some of the members; {@link Exceedance#plus} puts parts together. */
  public Exceedance run(Grid grid, int fromMember, int toMember, Progress progress) {
    int[][] counts = new int[levels.length][grid.cells()];
    int refused = 0;
    for (int member = fromMember; member < toMember; member++) {
      progress.step((member - fromMember) / (double) (toMember - fromMember));
      try {
        count(member, grid, counts);
      } catch (ModelRefused outsideTheModel) {
        refused++;
      }
    }
    progress.reached(1);
    return new Exceedance(grid, levels.clone(), counts, toMember - fromMember - refused, refused);
  }

  private void count(int member, Grid grid, int[][] counts) {
    Random random = new Random(seed * 1_000_003L + member * 7_919L);
    // a linear generator's first draws from neighbouring seeds are alike
    random.nextGaussian();
    random.nextGaussian();
    Atmosphere air = question.atmosphere();
    double fromDeg = air.wind().fromDeg() + unsureness.directionSigmaDeg() * random.nextGaussian();
    double wanted = air.wind().speedMps() * logNormal(random, unsureness.speedShare());
    Stability stability = neighbour(air.stability(), random.nextDouble());
    double speed = speed(wanted, stability);
    double rate = logNormal(random, unsureness.rateShare());
    CloudModel cloud = Dispersion.run(with(speed, stability, rate));
    DownwindFrame frame = new DownwindFrame(source, fromDeg);
    for (int i = 0; i < levels.length; i++) {
      OptionalDouble reach = cloud.reachM(levels[i]);
      if (reach.isPresent()) {
        add(HalfWidths.of(cloud, levels[i], reach.getAsDouble(), STATIONS), frame, grid, counts[i]);
      }
    }
  }

  private static void add(HalfWidths zone, DownwindFrame frame, Grid grid, int[] counts) {
    LocalPoint corner = new LocalPoint(grid.x0M(), grid.y0M());
    LocalPoint right = new LocalPoint(grid.x0M() + grid.stepXM(), grid.y0M());
    LocalPoint up = new LocalPoint(grid.x0M(), grid.y0M() + grid.stepYM());
    double x0 = frame.downwindM(corner);
    double y0 = frame.acrossM(corner);
    double xRight = frame.downwindM(right) - x0;
    double yRight = frame.acrossM(right) - y0;
    double xUp = frame.downwindM(up) - x0;
    double yUp = frame.acrossM(up) - y0;
    for (int row = 0; row < grid.rows(); row++) {
      double x = x0 + row * xUp;
      double y = y0 + row * yUp;
      int at = row * grid.columns();
      for (int column = 0; column < grid.columns(); column++) {
        if (zone.contains(x, y)) {
          counts[at + column]++;
        }
        x += xRight;
        y += yRight;
      }
    }
  }

  private static double logNormal(Random random, double share) {
    return Math.exp(Math.log1p(share) * random.nextGaussian());
  }

  /** At the mast's height, within what the models take at 10 m. */
  private double speed(double wanted, Stability stability) {
    Atmosphere air = question.atmosphere();
    double ofTenMetres =
        air.windHeightM() == 10
            ? 1
            : new WindProfile(stability, air.roughnessM()).speedMps(1, air.windHeightM());
    double least = LEAST_WIND_MPS * 1.001 * ofTenMetres;
    return Math.max(Math.min(wanted, MOST_WIND_MPS * ofTenMetres), least);
  }

  private Stability neighbour(Stability stability, double draw) {
    int shift = draw < unsureness.classShare() ? -1 : draw > 1 - unsureness.classShare() ? 1 : 0;
    int index = Math.max(0, Math.min(CLASSES.size() - 1, CLASSES.indexOf(stability) + shift));
    return CLASSES.get(index);
  }

  private DispersionCase with(double speedMps, Stability stability, double rateFactor) {
    Atmosphere air = question.atmosphere();
    Atmosphere drawn =
        new Atmosphere(
            new Wind(air.wind().fromDeg(), speedMps),
            air.windHeightM(),
            stability,
            air.roughnessM(),
            stability == air.stability() ? air.obukhovLengthM() : null,
            air.temperatureK(),
            air.pressurePa(),
            air.relativeHumidity(),
            air.cloudShare(),
            air.mixingLidM(),
            air.sunElevationDeg());
    return new DispersionCase(
        question.fluid(), question.source().times(rateFactor), drawn, question.options());
  }

  /** A question whose wind is too low for a plume has no ensemble of plumes either. */
  public static void checkWind(DispersionCase question) {
    if (!(question.atmosphere().wind().speedMps() >= LEAST_WIND_MPS)) {
      throw new ModelRefused(
          "atmosphere.wind.speedMps",
          "烟羽集合的风速应不低于 1 m/s，现为 %.2f m/s。".formatted(question.atmosphere().wind().speedMps()),
          "An ensemble of plumes needs a wind of at least 1 m/s, not %.2f m/s."
              .formatted(question.atmosphere().wind().speedMps()));
    }
  }
}
