package windrose.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import windrose.domain.caveat.Progress;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.Dispersion;
import windrose.domain.dispersion.DispersionCase;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.geo.LocalPoint;
import windrose.domain.plume.GaussianPuff;
import windrose.domain.plume.PuffTrain;
import windrose.domain.puffs.PuffRaster;
import windrose.domain.puffs.PuffSlice;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;
import windrose.domain.zone.Ensemble;
import windrose.domain.zone.Exceedance;
import windrose.domain.zone.Footprint;
import windrose.domain.zone.Grid;
import windrose.domain.zone.Unsureness;
import windrose.feature.registers.SubstanceFiles;
import windrose.platform.work.OffLoop;

/**
 * Measures the plume models: the median of warm runs beside its limit and beside a bare sweep of exponentials over the same
 * cells on this machine. What runs on one thread is counted in that thread's CPU time, so that a neighbour's work is not; the
 * ensemble by the clock.
 *
 * <p>The ensemble runs on two threads, as many as the worker pool has on a small server. What a health request feels meanwhile,
 * and how long a change in the planner takes, {@link PlannerBench} measures on a whole server.
 */
@OffLoop("main thread of a command")
final class PlumeBench {
  private static final double[] LEVELS = {6e-4, 6e-5, 6e-6};
  private static final int SIDE = 500;
  private static final int PUFFS = 100;
  private static final int MEMBERS = 200;
  private static final int ENSEMBLE_SIDE = 250;
  private static final int POOL_THREADS = 2;
  private static final LongSupplier THREAD =
      ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;

  private final FluidProperties ammonia;
  private final FluidProperties chlorine;
  private final Console console;
  private int missed;
  private double sink;

  private PlumeBench(FluidProperties ammonia, FluidProperties chlorine, Console console) {
    this.ammonia = ammonia;
    this.chlorine = chlorine;
    this.console = console;
  }

  /** Zero when every figure holds its limit. */
  static int run(Console console) throws IOException, InterruptedException {
    SubstanceTable substances = SubstanceFiles.read();
    PlumeBench bench =
        new PlumeBench(fluid(substances, "Ammonia"), fluid(substances, "Chlorine"), console);
    bench.measure();
    int missedOnServer = PlannerBench.run(console);
    return bench.missed + missedOnServer == 0 ? 0 : 1;
  }

  private static FluidProperties fluid(SubstanceTable substances, String name) {
    return FluidProperties.of(substances.findByName(name).orElseThrow());
  }

  private void measure() throws InterruptedException {
    double sweepMs = medianMs(40, THREAD, this::sweep);
    console.line(
        String.format(Locale.ROOT, "%-52s %8.2f ms", "bare exponential sweep, 500 × 500", sweepMs));
    figure(
        "passive footprint, 500 × 500, three contours",
        medianMs(60, THREAD, () -> footprint(ammonia)),
        12,
        sweepMs);
    figure(
        "heavy march with three zones", medianMs(60, THREAD, () -> heavy(chlorine)), 20, sweepMs);
    PuffSlice slice = puffs();
    Grid grid = Grid.between(-500, -1_500, 4_500, 1_500, SIDE, SIDE);
    figure(
        "one time slice of 100 puffs, 250,000 cells",
        medianMs(
            60,
            THREAD,
            () -> {
              sink += PuffRaster.at(slice, grid, 1.5).values()[SIDE * SIDE / 2];
              return null;
            }),
        6,
        sweepMs);
    double ensembleSweepMs =
        sweepMs * MEMBERS * ENSEMBLE_SIDE * ENSEMBLE_SIDE / (double) (SIDE * SIDE);
    figure(
        "ensemble of 200, 250 × 250, two threads, passive",
        medianMs(3, System::nanoTime, () -> ensemble(ammonia)),
        2_500,
        ensembleSweepMs);
    figure(
        "ensemble of 200, 250 × 250, two threads, heavy",
        medianMs(3, System::nanoTime, () -> ensemble(chlorine)),
        2_500,
        ensembleSweepMs);
    if (Double.isNaN(sink)) {
      console.line("not a number");
      missed++;
    }
  }

