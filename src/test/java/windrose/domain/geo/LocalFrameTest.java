package windrose.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class LocalFrameTest {
  private final LocalFrame frame = LocalFrame.around(new LonLat(116.0, 35.0));

  /** Length of one degree on WGS-84 at 35° N: Snyder, Map Projections: a Working Manual (USGS 1395), table of degree lengths. */
  @Test
  void a_degree_at_35_north_is_as_long_as_the_tables_say() {
    assertThat(frame.toLocal(new LonLat(117.0, 35.0)).eastM()).isCloseTo(91_290, offset(15.0));
    assertThat(frame.toLocal(new LonLat(116.0, 35.01)).northM() * 100)
        .isCloseTo(110_941, offset(15.0));
  }

  @Test
  void there_and_back_is_the_same_place() {
    LonLat place = new LonLat(116.0213, 35.0177);
    LonLat back = frame.toLonLat(frame.toLocal(place));

    assertThat(back.lon()).isCloseTo(place.lon(), offset(1e-12));
    assertThat(back.lat()).isCloseTo(place.lat(), offset(1e-12));
  }

  @Test
  void swapped_or_impossible_degrees_are_refused() {
    assertThatThrownBy(() -> new LonLat(35.0, 116.0)).hasMessageContaining("longitude comes first");
    assertThatThrownBy(() -> new LonLat(Double.NaN, 35.0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
