package windrose.feature.ingest.hj212.command;

import io.vertx.core.Future;
import java.util.function.Function;
import windrose.domain.hj212.Header;

/**
 * A station that is connected now.
 *
 * @param last the header of what it said last; its password, system code and edition are used to speak to it
 * @param send puts a frame on its line
 */
public record Peer(Header last, Function<byte[], Future<Void>> send) {}
