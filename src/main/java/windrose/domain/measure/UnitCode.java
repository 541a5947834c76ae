package windrose.domain.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units in which series may be stored, spelled in ASCII; pressures of vessels are gauge. */
public final class UnitCode {
  private static final Set<String> KNOWN =
      Set.of(
          "mg/m3", "ug/m3", "ppm", "ppb", "%LEL", "%VOL", "degC", "K", "Pa", "kPa", "hPa", "MPa",
          "%", "m", "mm", "mm/h", "m/s", "deg", "m3/h", "m3", "m3/s", "L/s", "t/h", "t", "kg",
          "W/m2", "mg/L", "ug/L", "uS/cm", "mS/cm", "NTU", "pH", "A", "V", "kW", "dB", "1");

  private static final Map<String, String> OTHER_SPELLINGS =
      Map.ofEntries(
          Map.entry("mg/m³", "mg/m3"),
          Map.entry("μg/m³", "ug/m3"),
          Map.entry("µg/m³", "ug/m3"),
          Map.entry("μg/m3", "ug/m3"),
          Map.entry("℃", "degC"),
          Map.entry("°C", "degC"),
          Map.entry("C", "degC"),
          Map.entry("°", "deg"),
          Map.entry("LEL", "%LEL"),
          Map.entry("LEL%", "%LEL"),
          Map.entry("%vol", "%VOL"),
          Map.entry("VOL%", "%VOL"),
          Map.entry("Mpa", "MPa"),
          Map.entry("mpa", "MPa"),
          Map.entry("Kpa", "kPa"),
          Map.entry("m³/h", "m3/h"),
          Map.entry("m³", "m3"),
          Map.entry("PPM", "ppm"),
          Map.entry("W/m²", "W/m2"),
          Map.entry("μS/cm", "uS/cm"));

  private UnitCode() {}

  public static boolean isKnown(String unit) {
    return KNOWN.contains(unit);
  }

  /** All of them, sorted. */
  public static List<String> list() {
    return KNOWN.stream().sorted().toList();
  }

  /** How a unit that we do not know is probably meant to be spelled. */
  public static Optional<String> findSpelling(String unit) {
    return Optional.ofNullable(OTHER_SPELLINGS.get(unit));
  }
}
