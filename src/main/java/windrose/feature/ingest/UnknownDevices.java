package windrose.feature.ingest;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.access.Action;
import windrose.platform.web.Answer;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/**
 * Devices that knocked and are not registered, so that people can find a new box here instead of in a log.
 *
 * <p>The {@value #MOST} heard last; anybody on the network can put a name here, so nothing may be believed.
 */
public final class UnknownDevices {
  static final int MOST = 500;
  private static final int LONGEST_NAME = 128;

  private final Clock clock;

  /** By channel and name; the one heard last stands last. */
  private final Map<String, Sighting> sightings = new LinkedHashMap<>();

  /** What is known about one of them. */
  record Sighting(
      String channel,
      String name,
      String address,
      Instant first,
      Instant last,
      long count,
      String reason) {}

  public UnknownDevices(Clock clock) {
    this.clock = clock;
  }

  /** {@code name} is what it calls itself: a device number (MN), a user name. */
  public void note(String channel, String name, String address, String reason) {
    String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    Instant now = clock.instant();
    Sighting before = sightings.remove(channel + " " + shown);
    Instant first = before == null ? now : before.first();
    long count = before == null ? 1 : before.count() + 1;
    sightings.put(
        channel + " " + shown, new Sighting(channel, shown, address, first, now, count, reason));
    if (sightings.size() > MOST) {
      sightings.remove(sightings.keySet().iterator().next());
    }
  }

  /** The one heard last first. */
  List<Sighting> list() {
    List<Sighting> all = new ArrayList<>(sightings.values());
    Collections.reverse(all);
    return all;
  }

  Route route() {
    return Route.get("/api/v1/unknown-devices")
        .needs(Action.MANAGE_DEVICES)
        .says("Devices that knocked and are not registered, the one heard last first")
        .answers(this::answer);
  }

  private Future<Answer> answer(Request request) {
    JsonArray items = new JsonArray();
    for (Sighting one : list()) {
      items.add(
          new JsonObject()
              .put("channel", one.channel())
              .put("name", one.name())
              .put("address", one.address())
              .put("first_seen", one.first().toString())
              .put("last_seen", one.last().toString())
              .put("count", one.count())
              .put("reason", one.reason()));
    }
    return Future.succeededFuture(Answer.json(new JsonObject().put("items", items)));
  }
}
