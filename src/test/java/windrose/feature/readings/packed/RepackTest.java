package windrose.feature.readings.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import windrose.domain.measure.Quality;
import windrose.domain.measure.RollUp;

class RepackTest {
  private static final long DAY = 1_795_219_200_000_000L; // 2026-11-21T00:00:00Z
  private static final SeriesShape FAST = new SeriesShape(1, 10, false);
  private static final SeriesShape SLOW = new SeriesShape(2, 600, false);

  private static ReadingColumns rows(double... values) {
    ReadingColumns.Builder rows = new ReadingColumns.Builder(0);
    for (int i = 0; i < values.length; i++) {
      rows.add(DAY + i * 10L * Spans.SECOND_US, DAY + i, values[i], 0);
    }
    return rows.build();
  }

  private static Repack.Before before(ReadingColumns rows, Chunk... chunks) {
    return new Repack.Before(
        rows, List.of(chunks), List.of(), Set.of(), new TreeMap<>(), new TreeMap<>());
  }

  @Test
  void fast_series_go_by_the_hour_and_slow_ones_by_the_day() {
    assertThat(Repack.of(FAST, before(rows(1, 2))).chunks())
        .singleElement()
        .matches(chunk -> chunk.spanS() == Chunk.HOUR_S);
    assertThat(Repack.of(SLOW, before(rows(1, 2))).chunks())
        .singleElement()
        .matches(chunk -> chunk.spanS() == Chunk.DAY_S);
  }

  @Test
  void the_same_rows_again_change_nothing() {
    Chunk hour = Repack.of(FAST, before(rows(1, 2, 3))).chunks().get(0);
    Repack.After again = Repack.of(FAST, before(rows(1, 2, 3), hour));
    assertThat(again.chunks()).isEmpty();
    assertThat(again.corrections()).isEmpty();
    assertThat(again.hours()).isEmpty();
  }

  @Test
  void another_value_for_a_packed_instant_is_a_correction_known_when_it_was_received() {
    Chunk hour = Repack.of(FAST, before(rows(1, 2, 3))).chunks().get(0);
    Repack.After after = Repack.of(FAST, before(rows(1, 9, 3, 4), hour));
    assertThat(after.corrections())
        .containsExactly(new Correction(DAY + 10 * Spans.SECOND_US, DAY + 1, 9, 0));
    assertThat(after.chunks().get(0).readings().value(1)).isEqualTo(2);
    assertThat(after.chunks().get(0).readings().size()).isEqualTo(4);
    RollUp summed = after.hours().get(DAY).get(DAY);
    assertThat(summed.max()).isEqualTo(9);
    assertThat(summed.mean()).isEqualTo((1 + 9 + 3 + 4) / 4.0);
  }

  @Test
  void an_instant_packed_by_the_day_is_not_packed_again_when_the_series_becomes_fast() {
    Chunk day = Repack.of(SLOW, before(rows(1, 2))).chunks().get(0);
    Repack.After after = Repack.of(FAST, before(rows(1, 2, 3), day));
    assertThat(after.chunks())
        .singleElement()
        .matches(chunk -> chunk.spanS() == Chunk.HOUR_S && chunk.readings().size() == 1);
    assertThat(after.hours().get(DAY).get(DAY).count()).isEqualTo(3);
  }

  @Test
  void what_an_hour_amounted_to_outlives_its_forgotten_readings() {
    NavigableMap<Long, RollUp> kept = new TreeMap<>();
    kept.put(DAY, new RollUp(360, 360, 1, 2, 3, Double.NaN));
    Repack.Before before =
        new Repack.Before(rows(50), List.of(), List.of(), Set.of(DAY), kept, new TreeMap<>());
    assertThat(Repack.of(FAST, before).hours().get(DAY).get(DAY)).isEqualTo(kept.get(DAY));
  }

  @Test
  void a_beijing_day_begins_at_sixteen_hours_utc() {
    long lastHour = DAY + 15 * Spans.HOUR_US;
    ReadingColumns rows =
        new ReadingColumns.Builder(0)
            .add(lastHour, lastHour, 1, 0)
            .add(lastHour + Spans.HOUR_US, lastHour, 2, Quality.OUT_OF_RANGE)
            .build();
    NavigableMap<Long, RollUp> days =
        Repack.of(SLOW, before(rows)).days().get(Spans.beijingMonthOf(DAY));
    assertThat(days.keySet()).containsExactly(DAY - 8 * Spans.HOUR_US, DAY + 16 * Spans.HOUR_US);
    assertThat(days.get(DAY + 16 * Spans.HOUR_US).validShare()).isZero();
    assertThat(days.get(DAY + 16 * Spans.HOUR_US).max()).isEqualTo(2);
  }
}
