package windrose.feature.registers.editing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.feature.journal.Fact;
import windrose.feature.registers.Calibration;
import windrose.feature.registers.MaintenanceChanged;
import windrose.feature.registers.MaintenanceWindow;
import windrose.feature.registers.RegisterEntries;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Problem;

/** What is done to equipment: a box is replaced, somebody works on it, an instrument is calibrated. */
final class EquipmentCare {
  private final Database database;
  private final RegistersFeature registers;
  private final RecordedEdit edit;
  private final CareStore store;

  EquipmentCare(Database database, RegistersFeature registers, RecordedEdit edit, CareStore store) {
    this.database = database;
    this.registers = registers;
    this.edit = edit;
    this.store = store;
  }

  Future<Replacement> replace(Replacement one) {
    if (one.at().isAfter(edit.now())) {
      throw Problem.invalidField("/at", "'at' lies in the future; note it when it is done.");
    }
    Fact fact =
        new Fact("station.device_replaced", one.station(), one.at(), one.notedBy(), one.json());
    return edit.commit(tx -> store.insertReplacement(tx, one).map(done -> fact)).map(done -> one);
  }

  Future<List<Replacement>> listReplacements(ViewScope scope, String station) {
    return store.listReplacements(database, scope, station);
  }

  Future<MaintenanceWindow> plan(MaintenanceWindow one) {
    Instant to = one.to();
    if (to != null && !to.isAfter(one.from())) {
      throw Problem.invalidField("/to", "'to' must lie after 'from'.");
    }
    Fact fact =
        new Fact(
            "station.maintenance_set",
            one.station(),
            one.from(),
            one.who(),
            RegisterEntries.maintenance(one));
    return edit.commit(tx -> store.insertMaintenance(tx, one).map(done -> fact))
        .map(done -> announced(one));
  }

  Future<MaintenanceWindow> end(RegisteredStation station, String who) {
    Instant now = edit.now();
    MaintenanceWindow running =
        registers
            .findMaintenance(station.code())
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "Nobody works on the station '%s' now.".formatted(station.code())));
    MaintenanceWindow ended =
        new MaintenanceWindow(
            running.id(),
            running.station(),
            running.from(),
            running.to(),
            running.reason(),
            running.who(),
            now);
    Fact fact =
        new Fact(
            "station.maintenance_ended",
            station.code(),
            now,
            who,
            RegisterEntries.maintenance(ended));
    return edit.commit(tx -> store.endMaintenance(tx, running.id(), now).map(done -> fact))
        .map(done -> announced(ended));
  }

  private MaintenanceWindow announced(MaintenanceWindow one) {
    registers.maintenanceChanged().announce(new MaintenanceChanged(one.station()));
    return one;
  }

  Future<RegisteredSeries> calibrate(
      RegisteredSeries series,
      LocalDate last,
      int intervalDays,
      @Nullable String certificate,
      String who) {
    JsonObject body =
        new JsonObject()
            .put("last", last.toString())
            .put("interval_days", intervalDays)
            .put("certificate", certificate);
    Fact fact = new Fact("series.calibrated", series.id(), edit.now(), who, body);
    return edit.commit(
            tx ->
                store
                    .setCalibration(tx, series.key(), last, intervalDays, certificate)
                    .map(done -> fact))
        .map(done -> registers.findSeries(series.id()).orElse(series));
  }

  /** The series in use whose calibration ends by that day, the most urgent first. */
  List<RegisteredSeries> listDue(ViewScope scope, LocalDate by) {
    return registers.listAllSeries().stream()
        .filter(RegisteredSeries::isInUse)
        .filter(one -> registers.findStation(one.series().station()).isPresent())
        .filter(one -> registers.shows(scope, one))
        .filter(one -> due(one).map(day -> !day.isAfter(by)).orElse(false))
        .sorted(Comparator.comparing(one -> due(one).orElse(LocalDate.MAX)))
        .toList();
  }

  static Optional<LocalDate> due(RegisteredSeries series) {
    return Optional.ofNullable(series.care().calibration()).map(Calibration::due);
  }
}
