package windrose.domain.zone;

import java.util.ArrayList;
import java.util.List;

/**
 * In how many of an ensemble's members each level was exceeded at each point.
 *
 * @param counts by level, then by point
 * @param members that were computed and counted
 * @param refused members that no model answered; they are in no share
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers
public record Exceedance(Grid grid, double[] levels, int[][] counts, int members, int refused) {
  /** What the zones of probability usually are: 90, 50 and 10 %. */
  public static double[] usualProbabilities() {
    return new double[] {0.9, 0.5, 0.1};
  }

  /** Two parts of one ensemble as one. */
  public Exceedance plus(Exceedance other) {
    if (!grid.equals(other.grid) || levels.length != other.levels.length) {
      throw new IllegalArgumentException("parts of different ensembles");
    }
    int[][] sum = new int[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      sum[i] = counts[i].clone();
      for (int k = 0; k < sum[i].length; k++) {
        sum[i][k] += other.counts[i][k];
      }
    }
    return new Exceedance(grid, levels, sum, members + other.members, refused + other.refused);
  }

  /** Share of the members that exceed a level at each point. */
  public Field probability(int level) {
    double[] values = new double[grid.cells()];
    for (int k = 0; k < values.length; k++) {
      values[k] = counts[level][k] / (double) Math.max(1, members);
    }
    return new Field(grid, values);
  }

  /** Where a level is exceeded with at least these probabilities, in the park's metres; {@link Zone#level} is the probability. */
  public List<Zone> zones(int level, double... probabilities) {
    Field field = probability(level);
    List<Zone> zones = new ArrayList<>();
    for (double probability : probabilities) {
      zones.add(new Zone(probability, Contours.above(field, probability, Contours.Scale.LINEAR)));
    }
    return zones;
  }
}
