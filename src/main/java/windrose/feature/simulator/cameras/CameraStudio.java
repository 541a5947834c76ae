package windrose.feature.simulator.cameras;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Park;
import windrose.domain.park.Station;
import windrose.domain.plume.GaussianPuff;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.LeakRun;
import windrose.platform.work.HeavyWork;

/** The pictures of all simulated cameras, each drawn at most once a second, however many people look. */
public final class CameraStudio {
  private static final long FRESH_MS = 1_000;

  private final Map<String, Station> cameras = new HashMap<>();
  private final Map<String, Shot> shots = new HashMap<>();
  private final DemoWorld world;
  private final Clock clock;
  private final HeavyWork work;
  private final Park park;
  private @Nullable Future<Picture> taker;

  private record Shot(long epochMs, Future<String> svg) {}

  public CameraStudio(Park park, DemoWorld world, Clock clock, HeavyWork work) {
    this.world = world;
    this.clock = clock;
    this.work = work;
    for (Station station : park.stations()) {
      if (station.kind().equals("cctv")) {
        cameras.put(station.code(), station);
      }
    }
    this.park = park;
  }

  public Optional<Station> find(String code) {
    return Optional.ofNullable(cameras.get(code));
  }

  /**
   * What the camera sees now, as SVG.
   *
   * @param showDrill whether the one who looks may know of a running drill
   */
  public Future<String> picture(Station camera, boolean showDrill) {
    @Nullable LeakRun leak = showDrill ? world.findLeak().orElse(null) : null;
    String key = camera.code() + (leak == null ? "" : "/drill");
    long now = clock.millis();
    Shot last = shots.get(key);
    if (last != null && now - last.epochMs() < FRESH_MS && !last.svg().failed()) {
      return last.svg();
    }
    Moment moment = moment(camera, now, leak);
    Future<String> svg =
        taker().compose(ready -> work.run("camera picture", () -> ready.take(camera, moment)));
    shots.put(key, new Shot(now, svg));
    return svg;
  }

  /** The scene is built when someone looks for the first time. */
  private Future<Picture> taker() {
    Future<Picture> ready = taker;
    if (ready == null || ready.failed()) {
      ready =
          work.run(
              "camera scene",
              () -> new Picture(SceneBuilder.build(park, world.frame()), world.frame()));
      taker = ready;
    }
    return ready;
  }

  private Moment moment(Station camera, long now, @Nullable LeakRun leak) {
    List<GaussianPuff> cloud = leak == null ? List.of() : leak.cloud().puffs();
    String cas = leak == null ? "" : leak.leak().cas();
    return new Moment(now, world.weatherAt(now / 1000.0, camera.position()), cas, cloud);
  }
}
