package windrose.feature.journal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A change of state, told once.
 *
 * @param kind past tense, dotted by feature: {@code park.imported}, {@code session.opened}
 * @param subject the public id of what changed
 * @param eventTime when it happened
 * @param who the person, device or part of the program that caused it
 */
public record Fact(String kind, String subject, Instant eventTime, String who, JsonObject body) {}
