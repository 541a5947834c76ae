package windrose.app;

import java.util.Locale;

/** Every value that an installation can set: its name, its default and one sentence. */
enum Setting {
  HOST("127.0.0.1", "The address that all listeners bind."),
  HTTP_PORT("8080", "The port of the web page and the interface; 0 takes a free one."),
  MQTT_PORT("1883", "The port on which devices speak MQTT; 0 switches it off."),
  HJ212_PORT("2120", "The port on which environmental stations speak HJ 212; 0 switches it off."),
  MQTT_BROKER(
      "", "An external MQTT broker to read from too, mqtt(s)://user:password@host:port/prefix."),
  DATA_DIR(".windrose", "The folder of the embedded database and the secrets."),
  DATABASE_URL("", "An external PostgreSQL, postgresql://user:password@host:port/database."),
  PARK_ID("park", "The name of the park in the database: small letters, digits and dashes."),
  PARK("", "A park folder to load at first start."),
  ADMIN_PASSWORD("", "The password of admin at first start; empty prints a random one, once."),
  TLS_CERT("", "The certificate for HTTPS and MQTT over TLS, a PEM file."),
  TLS_KEY("", "The key of the certificate, a PEM file."),
  PUBLIC_URL("", "The address people use when a proxy stands before Windrose."),
  TRUSTED_PROXIES("", "Addresses of proxies whose X-Forwarded-For counts, separated by commas."),
  TILES_URL("", "An external tile source under the park's own map, with {x}, {y} and {z}."),
  TILES_NAME("", "What the external tile source is called."),
  TILES_DATUM("", "The datum of the external tile source: CGCS2000, WGS-84 or GCJ-02."),
  TILES_ATTRIBUTION("", "Whom the external tile source belongs to."),
  KEEP_SAFETY(
      "1100,1830,0,0",
      "Days to keep readings, minutes, hours, days of gas, tanks, plants; 0 = for ever."),
  KEEP_ENVIRONMENT(
      "1100,1830,0,0",
      "Days to keep readings, minutes, hours, days of air, water and weather; 0 = for ever."),
  ZONE("Asia/Shanghai", "The time zone whose days the figures and the care of devices count in."),
  SILENCE_MISSED("5", "After how many missed intervals a device counts as silent."),
  SILENCE_SHORTEST_MIN(
      "5", "The minutes that a device may be silent at least, however short its interval."),
  MQTT_CONNECTIONS("5000", "Open MQTT connections in all."),
  MQTT_CONNECTIONS_PER_ADDRESS("1000", "Open MQTT connections from one address."),
  MQTT_HALF_OPEN("500", "MQTT connections without CONNECT; one more closes the oldest of them."),
  MQTT_CONNECT_WITHIN_S("10", "The seconds in which an MQTT connection must say CONNECT."),
  MQTT_MESSAGE_BYTES("65536", "The largest MQTT message."),
  MQTT_MESSAGES_PER_S(
      "25000", "Messages a second of one MQTT client; above, it is not read for a while."),
  MQTT_BYTES_PER_S(
      "8000000", "Bytes a second of one MQTT client; above, it is not read for a while."),
  MQTT_UNACKNOWLEDGED(
      "1000", "Messages of one MQTT client that wait for their commit: Receive Maximum."),
  HJ212_CONNECTIONS("4000", "Open HJ 212 lines in all."),
  HJ212_CONNECTIONS_PER_ADDRESS(
      "100", "Open HJ 212 lines from one address; a relay may bring many."),
  HJ212_DATA_BYTES("65536", "The longest HJ 212 data segment; the standard says 1024."),
  HJ212_UNACKNOWLEDGED("200", "Frames of one HJ 212 line that wait for their commit."),
  HJ212_FIRST_FRAME_WITHIN_S(
      "60", "The seconds in which a station must prove itself on a new line."),
  HJ212_HALF_FRAME_WITHIN_S(
      "30", "The seconds in which an HJ 212 frame that has begun must be whole."),
  HJ212_IDLE_S("900", "The seconds of silence after which an HJ 212 line is closed."),
  HJ212_SPOOL_MB("64", "Room on the disk for HJ 212 frames that ask for no answer, in MB."),
  LOG_FORMAT("text", "How log lines look: text for people, json for machines.");

  private final String ifAbsent;
  private final String sentence;

  Setting(String ifAbsent, String sentence) {
    this.ifAbsent = ifAbsent;
    this.sentence = sentence;
  }

  String ifAbsent() {
    return ifAbsent;
  }

  String sentence() {
    return sentence;
  }

  /** {@code WINDROSE_HTTP_PORT} */
  String environmentName() {
    return "WINDROSE_" + name();
  }

  /** {@code http.port} */
  String propertyName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** {@code --http-port} */
  String optionName() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
