package windrose.domain.plume;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * A drifting cloud as a chain of puffs, the newest first, so that wind and release may change while it spreads.
 *
 * <p>Immutable: {@link #step} gives the cloud a little later. Puffs grow by the path they travelled, and a change of stability
 * goes on from the width they have. Neighbours closer than half their width are merged, so that an hour's release needs a few
 * hundred puffs; a step costs microseconds, one receptor the same.
 *
 * <p>Known error: in a constant wind it meets {@link GaussianPlume} within 2 % for classes C to F; for A and B, whose width is
 * not small against the distance, within 8 %, since puffs behind and before the receptor have other widths.
 */
public record PuffTrain(List<GaussianPuff> puffs) {
  public static final PuffTrain EMPTY = new PuffTrain(List.of());

  private static final double MERGE_BELOW_SIGMAS = 0.5;
  private static final int MAX_PUFFS_PER_STEP = 40;

  public PuffTrain {
    puffs = List.copyOf(puffs);
  }

  /**
   * The cloud after a step in which the source gave off gas at this rate.
   *
   * @param seconds length of the step; wind, class and rate are constant in it
   * @param wind the wind that carries the cloud, see {@link windrose.domain.weather.WindProfile#transportMps}
   */
  public PuffTrain step(
      double seconds,
      PuffSource source,
      double rateKgPerS,
      Wind wind,
      Stability stability,
      Spread spread) {
    List<GaussianPuff> next = new ArrayList<>(puffs.size() + 8);
    if (rateKgPerS > 0) {
      int count = puffsInStep(seconds, source, wind);
      GaussianPuff fresh = source.puff(rateKgPerS * seconds / count);
      for (int i = 0; i < count; i++) {
        double ageS = seconds * (i + 0.5) / count;
        add(next, fresh.after(ageS, wind, stability, spread));
      }
    }
    for (GaussianPuff puff : puffs) {
      add(next, puff.after(seconds, wind, stability, spread));
    }
    return new PuffTrain(next);
  }

  /** The same train and one more puff, the newest. */
  public PuffTrain with(GaussianPuff puff) {
    List<GaussianPuff> more = new ArrayList<>(puffs.size() + 1);
    more.add(puff);
    more.addAll(puffs);
    return new PuffTrain(more);
  }

  public double kgPerM3(double eastM, double northM, double heightM) {
    double sum = 0;
    for (int i = 0; i < puffs.size(); i++) {
      sum += puffs.get(i).kgPerM3(eastM, northM, heightM);
    }
    return sum;
  }

  public double massKg() {
    return puffs.stream().mapToDouble(GaussianPuff::massKg).sum();
  }

  /** Without the puffs whose centre has gone farther than this from a point. */
  public PuffTrain within(double eastM, double northM, double radiusM) {
    return new PuffTrain(
        puffs.stream()
            .filter(puff -> Math.hypot(puff.eastM() - eastM, puff.northM() - northM) <= radiusM)
            .toList());
  }

  private static int puffsInStep(double seconds, PuffSource source, Wind wind) {
    double wanted = Math.ceil(wind.speedMps() * seconds / source.sigmaM());
    return (int) Math.max(1, Math.min(MAX_PUFFS_PER_STEP, wanted));
  }

  private static void add(List<GaussianPuff> chain, GaussianPuff puff) {
    if (!chain.isEmpty()) {
      int last = chain.size() - 1;
      GaussianPuff before = chain.get(last);
      double apartM = Math.hypot(before.eastM() - puff.eastM(), before.northM() - puff.northM());
      if (apartM < MERGE_BELOW_SIGMAS * Math.min(before.sigmaHM(), puff.sigmaHM())) {
        chain.set(last, before.mergedWith(puff));
        return;
      }
    }
    chain.add(puff);
  }
}
