package windrose.feature.basemap;

import io.vertx.core.Future;
import java.time.Instant;
import windrose.domain.park.Park;
import windrose.platform.db.Tx;

/** What another feature writes into its own tables in the same transaction that imports a park; its failure undoes all. */
@FunctionalInterface
public interface ImportStep {
  Future<Void> apply(Tx tx, Park park, Instant at);
}
