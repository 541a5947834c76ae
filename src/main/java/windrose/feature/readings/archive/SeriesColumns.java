package windrose.feature.readings.archive;

import java.time.OffsetDateTime;
import java.util.List;
import windrose.feature.readings.packed.SeriesReading;

/** Readings of many series turned into the arrays that unnest takes. */
@SuppressWarnings("ArrayRecordComponent") // lives for one statement
record SeriesColumns(
    Long[] series,
    OffsetDateTime[] at,
    OffsetDateTime[] received,
    Double[] values,
    Integer[] qualities) {
  static SeriesColumns of(List<SeriesReading> readings) {
    return new SeriesColumns(
        readings.stream().map(SeriesReading::series).toArray(Long[]::new),
        readings.stream().map(one -> SqlTimes.time(one.atUs())).toArray(OffsetDateTime[]::new),
        readings.stream()
            .map(one -> SqlTimes.time(one.receivedUs()))
            .toArray(OffsetDateTime[]::new),
        readings.stream().map(SeriesReading::value).toArray(Double[]::new),
        readings.stream().map(SeriesReading::quality).toArray(Integer[]::new));
  }
}
