package windrose.feature.ingest.quarantine;

import io.vertx.core.Future;
import java.util.List;
import windrose.feature.ingest.steps.Fault;

/** Sends a stored message through the pipeline again, with its original receive time. */
@FunctionalInterface
public interface Replayer {
  /** What is still wrong with it, after all that is right was committed; empty when nothing is. */
  Future<List<Fault>> replay(QuarantineEntry message);
}
