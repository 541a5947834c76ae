package windrose.domain.puffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import windrose.domain.caveat.Progress;
import windrose.domain.dispersion.Cases;
import windrose.domain.geo.LocalPoint;
import windrose.domain.plume.Spread;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Stability;
import windrose.domain.zone.Exceedance;
import windrose.domain.zone.Unsureness;
import windrose.domain.zone.Zone;

class PuffEnsembleTest {
  private static final double LEVEL = 2e-5;

  private static PossibleWinds winds(double directionSigmaDeg) {
    return new PossibleWinds(
        List.of(new WindSeries.Entry(0, Cases.air(4, Stability.D))),
        0,
        1_800,
        new Unsureness(directionSigmaDeg, 0.15, 0.15, 0.3),
        7);
  }

  private static PuffEnsemble.Question question(SourceTerm source) {
    return new PuffEnsemble.Question(
        Cases.AMMONIA,
        source,
        new LocalPoint(0, 0),
        winds(10),
        Spread.BRIGGS_RURAL,
        false,
        0.3,
        1_800,
        0,
        List.of(600.0),
        1);
  }

  @Test
  void zones_of_probability_are_nested_and_lie_downwind() {
    PuffEnsemble.Result result =
        PuffEnsemble.run(question(Cases.direct(1, 3_600)), 20, 60, 60, Progress.NONE, LEVEL);
    Exceedance highest = result.highest();
    List<Zone> zones = highest.zones(0, 0.9, 0.5, 0.1);
    assertThat(highest.members()).isEqualTo(20);
    for (int i = 0; i + 1 < zones.size(); i++) {
      assertThat(zones.get(i).area().difference(zones.get(i + 1).area()).getArea()).isLessThan(1);
      assertThat(zones.get(i + 1).area().getArea()).isGreaterThan(zones.get(i).area().getArea());
    }
    assertThat(zones.get(2).area().getCentroid().getX()).isGreaterThan(100);
    assertThat(result.moments())
        .singleElement()
        .satisfies(at -> assertThat(at.timeS()).isEqualTo(600));
    assertThat(result.moments().get(0).exceedance().zones(0, 0.1).get(0).area().getArea())
        .isLessThanOrEqualTo(zones.get(2).area().getArea() * 1.001);
  }

  @Test
  void it_stops_at_the_next_slice_when_nobody_wants_it_any_more() {
    AtomicInteger steps = new AtomicInteger();
    Progress stopping =
        new Progress() {
          @Override
          public void reached(double share) {}

          @Override
          public boolean isCancelled() {
            return steps.incrementAndGet() > 5;
          }
        };
    PuffEnsemble.Question question = question(Cases.direct(1, 3_600));
    assertThatThrownBy(() -> PuffEnsemble.run(question, 20, 60, 60, stopping, LEVEL))
        .isInstanceOf(Progress.Cancelled.class);
    assertThat(steps).hasValue(6);
  }

  @Test
  void a_wind_that_is_persisted_grows_more_doubtful_with_time() {
    assertThat(spreadDeg(winds(10), 1_800)).isGreaterThan(1.4 * spreadDeg(winds(10), 300));
    assertThat(winds(10).member(3)).isEqualTo(winds(10).member(3));
  }

  @Test
  void a_direction_that_is_not_known_is_drawn_from_the_whole_circle() {
    PossibleWinds winds = winds(180);
    int[] quadrants = new int[4];
    for (int i = 0; i < 200; i++) {
      quadrants[(int) (winds.member(i).at(0).wind().fromDeg() / 90) % 4]++;
    }
    assertThat(Arrays.stream(quadrants).min().orElse(0)).isGreaterThan(25);
  }

  private static double spreadDeg(PossibleWinds winds, double timeS) {
    double sum = 0;
    for (int i = 0; i < 200; i++) {
      double off = Math.IEEEremainder(winds.member(i).at(timeS).wind().fromDeg() - 270, 360);
      sum += off * off;
    }
    return Math.sqrt(sum / 200);
  }
}
