package windrose.feature.registers.editing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.feature.registers.MaintenanceWindow;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The tables of what is done to equipment: replacements, maintenance, calibration. */
final class CareStore {
  private final String park;

  CareStore(String park) {
    this.park = park;
  }

  Future<Void> insertReplacement(Tx tx, Replacement one) {
    return tx.run(
            """
            insert into device_replacement (park_id, id, station, old_serial, new_serial, model, at,
              who, note, noted_by, noted_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            park,
            one.id(),
            one.station(),
            one.oldSerial(),
            one.newSerial(),
            one.model(),
            one.at().atOffset(ZoneOffset.UTC),
            one.who(),
            one.note(),
            one.notedBy(),
            one.notedAt().atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  Future<List<Replacement>> listReplacements(Sql sql, ViewScope scope, String station) {
    return sql.run(
            """
            select r.id, r.station, r.old_serial, r.new_serial, r.model, r.at, r.who, r.note,
              r.noted_by, r.noted_at, t.enterprise, t.lon, t.lat
            from device_replacement r
              join station t on t.park_id = r.park_id and t.code = r.station
            where r.park_id = $1 and r.station = $2 order by r.at desc, r.noted_at desc
            """,
            park,
            station)
        .map(
            rows -> {
              List<Replacement> all = new ArrayList<>();
              for (Row row : rows) {
                LonLat place = new LonLat(row.getDouble("lon"), row.getDouble("lat"));
                if (scope.shows(Layer.STATIONS, row.getString("enterprise"), place)) {
                  all.add(replacement(row));
                }
              }
              return all;
            });
  }

  private static Replacement replacement(Row row) {
    return new Replacement(
        row.getUUID("id"),
        row.getString("station"),
        row.getString("old_serial"),
        row.getString("new_serial"),
        row.getString("model"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("who"),
        row.getString("note"),
        row.getString("noted_by"),
        row.getOffsetDateTime("noted_at").toInstant());
  }

  Future<Void> insertMaintenance(Tx tx, MaintenanceWindow one) {
    Instant to = one.to();
    return tx.run(
            """
            insert into station_maintenance (park_id, id, station, from_at, to_at, reason, who)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            park,
            one.id(),
            one.station(),
            one.from().atOffset(ZoneOffset.UTC),
            to == null ? null : to.atOffset(ZoneOffset.UTC),
            one.reason(),
            one.who())
        .mapEmpty();
  }

  Future<Void> endMaintenance(Tx tx, UUID id, Instant at) {
    return tx.run(
            "update station_maintenance set ended_at = $3 where park_id = $1 and id = $2",
            park,
            id,
            at.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  Future<Void> setCalibration(
      Tx tx, long series, LocalDate last, int intervalDays, @Nullable String certificate) {
    return tx.run(
            """
            update series set calibration_last = $3, calibration_interval_days = $4,
              calibration_certificate = $5, version = version + 1
            where park_id = $1 and key = $2
            """,
            park,
            series,
            last,
            intervalDays,
            certificate)
        .mapEmpty();
  }
}
