package windrose.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import windrose.domain.upkeep.SilenceRule;
import windrose.feature.ingest.hj212.Hj212Limits;
import windrose.feature.ingest.mqtt.MqttLimits;
import windrose.platform.work.StartRefused;

/** Turns the settings about devices into limits, or says which one is wrong and what to write instead. */
final class IngestConfigs {
  private final Map<Setting, String> values;

  IngestConfigs(Map<Setting, String> values) {
    this.values = values;
  }

  AppConfig.Ingest read() {
    return new AppConfig.Ingest(mqtt(), hj212(), silence(), zone());
  }

  private MqttLimits mqtt() {
    MqttLimits usual = MqttLimits.USUAL;
    int largest = number(Setting.MQTT_MESSAGE_BYTES, 1_024, 1_048_576);
    return new MqttLimits(
        number(Setting.MQTT_CONNECTIONS, 1, 100_000),
        number(Setting.MQTT_CONNECTIONS_PER_ADDRESS, 1, 100_000),
        number(Setting.MQTT_HALF_OPEN, 1, 100_000),
        1_000L * number(Setting.MQTT_CONNECT_WITHIN_S, 1, 600),
        largest,
        number(Setting.MQTT_MESSAGES_PER_S, 1, 1_000_000),
        number(Setting.MQTT_BYTES_PER_S, 1_024, 1_000_000_000),
        number(Setting.MQTT_UNACKNOWLEDGED, 1, 65_535),
        Math.max(usual.unacknowledgedBytes(), largest),
        usual.waitAtMostMs(),
        usual.slowReaderMs());
  }

  private Hj212Limits hj212() {
    Hj212Limits usual = Hj212Limits.USUAL;
    return new Hj212Limits(
        number(Setting.HJ212_DATA_BYTES, 1_024, 1_048_576),
        number(Setting.HJ212_CONNECTIONS, 1, 100_000),
        number(Setting.HJ212_CONNECTIONS_PER_ADDRESS, 1, 100_000),
        number(Setting.HJ212_UNACKNOWLEDGED, 1, 10_000),
        1_000L * number(Setting.HJ212_FIRST_FRAME_WITHIN_S, 1, 3_600),
        1_000L * number(Setting.HJ212_HALF_FRAME_WITHIN_S, 1, 600),
        1_000L * number(Setting.HJ212_IDLE_S, 10, 86_400),
        usual.mostRefusals(),
        usual.partWaitMs(),
        usual.partAnswerMs(),
        usual.spoolAfterMs(),
        1_024L * 1_024 * number(Setting.HJ212_SPOOL_MB, 1, 100_000),
        usual.commands());
  }

  private SilenceRule silence() {
    return new SilenceRule(
        number(Setting.SILENCE_MISSED, 2, 1_000),
        Duration.ofMinutes(number(Setting.SILENCE_SHORTEST_MIN, 1, 10_080)));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(text(Setting.ZONE));
    } catch (DateTimeException unknown) {
      throw wrong(Setting.ZONE, "write the name of a time zone, such as Asia/Shanghai.");
    }
  }

  private int number(Setting setting, int low, int high) {
    try {
      int number = Integer.parseInt(text(setting));
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw wrong(setting, "write a whole number from %d to %d.".formatted(low, high));
  }

  private String text(Setting setting) {
    return values.getOrDefault(setting, "");
  }

  private StartRefused wrong(Setting setting, String instead) {
    return new StartRefused(
        "%s is '%s'; %s".formatted(setting.environmentName(), text(setting), instead));
  }
}
