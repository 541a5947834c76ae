package windrose.domain.puffs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.caveat.Progress;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.geo.LocalPoint;
import windrose.domain.plume.Spread;
import windrose.domain.release.SourceTerm;
import windrose.domain.zone.Exceedance;
import windrose.domain.zone.Grid;

/**
 * Some dozen clouds of puffs in winds that may blow: how probable it is that a level is exceeded, at any time and at chosen times.
 *
 * <p>Each member is followed twice, once to find the ground that the grid must hold and once to count on it, so that no member is
 * kept in memory. Costs some 0.3 s to 1 s a member; it hears {@link Progress} at every slice and stops there when asked.
 */
public final class PuffEnsemble {
  private static final double LEAST_SLICE_S = 10;
  private static final double SLICES = 180;
  private static final double FARTHEST_M = 20_000;
  private static final double FIRST_PASS = 0.3;

  private final Question question;
  private final double[] levels;
  private final int members;
  private final double sliceEveryS;
  private final double[] timesS;

  /**
   * What is asked.
   *
   * @param heavy whether the gas spreads by its own weight at first
   * @param rateShare of the released rate: ln-normal; 0 when it is measured
   * @param timesS moments for which zones are wanted besides the maximum
   */
  public record Question(
      FluidProperties fluid,
      SourceTerm source,
      LocalPoint place,
      PossibleWinds winds,
      Spread spread,
      boolean heavy,
      double rateShare,
      double untilS,
      double heightM,
      List<Double> timesS,
      long seed) {
    public Question {
      timesS = List.copyOf(timesS);
    }
  }

  /** One moment of the ensemble. */
  public record AtTime(double timeS, Exceedance exceedance) {}

  /** The highest over all times, and the chosen moments in time order. */
  public record Result(Exceedance highest, List<AtTime> moments, List<ModelNote> notes) {
    public Result {
      moments = List.copyOf(moments);
      notes = List.copyOf(notes);
    }
  }

  private PuffEnsemble(Question question, int members, double... levels) {
    this.question = question;
    this.members = members;
    this.levels = levels.clone();
    this.sliceEveryS = Math.max(LEAST_SLICE_S, question.untilS() / SLICES);
    TreeSet<Double> slices = new TreeSet<>();
    for (double time : question.timesS()) {
      double nearest = Math.max(1, Math.rint(time / sliceEveryS)) * sliceEveryS;
      slices.add(Math.min(nearest, question.untilS()));
    }
    this.timesS = slices.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Runs all members on this thread.
   *
   * @param levels in kg/m³
   */
  public static Result run(
      Question question, int members, int columns, int rows, Progress progress, double... levels) {
    return new PuffEnsemble(question, members, levels).run(columns, rows, progress);
  }

  private Result run(int columns, int rows, Progress progress) {
    PuffExtent extent = new PuffExtent(question.place());
    double lowest = Arrays.stream(levels).min().orElseThrow();
    Optional<ModelRefused> reason = Optional.empty();
    for (int i = 0; i < members; i++) {
      try {
        extent.take(follow(i, part(progress, FIRST_PASS * i, FIRST_PASS)), question, lowest);
      } catch (ModelRefused outsideTheModel) {
        reason = Optional.of(outsideTheModel);
      }
    }
    Grid grid = extent.grid(columns, rows);
    int[][] highest = new int[levels.length][grid.cells()];
    int[][][] atTimes = new int[timesS.length][levels.length][grid.cells()];
    List<ModelNote> notes = List.of();
    int refused = 0;
    for (int i = 0; i < members; i++) {
      double from = FIRST_PASS * members + (1 - FIRST_PASS) * i;
      try {
        PuffCloud cloud = follow(i, part(progress, from, 0.3 * (1 - FIRST_PASS)));
        count(
            cloud,
            grid,
            highest,
            atTimes,
            part(progress, from + 0.3 * (1 - FIRST_PASS), 0.7 * (1 - FIRST_PASS)));
        notes = cloud.notes();
      } catch (ModelRefused outsideTheModel) {
        refused++;
      }
    }
    if (refused == members && reason.isPresent()) {
      throw reason.get();
    }
    progress.reached(1);
    return result(grid, highest, atTimes, refused, notes);
  }

  private Result result(
      Grid grid, int[][] highest, int[][][] atTimes, int refused, List<ModelNote> notes) {
    int counted = members - refused;
    AtTime[] moments = new AtTime[timesS.length];
    for (int i = 0; i < moments.length; i++) {
      moments[i] =
          new AtTime(timesS[i], new Exceedance(grid, levels.clone(), atTimes[i], counted, refused));
    }
    return new Result(
        new Exceedance(grid, levels.clone(), highest, counted, refused),
        Arrays.asList(moments),
        notes);
  }

  private PuffCloud follow(int member, Progress progress) {
    Random random = new Random(question.seed() * 31 + member);
    random.nextGaussian();
    double rate = Math.exp(Math.log1p(question.rateShare()) * random.nextGaussian());
    return PuffRun.run(
        new PuffQuestion(
            question.fluid(),
            question.source().times(rate),
            question.place(),
            question.winds().member(member),
            question.spread(),
            question.heavy(),
            question.untilS(),
            sliceEveryS,
            FARTHEST_M),
        progress);
  }

  private void count(
      PuffCloud cloud, Grid grid, int[][] highest, int[][][] atTimes, Progress progress) {
    double[] most = new double[grid.cells()];
    List<PuffSlice> slices = cloud.slices();
    int next = 0;
    for (int i = 0; i < slices.size(); i++) {
      progress.step(i / (double) slices.size());
      double[] values = PuffRaster.at(slices.get(i), grid, question.heightM()).values();
      for (int k = 0; k < most.length; k++) {
        most[k] = Math.max(most[k], values[k]);
      }
      while (next < timesS.length && slices.get(i).timeS() >= timesS[next] - 1e-6) {
        add(values, atTimes[next++]);
      }
    }
    add(most, highest);
  }

  private void add(double[] values, int[][] counts) {
    for (int level = 0; level < levels.length; level++) {
      int[] own = counts[level];
      double threshold = levels[level];
      for (int k = 0; k < own.length; k++) {
        if (values[k] >= threshold) {
          own[k]++;
        }
      }
    }
  }

  /** A piece of the whole, in members. */
  private Progress part(Progress whole, double from, double width) {
    return new Progress() {
      @Override
      public void reached(double share) {
        whole.reached(Math.min(1, (from + width * share) / members));
      }

      @Override
      public boolean isCancelled() {
        return whole.isCancelled();
      }
    };
  }
}
