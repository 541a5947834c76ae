package windrose.feature.simulator.devices;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Park;
import windrose.feature.simulator.truth.DemoWorld;

/**
 * All simulated devices of the park and the one clockwork that makes them measure.
 *
 * <p>Measuring goes on while a line is down; the readings wait in the device. A machine that slept leaves a gap: turns of more
 * than two seconds ago are not made up.
 */
public final class DeviceFleet {
  private static final long CATCH_UP_TURNS = 8;
  private static final long SPREAD_CONNECTS_MS = 3_000;

  private final Vertx vertx;
  private final Clock clock;
  private final DemoWorld world;
  private final PublishingPlan plan;
  private final Supplier<@Nullable String> drill;
  private final Map<String, SimulatedDevice> devices = new HashMap<>();
  private long timer = -1;
  private long lastTurn;
  private long measured;

  /**
   * Does not begin to work before {@link #start}.
   *
   * @param drill the id of the running drill, or null
   */
  public DeviceFleet(
      Vertx vertx,
      Park park,
      Clock clock,
      DemoWorld world,
      String host,
      int port,
      Function<String, Future<String>> secretOf,
      Supplier<@Nullable String> drill) {
    this.vertx = vertx;
    this.clock = clock;
    this.world = world;
    this.plan = PublishingPlan.of(park, world);
    this.drill = drill;
    SimulatedDevice.Address address = new SimulatedDevice.Address(host, port);
    for (String publisher : plan.listPublishers()) {
      devices.put(publisher, new SimulatedDevice(vertx, publisher, address, secretOf));
    }
  }

  public void start() {
    lastTurn = clock.millis() / PublishingPlan.TURN_MS;
    int i = 0;
    for (SimulatedDevice device : devices.values()) {
      device.start(SPREAD_CONNECTS_MS * i++ / Math.max(1, devices.size()));
    }
    timer = vertx.setPeriodic(PublishingPlan.TURN_MS, id -> makeTurns());
  }

  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    List<Future<Void>> closing = devices.values().stream().map(SimulatedDevice::stop).toList();
    return Future.join(closing).mapEmpty();
  }

  private void makeTurns() {
    long now = clock.millis() / PublishingPlan.TURN_MS;
    lastTurn = Math.max(lastTurn, now - CATCH_UP_TURNS);
    while (lastTurn < now) {
      lastTurn++;
      for (PublishingPlan.Post post : plan.listDue(lastTurn)) {
        measure(post, lastTurn * PublishingPlan.TURN_MS);
      }
    }
  }

  private void measure(PublishingPlan.Post post, long epochMs) {
    SimulatedDevice device = devices.get(post.publisher());
    if (device == null || world.faults().isSilent(post.station(), epochMs / 1000.0)) {
      return;
    }
    long deviceMs = epochMs + world.faults().clockAheadMs(post.publisher());
    Buffer body = Message.of(world, post.probes(), epochMs, deviceMs, drill.get());
    device.publish("windrose/" + post.station() + "/readings", body);
    measured++;
  }

  public int size() {
    return devices.size();
  }

  public long online() {
    return devices.values().stream().filter(SimulatedDevice::isOnline).count();
  }

  public long measured() {
    return measured;
  }

  public int unacknowledged() {
    return devices.values().stream().mapToInt(SimulatedDevice::unacknowledged).sum();
  }
}
