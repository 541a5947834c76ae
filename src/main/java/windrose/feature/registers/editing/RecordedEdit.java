package windrose.feature.registers.editing;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;

/** One change of the registers together with its journal entry; the registers in memory are renewed after the commit. */
public final class RecordedEdit {
  private final Database database;
  private final Journal journal;
  private final RegistersFeature registers;
  private final Clock clock;

  public RecordedEdit(Database database, Journal journal, RegistersFeature registers, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.registers = registers;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public Future<Void> commit(Function<Tx, Future<Fact>> change) {
    return commitIfAny(tx -> change.apply(tx).map(Optional::of));
  }

  /** Nothing to tell means that nothing changed. */
  public Future<Void> commitIfAny(Function<Tx, Future<Optional<Fact>>> change) {
    return database
        .<Boolean>inTransaction(
            tx ->
                change
                    .apply(tx)
                    .compose(
                        fact ->
                            fact.isEmpty()
                                ? Future.succeededFuture(false)
                                : journal.append(tx, fact.get()).map(true)))
        .compose(changed -> changed ? registers.load() : Future.succeededFuture());
  }
}
