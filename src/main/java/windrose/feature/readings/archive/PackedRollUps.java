package windrose.feature.readings.archive;

import java.util.TreeMap;
import windrose.domain.measure.RollUp;
import windrose.feature.readings.packed.RollUpCodec;
import windrose.feature.readings.packed.Spans;

/** Roll-ups as their row has them, still packed. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never changed or compared
record PackedRollUps(long series, int stepS, long startUs, byte[] data) {
  static PackedRollUps of(long series, int stepS, long startUs, TreeMap<Long, RollUp> buckets) {
    return new PackedRollUps(
        series, stepS, startUs, RollUpCodec.pack(buckets, startUs, stepS * Spans.SECOND_US));
  }

  void unpack(RollUpCodec.Taker taker) {
    RollUpCodec.unpack(data, startUs, stepS * Spans.SECOND_US, taker);
  }

  TreeMap<Long, RollUp> unpack() {
    return RollUpCodec.unpack(data, startUs, stepS * Spans.SECOND_US);
  }
}
