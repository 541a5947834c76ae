package windrose.domain.puffs;

import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.geo.LocalPoint;
import windrose.domain.plume.Spread;
import windrose.domain.release.SourceTerm;

/**
 * What is to be followed in which winds.
 *
 * @param place of the source in the park's local frame
 * @param spread {@link Spread#PUFF} for winds of about a minute, {@link Spread#BRIGGS_RURAL} for ten-minute means
 * @param heavy whether the gas spreads by its own weight at first
 * @param untilS how long to follow the cloud
 * @param sliceEveryS how often to keep it
 * @param farthestM puffs that went farther from the source are let go
 */
public record PuffQuestion(
    FluidProperties fluid,
    SourceTerm source,
    LocalPoint place,
    WindSeries winds,
    Spread spread,
    boolean heavy,
    double untilS,
    double sliceEveryS,
    double farthestM) {
  private static final double MOST_SECONDS = 24 * 3_600;
  private static final int MOST_SLICES = 2_000;

  public PuffQuestion {
    if (!(untilS > 0 && untilS <= MOST_SECONDS)) {
      throw new ModelRefused(
          "untilS",
          "云团最多跟踪 24 小时，现为 %s s。".formatted(untilS),
          "A cloud is followed for up to 24 h, not %s s.".formatted(untilS));
    }
    if (!(sliceEveryS >= 1) || untilS / sliceEveryS > MOST_SLICES) {
      throw new ModelRefused(
          "sliceEveryS",
          "时间切片的间隔至少 1 s，总数不超过 %d，现为每 %s s 一个。".formatted(MOST_SLICES, sliceEveryS),
          "Slices are at least 1 s apart and at most %d, not every %s s."
              .formatted(MOST_SLICES, sliceEveryS));
    }
    if (!(farthestM >= 100 && farthestM <= 100_000)) {
      throw new ModelRefused(
          "farthestM",
          "云团跟踪距离应在 100 m 至 100 km 之间，现为 %s m。".formatted(farthestM),
          "A cloud is followed from 100 m to 100 km, not %s m.".formatted(farthestM));
    }
  }
}
