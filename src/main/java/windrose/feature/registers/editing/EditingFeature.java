package windrose.feature.registers.editing;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Route;

/** The front door to changing the registers by hand; every change is journalled in its own transaction. */
public final class EditingFeature {
  private final RegistersFeature registers;
  private final Database database;
  private final Clock clock;
  private final ZoneId zone;
  private final RecordedEdit edit;
  private final EntryStore entries;
  private final EntryWriter writer;
  private final CareStore careStore;
  private final StoredData storedData;

  /**
   * @param zone whose days count for calibration
   * @param storedData asks memory whether a series has readings, so that its unit is not changed under them
   */
  public EditingFeature(
      Database database,
      Journal journal,
      RegistersFeature registers,
      String park,
      Clock clock,
      ZoneId zone,
      StoredData storedData) {
    this.registers = registers;
    this.database = database;
    this.clock = clock;
    this.zone = zone;
    this.edit = new RecordedEdit(database, journal, registers, clock);
    this.entries = new EntryStore(park);
    this.writer = new EntryWriter(entries);
    this.careStore = new CareStore(park);
    this.storedData = storedData;
  }

  public List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(
            new EditingRoutes(
                    registers,
                    new StationEditor(registers, edit, writer),
                    new SeriesEditor(registers, edit, writer, storedData),
                    new Differences(database, registers, entries))
                .routes());
    EquipmentCare care = new EquipmentCare(database, registers, edit, careStore);
    routes.addAll(new CareRoutes(registers, care, clock, zone).routes());
    return List.copyOf(routes);
  }

  /** For features that change the registers in their own way, such as from files. */
  public RecordedEdit edit() {
    return edit;
  }

  public EntryWriter writer() {
    return writer;
  }

  public StoredData storedData() {
    return storedData;
  }
}
