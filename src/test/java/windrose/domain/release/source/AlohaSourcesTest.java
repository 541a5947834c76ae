package windrose.domain.release.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.release.ReleaseOptions;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.TankRelease;

/** Every source of ALOHA 5.4.7 that we have, against its acceptance band; the ratio of each stands in the test's output. */
class AlohaSourcesTest {
  @Test
  void nine_of_ten_source_numbers_of_aloha_lie_in_their_bands_and_no_large_category_fails() {
    List<AlohaRuns> runs = AlohaRuns.sources();
    TreeMap<String, int[]> byCategory = new TreeMap<>();
    int inBand = 0;
    for (AlohaRuns run : runs) {
      double ratio = predicted(run) / run.expected();
      boolean good = ratio >= run.low() && ratio <= run.high();
      inBand += good ? 1 : 0;
      int[] count = byCategory.computeIfAbsent(run.category(), name -> new int[2]);
      count[0]++;
      count[1] += good ? 1 : 0;
      System.out.printf(
          "%-7s %-14s %-24s %8.3f  ratio %.3f  band %.2f-%.2f %s%n",
          run.name(),
          run.category(),
          run.quantity(),
          run.expected(),
          ratio,
          run.low(),
          run.high(),
          good ? "" : "OUTSIDE");
    }
    assertThat(runs).hasSizeGreaterThan(45);
    assertThat((double) inBand / runs.size()).isGreaterThanOrEqualTo(0.95);
    byCategory.forEach(
        (category, count) -> {
          if (count[0] >= 5) {
            assertThat((double) count[1] / count[0]).as(category).isGreaterThanOrEqualTo(0.85);
          }
        });
  }

  private static double predicted(AlohaRuns run) {
    if (run.quantity().equals("vapour_pressure")) {
      return run.fluid().vapourPressurePa(run.air().temperatureK());
    }
    if (run.quantity().equals("tank_mass")) {
      return ((TankRelease) run.input()).massKg(run.fluid());
    }
    try {
      SourceTerm term = Releases.of(run.input(), run.fluid(), run.air(), ReleaseOptions.ALOHA);
      return switch (run.quantity()) {
        case "max_avg_sustained_rate" ->
            term.steps().stream().mapToDouble(ReleaseStep::rateKgPerS).max().orElseThrow();
        case "duration" -> term.endS() / 60;
        case "total_released", "released_in_1h", "evaporated_in_1h" -> term.massKg();
        default -> throw new IllegalArgumentException(run.quantity());
      };
    } catch (ModelRefused refused) {
      System.out.println(run.name() + " refused: " + refused.getMessage());
      return Double.NaN;
    }
  }
}