  private static double medianMs(int times, LongSupplier clock, Callable<?> work) {
    double[] ms = new double[times];
    try {
      for (int i = 0; i < Math.max(2, times / 2); i++) {
        work.call();
      }
      for (int i = 0; i < times; i++) {
        long from = clock.getAsLong();
        work.call();
        ms[i] = (clock.getAsLong() - from) / 1e6;
      }
    } catch (Exception failed) {
      throw new IllegalStateException("a model failed in the benchmark", failed);
    }
    Arrays.sort(ms);
    return ms[times / 2];
  }

  private Object sweep() {
    double sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      sum += Math.exp(-i * 1e-5);
    }
    sink += sum;
    return sum;
  }

  private static DispersionCase question(FluidProperties fluid) {
    Atmosphere air =
        new Atmosphere(
            new Wind(225, 4), 10, Stability.D, 0.03, null, 288.15, 101_325, 0.5, 0.5, null, 20);
    SourceTerm source =
        new SourceTerm(
            SourceTerm.Kind.DIRECT,
            List.of(new ReleaseStep(0, 1_800, 2, 288.15, 0, 0)),
            0,
            0,
            0,
            List.of());
    return new DispersionCase(fluid, source, air, DispersionOptions.screening());
  }

  private Object footprint(FluidProperties fluid) {
    CloudModel cloud = Dispersion.run(question(fluid));
    Footprint footprint = Footprint.of(cloud, Double.NaN, SIDE, SIDE / 2, LEVELS);
    sink += footprint.zones().get(0).area().getNumPoints();
    return footprint;
  }

  private Object heavy(FluidProperties fluid) {
    CloudModel cloud = Dispersion.run(question(fluid));
    Footprint footprint = Footprint.maximum(cloud, LEVELS);
    sink += footprint.zones().get(0).area().getNumPoints();
    return footprint;
  }

  private static PuffSlice puffs() {
    List<GaussianPuff> puffs = new ArrayList<>();
    for (int i = 1; i <= PUFFS; i++) {
      double x = 40.0 * i;
      puffs.add(new GaussianPuff(20, x, 200 * Math.sin(x / 900), 2, 0.07 * x + 2, 0.04 * x + 1));
    }
    return new PuffSlice(600, new PuffTrain(puffs), List.of());
  }

  private Object ensemble(FluidProperties fluid) throws InterruptedException {
    Ensemble ensemble =
        new Ensemble(
            question(fluid), new LocalPoint(0, 0), Unsureness.usual(Stability.D, 4), 42, LEVELS[1]);
    Grid grid = ensemble.grid(ENSEMBLE_SIDE, ENSEMBLE_SIDE);
    ExecutorService pool = Executors.newFixedThreadPool(POOL_THREADS);
    try {
      Future<Exceedance> first =
          pool.submit(() -> ensemble.run(grid, 0, MEMBERS / 2, Progress.NONE));
      Future<Exceedance> second =
          pool.submit(() -> ensemble.run(grid, MEMBERS / 2, MEMBERS, Progress.NONE));
      Exceedance whole = first.get().plus(second.get());
      sink += whole.zones(0, Exceedance.usualProbabilities()).get(2).area().getNumPoints();
      return whole;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a member failed", failed);
    } finally {
      pool.shutdown();
    }
  }

  private void figure(String what, double measured, double limit, double sweepMs) {
    boolean holds = measured <= limit;
    missed += holds ? 0 : 1;
    console.line(
        String.format(
            Locale.ROOT,
            "%-52s %8.2f ms  limit %6.0f   %.1f × bare sweep   %s",
            what,
            measured,
            limit,
            measured / sweepMs,
            holds ? "ok" : "MISSED"));
  }
}
