package windrose.feature.registers.editing;

import io.vertx.core.Future;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Problem;

/**
 * Series as people add, change and retire them.
 *
 * <p>Stored readings keep the unit in which they came. So the unit of a series with readings changes in one case only: when a
 * person states, with a reason, that the label was wrong all along. The numbers stay, the label changes, the journal tells.
 */
final class SeriesEditor {
  private final RegistersFeature registers;
  private final RecordedEdit edit;
  private final EntryWriter writer;
  private final StoredData storedData;

  SeriesEditor(
      RegistersFeature registers, RecordedEdit edit, EntryWriter writer, StoredData storedData) {
    this.registers = registers;
    this.edit = edit;
    this.writer = writer;
    this.storedData = storedData;
  }

  Future<RegisteredSeries> add(SeriesDraft draft, String who) {
    String station = draft.series().station();
    if (registers.findStation(station).isEmpty()) {
      throw Problem.invalidField("/station", "There is no station '%s' in use.".formatted(station));
    }
    Complaint.refuse(SeriesCheck.check(draft));
    return edit.commit(tx -> writer.addSeries(tx, draft, edit.now(), who))
        .map(done -> registered(draft.series().id()));
  }

  /** @param wrongLabel why the unit was labelled wrong; null when nobody says so */
  Future<RegisteredSeries> change(
      RegisteredSeries old,
      OptionalLong expected,
      SeriesDraft draft,
      @Nullable String wrongLabel,
      String who) {
    Complaint.refuse(SeriesCheck.check(draft));
    return refuseOtherMeaning(old, draft, wrongLabel)
        .compose(
            hasReadings ->
                edit.commitIfAny(
                    tx ->
                        writer.changeSeries(
                            tx,
                            old,
                            expected,
                            draft,
                            hasReadings ? wrongLabel : null,
                            edit.now(),
                            who)))
        .map(done -> registered(old.id()));
  }

  private Future<Boolean> refuseOtherMeaning(
      RegisteredSeries old, SeriesDraft draft, @Nullable String wrongLabel) {
    boolean newUnit = !old.series().unit().equals(draft.series().unit());
    boolean newFactor = !old.series().factor().equals(draft.series().factor());
    if (!newUnit && !newFactor) {
      return Future.succeededFuture(false);
    }
    return storedData
        .has(old.key())
        .map(
            stored -> {
              if (stored && newFactor) {
                throw Problem.conflict(
                    "readings-exist",
                    "Readings of '%s' are stored, so it keeps its factor. Register a new sensor for the other factor."
                        .formatted(old.series().factor()));
              }
              if (stored && wrongLabel == null) {
                throw Problem.conflict(
                    "readings-exist",
                    "Readings are stored in %s. If the device changed, register a new sensor; if the label was wrong all along, send 'unit_was_wrong': true with 'why'."
                        .formatted(old.series().unit()));
              }
              return stored;
            });
  }

  Future<RegisteredSeries> retire(
      RegisteredSeries old, OptionalLong expected, String reason, String who) {
    if (!old.isInUse()) {
      throw Problem.conflict("The series '%s' is retired already.".formatted(old.id()));
    }
    return edit.commit(tx -> writer.retireSeries(tx, old, expected, reason, edit.now(), who))
        .map(done -> registered(old.id()));
  }

  private RegisteredSeries registered(String id) {
    return registers
        .findSeries(id)
        .orElseThrow(() -> Problem.notFound("There is no series '%s'.".formatted(id)));
  }
}
