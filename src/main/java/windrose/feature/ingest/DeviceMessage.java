package windrose.feature.ingest;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * What a device sent, still bytes.
 *
 * @param channel how it came: {@code mqtt}, {@code hj212}
 * @param login who sent it, as it signed in
 * @param station for which station it speaks
 */
public record DeviceMessage(
    String channel, String login, String station, Instant received, Buffer payload) {}
