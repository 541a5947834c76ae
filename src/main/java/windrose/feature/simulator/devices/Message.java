package windrose.feature.simulator.devices;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.Probe;
import windrose.feature.simulator.truth.Sample;

/** Writes one message as devices send it: {@code {"ts":…,"values":{"cl2":0.05}}}, marked when a drill has moved a value. */
final class Message {
  private Message() {}

  /**
   * The body of a message.
   *
   * @param epochMs when it is measured
   * @param deviceMs what the device's clock says then
   * @param drill the running drill, or null
   */
  static Buffer of(
      DemoWorld world, List<Probe> probes, long epochMs, long deviceMs, @Nullable String drill) {
    StringBuilder text = new StringBuilder(64 + 24 * probes.size());
    text.append("{\"ts\":").append(deviceMs).append(",\"values\":{");
    boolean isDrill = false;
    for (int i = 0; i < probes.size(); i++) {
      Sample sample = world.sample(probes.get(i), epochMs / 1000.0);
      isDrill |= sample.isDrill();
      if (i > 0) {
        text.append(',');
      }
      text.append('"').append(probes.get(i).series().sensor()).append("\":");
      append(text, sample);
    }
    text.append('}');
    if (isDrill && drill != null) {
      text.append(",\"drill\":\"").append(drill).append('"');
    }
    return Buffer.buffer(text.append('}').toString());
  }

  private static void append(StringBuilder text, Sample sample) {
    if (sample.flag() == Sample.NORMAL) {
      text.append(sample.value());
    } else {
      text.append("{\"v\":").append(sample.value());
      text.append(",\"q\":\"").append(sample.flag()).append("\"}");
    }
  }
}
