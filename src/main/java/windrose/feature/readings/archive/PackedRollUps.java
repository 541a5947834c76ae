package windrose.feature.readings.archive;

import java.util.NavigableMap;
import windrose.domain.measure.RollUp;
import windrose.feature.readings.packed.RollUpCodec;
import windrose.feature.readings.packed.Spans;

/** Roll-ups as their row has them, still packed. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never changed or compared
record PackedRollUps(long series, int stepS, long startUs, byte[] data) {
  static PackedRollUps of(
      long series, int stepS, long startUs, NavigableMap<Long, RollUp> buckets) {
    return new PackedRollUps(
        series, stepS, startUs, RollUpCodec.pack(buckets, startUs, stepS * Spans.SECOND_US));
  }

  void unpack(RollUpCodec.Taker taker) {
    RollUpCodec.unpack(data, startUs, stepS * Spans.SECOND_US, taker);
  }

  NavigableMap<Long, RollUp> unpack() {
    return RollUpCodec.unpack(data, startUs, stepS * Spans.SECOND_US);
  }
}
