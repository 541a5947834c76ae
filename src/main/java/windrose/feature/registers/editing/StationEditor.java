package windrose.feature.registers.editing;

import io.vertx.core.Future;
import java.util.Map;
import java.util.OptionalLong;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Problem;

/** Stations as people add, change and retire them. */
final class StationEditor {
  private final RegistersFeature registers;
  private final RecordedEdit edit;
  private final EntryWriter writer;
  private final StationCheck check;

  StationEditor(RegistersFeature registers, RecordedEdit edit, EntryWriter writer) {
    this.registers = registers;
    this.edit = edit;
    this.writer = writer;
    this.check = new StationCheck(registers);
  }

  Future<RegisteredStation> add(StationDraft draft, String who) {
    String code = draft.station().code();
    if (registers.findRegistered(code).isPresent()) {
      throw Problem.conflict(
          "There is a station '%s' already, perhaps a retired one.".formatted(code));
    }
    Complaint.refuse(check.check(draft, Map.of()));
    return edit.commit(tx -> writer.addStation(tx, draft, edit.now(), who))
        .map(done -> registered(code));
  }

  Future<RegisteredStation> change(
      RegisteredStation old, OptionalLong expected, StationDraft draft, String who) {
    Complaint.refuse(check.check(draft, Map.of()));
    return edit.commitIfAny(tx -> writer.changeStation(tx, old, expected, draft, edit.now(), who))
        .map(done -> registered(old.code()));
  }

  Future<RegisteredStation> retire(
      RegisteredStation old, OptionalLong expected, String reason, String who) {
    if (!old.isInUse()) {
      throw Problem.conflict("The station '%s' is retired already.".formatted(old.code()));
    }
    return edit.commit(
            tx -> writer.retireStation(tx, old, expected, edit.now(), reason, edit.now(), who))
        .map(done -> registered(old.code()));
  }

  Future<RegisteredStation> reinstate(RegisteredStation old, String reason, String who) {
    if (old.isInUse()) {
      throw Problem.conflict("The station '%s' is in use.".formatted(old.code()));
    }
    return edit.commit(
            tx ->
                writer.retireStation(tx, old, OptionalLong.empty(), null, reason, edit.now(), who))
        .map(done -> registered(old.code()));
  }

  private RegisteredStation registered(String code) {
    return registers.findRegistered(code).orElseThrow(() -> RegistersFeature.noStation(code));
  }
}
