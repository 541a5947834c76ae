package windrose.feature.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import windrose.feature.ingest.MessageDecoder.Unreadable;

/**
 * Takes what a gateway says for many devices at once, {@code {"GD-101":[{"ts":…,"values":{…}}], …}}: cuts it into one message per
 * device, each with its own bytes, so that each stands alone in quarantine and can be replayed alone.
 */
public final class GatewayTelemetry {
  private static final int MAX_DEVICES = 1_000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final ReadingPipeline pipeline;

  GatewayTelemetry(ReadingPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** A device of the message and the bytes that are its telemetry. */
  record Part(String device, Buffer telemetry) {}

  /**
   * Succeeds after all of it is committed; parts that may not be spoken for stand in quarantine then.
   *
   * @param refusal why this gateway may not speak for a device, or nothing when it may
   */
  public Future<Void> take(
      String channel,
      String login,
      Instant received,
      Buffer payload,
      Function<String, Optional<String>> refusal) {
    List<Part> parts;
    try {
      parts = split(payload);
    } catch (Unreadable unreadable) {
      return pipeline.refuse(
          new DeviceMessage(channel, login, login, received, payload),
          String.valueOf(unreadable.getMessage()));
    }
    List<Future<Void>> commits = new ArrayList<>(parts.size());
    for (Part part : parts) {
      DeviceMessage message =
          new DeviceMessage(channel, login, part.device, received, part.telemetry);
      Optional<String> refused = refusal.apply(part.device);
      commits.add(
          refused.isEmpty() ? pipeline.take(message) : pipeline.refuse(message, refused.get()));
    }
    return Future.join(commits).mapEmpty();
  }

  static List<Part> split(Buffer payload) throws Unreadable {
    byte[] bytes = payload.getBytes();
    List<Part> parts = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable("a gateway's message is an object of device names");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String device = parser.currentName();
        JsonToken token = parser.nextToken();
        if (!token.isStructStart()) {
          throw new Unreadable("after a device's name comes an array of its telemetry");
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        parts.add(new Part(device, payload.getBuffer(from, to)));
        if (parts.size() > MAX_DEVICES) {
          throw new Unreadable("more than " + MAX_DEVICES + " devices at once");
        }
      }
      if (parser.nextToken() != null) {
        throw new Unreadable("something follows the end of the message");
      }
    } catch (IOException broken) {
      String text = String.valueOf(broken.getMessage());
      throw new Unreadable("not JSON: " + text.lines().findFirst().orElse("unreadable"));
    }
    return parts;
  }
}
