package windrose.app;

import java.util.Locale;

/** Every value that an installation can set: its name, its default and one sentence. */
enum Setting {
  HOST("127.0.0.1", "The address that all listeners bind."),
  HTTP_PORT("8080", "The port of the web page and the interface; 0 takes a free one."),
  MQTT_PORT("1883", "The port on which devices speak MQTT; 0 switches it off."),
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
