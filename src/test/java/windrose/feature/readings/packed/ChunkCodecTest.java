package windrose.feature.readings.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {
  private static final long START = 1_795_219_200_000_000L;
  private static final double[] STRANGE = {
    0.0,
    -0.0,
    Double.NaN,
    Double.MAX_VALUE,
    Double.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    -1e15,
    1e15 - 1,
    0.1,
    0.1f,
    1.0 / 3,
    123456.789,
    9007199254740992.0
  };

  private static void comesBack(ReadingColumns readings) {
    ReadingColumns back = ChunkCodec.unpack(ChunkCodec.pack(readings, START), START);
    assertThat(back.size()).isEqualTo(readings.size());
    for (int i = 0; i < readings.size(); i++) {
      assertThat(back.atUs(i)).isEqualTo(readings.atUs(i));
      assertThat(back.receivedUs(i)).isEqualTo(readings.receivedUs(i));
      assertThat(Double.doubleToRawLongBits(back.value(i)))
          .isEqualTo(Double.doubleToRawLongBits(readings.value(i)));
      assertThat(back.quality(i)).isEqualTo(readings.quality(i));
    }
  }

  @Test
  void nothing_comes_back_as_nothing() {
    comesBack(ReadingColumns.EMPTY);
  }

  @Test
  void every_column_comes_back_to_the_last_bit_whatever_it_holds() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      ReadingColumns.Builder builder = new ReadingColumns.Builder(0);
      long at = START + random.nextInt(1_000);
      int size = random.nextInt(60);
      int kind = random.nextInt(4);
      for (int i = 0; i < size; i++) {
        at += random.nextBoolean() ? 1_000_000 : 1 + random.nextInt(50_000_000);
        double value =
            switch (kind) {
              case 0 -> STRANGE[random.nextInt(STRANGE.length)];
              case 1 -> random.nextInt(100_000) / 1000.0;
              case 2 -> random.nextFloat();
              default -> random.nextGaussian();
            };
        long received = at + random.nextInt(2_000_000) - 500_000L + (i % 7 == 0 ? 1L << 45 : 0);
        builder.add(at, received, value, random.nextInt(4) == 0 ? random.nextInt() : 0);
      }
      comesBack(builder.build());
    }
  }

  @Test
  void mixed_sizes_of_decimals_come_back() {
    ReadingColumns.Builder builder = new ReadingColumns.Builder(0);
    builder.add(START, START, 999_999_999_999.0, 0);
    builder.add(START + 1, START, 0.000000001, 0);
    comesBack(builder.build());
  }

  @Test
  void a_noisy_second_by_second_hour_needs_less_than_eight_bytes_a_reading() {
    Random random = new Random(1);
    ReadingColumns.Builder builder = new ReadingColumns.Builder(3_600);
    double level = 5;
    for (int i = 0; i < 3_600; i++) {
      level += random.nextGaussian() * 0.05;
      long at = START + i * 1_000_000L;
      // milliseconds of delay, received in microseconds
      builder.add(at, at + 4_000 + random.nextInt(60_000), Math.round(level * 100) / 100.0, 0);
    }
    assertThat(ChunkCodec.pack(builder.build(), START).length / 3_600.0).isLessThan(8);
  }

  @Test
  void a_row_of_a_newer_version_or_a_damaged_one_is_refused() {
    assertThatThrownBy(() -> ChunkCodec.unpack(new byte[] {0x55, 1, 2}, START))
        .hasMessageContaining("newer version");
    byte[] hour =
        ChunkCodec.pack(new ReadingColumns.Builder(1).add(START, START, 1, 0).build(), START);
    byte[] damaged = new byte[] {0x11, 100, 1, 2, 3};
    assertThat(hour.length).isLessThan(20);
    assertThatThrownBy(() -> ChunkCodec.unpack(damaged, START))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
