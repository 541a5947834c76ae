package windrose.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import windrose.feature.basemap.ExternalTiles;
import windrose.feature.ingest.broker.BrokerAddress;
import windrose.feature.readings.KeepPolicy;
import windrose.feature.readings.archive.KeepDays;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** Turns the settings' texts into an {@link AppConfig}, or says which one is wrong and what to write instead. */
@OffLoop("the start, before there is an event loop")
final class AppConfigs {
  private final Map<Setting, String> values;

  private AppConfigs(Map<Setting, String> values) {
    this.values = values;
  }

  static AppConfig from(Map<Setting, String> values, boolean demo, List<String> warnings) {
    AppConfigs texts = new AppConfigs(values);
    return new AppConfig(
        texts.listeners(),
        texts.path(Setting.DATA_DIR),
        texts.find(Setting.DATABASE_URL).map(DatabaseUrl::parse),
        texts.parkId(),
        texts.park(),
        texts.adminPassword(),
        new AppConfig.Outside(texts.publicUrl(), texts.trustedProxies()),
        texts.broker(),
        texts.tiles(),
        new KeepPolicy(
            texts.keepDays(Setting.KEEP_SAFETY), texts.keepDays(Setting.KEEP_ENVIRONMENT)),
        new IngestConfigs(values).read(),
        texts.jsonLogs(),
        demo,
        List.copyOf(warnings));
  }

  private Optional<String> find(Setting setting) {
    String text = values.getOrDefault(setting, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private StartRefused wrong(Setting setting, String instead) {
    return new StartRefused(
        "%s is '%s'; %s".formatted(setting.environmentName(), values.get(setting), instead));
  }

  private AppConfig.Listeners listeners() {
    return new AppConfig.Listeners(
        find(Setting.HOST).orElse(Setting.HOST.ifAbsent()),
        port(Setting.HTTP_PORT),
        portOrOff(Setting.MQTT_PORT),
        portOrOff(Setting.HJ212_PORT),
        tls());
  }

  private Optional<Integer> portOrOff(Setting setting) {
    int port = port(setting);
    return port == 0 ? Optional.empty() : Optional.of(port);
  }

  private int port(Setting setting) {
    try {
      int port = Integer.parseInt(values.getOrDefault(setting, ""));
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw wrong(setting, "write a port number from 0 to 65535.");
  }

  private Path path(Setting setting) {
    try {
      return Path.of(values.getOrDefault(setting, ""));
    } catch (InvalidPathException notAPath) {
      throw wrong(setting, "write the path of a folder or file.");
    }
  }

  private Path readableFile(Setting setting) {
    Path file = path(setting);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw wrong(setting, "write the path of a file that this user may read.");
    }
    return file;
  }

  private Optional<AppConfig.TlsFiles> tls() {
    boolean certificate = find(Setting.TLS_CERT).isPresent();
    boolean key = find(Setting.TLS_KEY).isPresent();
    if (certificate != key) {
      throw new StartRefused(
          "WINDROSE_TLS_CERT and WINDROSE_TLS_KEY go together; set both or none.");
    }
    return certificate
        ? Optional.of(
            new AppConfig.TlsFiles(readableFile(Setting.TLS_CERT), readableFile(Setting.TLS_KEY)))
        : Optional.empty();
  }

  private String parkId() {
    String id = values.getOrDefault(Setting.PARK_ID, "");
    if (!id.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw wrong(Setting.PARK_ID, "write up to 32 small letters, digits and dashes.");
    }
    return id;
  }

  private Optional<Path> park() {
    if (find(Setting.PARK).isEmpty()) {
      return Optional.empty();
    }
    Path folder = path(Setting.PARK);
    if (!Files.isDirectory(folder)) {
      throw wrong(Setting.PARK, "write the path of a park folder (format in gis-data/README.md).");
    }
    return Optional.of(folder);
  }

  private Optional<String> adminPassword() {
    Optional<String> password = find(Setting.ADMIN_PASSWORD);
    if (password.isPresent() && password.get().length() < 12) {
      throw new StartRefused(
          "WINDROSE_ADMIN_PASSWORD is shorter than 12 characters; choose a longer one, or leave it"
              + " empty and get a random one.");
    }
    return password;
  }

  private Optional<URI> publicUrl() {
    Optional<String> text = find(Setting.PUBLIC_URL);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text.get());
      if (Set.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException notAnAddress) {
      // answered below
    }
    throw wrong(Setting.PUBLIC_URL, "write an address such as https://park.example.cn.");
  }

  private Set<String> trustedProxies() {
    Set<String> proxies = new LinkedHashSet<>();
    find(Setting.TRUSTED_PROXIES)
        .ifPresent(
            text ->
                Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(proxies::add));
    return proxies;
  }

  private Optional<BrokerAddress> broker() {
    try {
      return find(Setting.MQTT_BROKER).map(BrokerAddress::parse);
    } catch (IllegalArgumentException wrong) {
      throw new StartRefused(
          Setting.MQTT_BROKER.environmentName() + " is wrong: " + wrong.getMessage());
    }
  }

  private Optional<ExternalTiles> tiles() {
    Optional<String> url = find(Setting.TILES_URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ExternalTiles(
              find(Setting.TILES_NAME).orElse("tiles"),
              url.get(),
              find(Setting.TILES_DATUM).orElse(""),
              find(Setting.TILES_ATTRIBUTION).orElse("")));
    } catch (IllegalArgumentException wrong) {
      throw new StartRefused("The external tiles cannot be used: " + wrong.getMessage());
    }
  }

  /** Four numbers of days: readings, 1-minute, 1-hour and 1-day roll-ups; 0 keeps them for ever. */
  private KeepDays keepDays(Setting setting) {
    String text = values.getOrDefault(setting, "");
    if (!text.matches("\\d{1,5}(,\\d{1,5}){3}")) {
      throw wrong(
          setting,
          "write four numbers of days for readings, minutes, hours and days, such as"
              + " 1100,1830,0,0; 0 keeps for ever.");
    }
    List<Integer> days = Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    return new KeepDays(days.get(0), days.get(1), days.get(2), days.get(3));
  }

  private boolean jsonLogs() {
    return switch (values.getOrDefault(Setting.LOG_FORMAT, "")) {
      case "text" -> false;
      case "json" -> true;
      default -> throw wrong(Setting.LOG_FORMAT, "write text or json.");
    };
  }
}
