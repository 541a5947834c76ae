package windrose.feature.readings;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import windrose.domain.measure.RollUp;
import windrose.feature.readings.archive.Summary;
import windrose.feature.readings.packed.Corrected;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.registers.RegisteredSeries;

/**
 * Readings as columns of JSON, written straight into text: a day of seconds as a tree of objects would cost more than its query.
 *
 * <p>Times are epoch milliseconds. What is unknown is {@code null}.
 */
final class ReadingsJson {
  private static final int US_PER_MS = 1_000;

  private final StringBuilder text = new StringBuilder(4_096);

  /** {@code at}, {@code received}, {@code v}, {@code q}, and the positions of corrected readings. */
  static String readings(RegisteredSeries series, Corrected corrected) {
    ReadingColumns readings = corrected.readings();
    ReadingsJson json = new ReadingsJson().head(series, Step.RAW);
    json.column("at", readings.size(), i -> json.number(readings.atUs(i) / US_PER_MS));
    json.column("received", readings.size(), i -> json.number(readings.receivedUs(i) / US_PER_MS));
    json.column("v", readings.size(), i -> json.number(readings.value(i)));
    json.column("q", readings.size(), i -> json.number(readings.quality(i)));
    int[] changed = corrected.changed();
    json.column("corrected", changed.length, i -> json.number(changed[i]));
    return json.end();
  }

  /** {@code at} (the bucket's start), {@code min}, {@code mean}, {@code max}, {@code count}, {@code valid} (a share). */
  static String rollUps(RegisteredSeries series, Step step, Summary summary) {
    ReadingsJson json = new ReadingsJson().head(series, step);
    List<Long> at = List.copyOf(summary.buckets().keySet());
    List<RollUp> rollUps = List.copyOf(summary.buckets().values());
    int size = at.size();
    json.column("at", size, i -> json.number(at.get(i) / US_PER_MS));
    json.column("min", size, i -> json.number(rollUps.get(i).min()));
    json.column("mean", size, i -> json.number(rollUps.get(i).mean()));
    json.column("max", size, i -> json.number(rollUps.get(i).max()));
    json.column("count", size, i -> json.number(rollUps.get(i).count()));
    json.column("valid", size, i -> json.number(rollUps.get(i).validShare()));
    if (SeriesBook.shape(series).circular()) {
      json.column("steadiness", size, i -> json.number(rollUps.get(i).steadiness()));
    }
    json.text.append(",\"settling\":").append(summary.settling());
    return json.end();
  }

  /** The newest readings, one column per field. */
  static Buffer latest(List<StoredReading> readings, Function<StoredReading, String> id) {
    ReadingsJson json = new ReadingsJson();
    json.text.append('{');
    int size = readings.size();
    json.column("id", size, i -> json.text.append(Json.encode(id.apply(readings.get(i)))));
    json.column("v", size, i -> json.number(readings.get(i).value()));
    json.column("at", size, i -> json.number(readings.get(i).at().toEpochMilli()));
    json.column("received", size, i -> json.number(readings.get(i).received().toEpochMilli()));
    json.column("q", size, i -> json.number(readings.get(i).quality().bits()));
    return buffer(json.end());
  }

  /** A whole park at one moment, one column per field. */
  static Buffer moment(
      Instant at, List<SeriesReading> readings, Function<SeriesReading, String> id) {
    ReadingsJson json = new ReadingsJson();
    json.text.append("{\"at\":").append(at.toEpochMilli());
    int size = readings.size();
    json.column("series", size, i -> json.text.append(Json.encode(id.apply(readings.get(i)))));
    json.column("v", size, i -> json.number(readings.get(i).value()));
    json.column("t", size, i -> json.number(readings.get(i).atUs() / US_PER_MS));
    json.column("q", size, i -> json.number(readings.get(i).quality()));
    return buffer(json.end());
  }

  static Buffer items(Collection<String> items) {
    return buffer("{\"items\":[" + String.join(",", items) + "]}");
  }

  static Buffer buffer(String json) {
    return Buffer.buffer(json.getBytes(StandardCharsets.UTF_8));
  }

  private ReadingsJson head(RegisteredSeries series, Step step) {
    text.append("{\"series\":").append(Json.encode(series.series().id()));
    text.append(",\"unit\":").append(Json.encode(series.series().unit()));
    text.append(",\"step\":\"").append(step.text()).append('"');
    return this;
  }

  private interface Cell {
    void write(int index);
  }

  private void column(String name, int size, Cell cell) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append('"').append(name).append("\":[");
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        text.append(',');
      }
      cell.write(i);
    }
    text.append(']');
  }

  private void number(long value) {
    text.append(value);
  }

  private void number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      text.append("null");
    } else {
      text.append(value);
    }
  }

  private String end() {
    return text.append('}').toString();
  }
}
