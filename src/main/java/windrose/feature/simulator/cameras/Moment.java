package windrose.feature.simulator.cameras;

import java.util.List;
import windrose.domain.plume.GaussianPuff;
import windrose.feature.simulator.truth.Weather;

/**
 * What a picture is taken of besides the park itself: time, weather and, in a drill, the cloud.
 *
 * @param drillCas which gas the drill's cloud is; empty without a drill
 */
record Moment(long epochMs, Weather weather, String drillCas, List<GaussianPuff> cloud) {
  Moment {
    cloud = List.copyOf(cloud);
  }

  boolean isDrill() {
    return !drillCas.isEmpty();
  }

  double epochS() {
    return epochMs / 1000.0;
  }
}
