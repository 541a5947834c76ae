package windrose.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * Gathers the settings: defaults, then {@code windrose.properties}, then the environment, then the command line; the later
 * wins. A key that nobody knows is reported with the nearest one that somebody does.
 */
@OffLoop("the start, before there is an event loop")
final class ConfigReader {
  private static final String FILE = "windrose.properties";

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final List<String> warnings = new ArrayList<>();

  private ConfigReader() {
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.ifAbsent());
    }
  }

  static AppConfig read(Path folder, Map<String, String> environment, List<String> options) {
    ConfigReader reader = new ConfigReader();
    reader.file(folder.resolve(FILE));
    reader.environment(environment);
    boolean demo = reader.options(options);
    return AppConfigs.from(reader.values, demo, reader.warnings);
  }

  private void file(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new StartRefused(
          "The file " + file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
    }
    Map<String, Setting> known = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      known.put(setting.propertyName(), setting);
    }
    for (String name : properties.stringPropertyNames()) {
      Setting setting = known.get(name);
      if (setting == null) {
        warnings.add(unknown(file.getFileName() + ": '" + name + "'", name, known.keySet()));
      } else {
        values.put(setting, properties.getProperty(name).strip());
      }
    }
  }

  private void environment(Map<String, String> environment) {
    Map<String, Setting> known = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      known.put(setting.environmentName(), setting);
    }
    for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
      Setting setting = known.get(entry.getKey());
      if (setting != null) {
        values.put(setting, entry.getValue().strip());
      } else if (entry.getKey().startsWith("WINDROSE_")) {
        warnings.add(unknown("environment: " + entry.getKey(), entry.getKey(), known.keySet()));
      }
    }
  }

  /** {@code --http-port 8081} or {@code --http-port=8081}; {@code --demo} stands alone. */
  private boolean options(List<String> options) {
    Map<String, Setting> known = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      known.put(setting.optionName(), setting);
    }
    boolean demo = false;
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      if (option.equals("--demo")) {
        demo = true;
        continue;
      }
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      Setting setting = known.get(name);
      if (setting == null) {
        throw new StartRefused(unknown("The option " + name, name, known.keySet()));
      }
      if (equals < 0 && i + 1 >= options.size()) {
        throw new StartRefused("The option " + name + " needs a value: " + setting.sentence());
      }
      values.put(setting, equals < 0 ? options.get(++i) : option.substring(equals + 1));
    }
    return demo;
  }

  private static String unknown(String where, String name, Iterable<String> known) {
    return where
        + " is not a setting of Windrose; did you mean "
        + Nearest.of(name, known)
        + "? ('windrose help' lists all)";
  }
}
