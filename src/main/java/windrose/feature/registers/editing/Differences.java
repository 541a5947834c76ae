package windrose.feature.registers.editing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import windrose.domain.access.ViewScope;
import windrose.domain.park.Series;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;

/** Where a person's value stands against the park's files, so that either of them can be put right. */
final class Differences {
  private final Database database;
  private final RegistersFeature registers;
  private final EntryStore store;

  Differences(Database database, RegistersFeature registers, EntryStore store) {
    this.database = database;
    this.registers = registers;
    this.store = store;
  }

  Future<JsonArray> list(ViewScope scope) {
    return store
        .listCompared(database, scope)
        .map(
            all -> {
              JsonArray items = new JsonArray();
              all.forEach(one -> compare(one, items));
              return items;
            });
  }

  private void compare(EntryStore.Compared one, JsonArray items) {
    JsonObject current = current(one).orElse(new JsonObject());
    one.edited().stream()
        .sorted()
        .forEach(
            field -> {
              boolean known = one.fromFile().containsKey(field) && current.containsKey(field);
              if (known && !Changes.same(current, field, one.fromFile().getValue(field))) {
                items.add(
                    new JsonObject()
                        .put("what", one.what())
                        .put("id", one.id())
                        .put("field", field)
                        .put("file", one.fromFile().getValue(field))
                        .put("person", current.getValue(field)));
              }
            });
    if (one.edited().contains("retired") && !current.isEmpty()) {
      items.add(
          new JsonObject()
              .put("what", one.what())
              .put("id", one.id())
              .put("field", "retired")
              .put("file", false)
              .put("person", current.getBoolean("retired")));
    }
  }

  private Optional<JsonObject> current(EntryStore.Compared one) {
    if (one.what().equals("station")) {
      return registers
          .findRegistered(one.id())
          .map(
              station ->
                  new StationDraft(station.station(), station.link())
                      .fields()
                      .put("retired", !station.isInUse()));
    }
    return registers
        .findSeries(one.id())
        .map(
            series ->
                new SeriesDraft(series.series(), series.care().medium())
                    .fields()
                    .put("limits", limits(series.series()))
                    .put("retired", !series.isInUse()));
  }

  private static JsonObject limits(Series series) {
    return new JsonObject()
        .put("alarm_low1", series.alarmLow1())
        .put("alarm_low2", series.alarmLow2())
        .put("alarm_high1", series.alarmHigh1())
        .put("alarm_high2", series.alarmHigh2())
        .put("basis", series.basis());
  }
}
