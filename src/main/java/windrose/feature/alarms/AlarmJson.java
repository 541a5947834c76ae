package windrose.feature.alarms;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.domain.alarm.Alarm;

/** How an alarm is written: the fields of the live layer in their order, and the same by name over HTTP. */
final class AlarmJson {
  /** The agreement with the page; add at the end only. */
  static final List<String> FIELDS =
      List.of(
          "series",
          "station",
          "level",
          "side",
          "priority",
          "state",
          "first_at",
          "last_at",
          "value",
          "at",
          "peak",
          "peak_at",
          "limit",
          "unit",
          "limit_source",
          "limit_confirmed",
          "count",
          "received_at",
          "drill");

  private AlarmJson() {}

  static @Nullable Object[] values(Alarm one) {
    return new @Nullable Object[] {
      one.series(),
      one.station(),
      one.level(),
      one.side().code(),
      one.priority(),
      one.state().code(),
      one.firstAt().toEpochMilli(),
      one.lastAt().toEpochMilli(),
      one.value(),
      one.at().toEpochMilli(),
      one.peak(),
      one.peakAt().toEpochMilli(),
      one.limit(),
      one.unit(),
      one.limitSource(),
      one.limitConfirmed(),
      one.count(),
      one.receivedAt().toEpochMilli(),
      one.drill()
    };
  }

  static JsonObject json(Alarm one) {
    JsonObject json = new JsonObject().put("id", one.id().toString());
    @Nullable Object[] values = values(one);
    for (int i = 0; i < values.length; i++) {
      json.put(FIELDS.get(i), values[i]);
    }
    return json.put("returned_at", ms(one.returnedAt())).put("ended_at", ms(one.endedAt()));
  }

  private static @Nullable Long ms(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }
}
