package windrose.domain.measure;

import java.util.Map;
import java.util.Optional;

/**
 * From one unit to another of the same quantity, without any assumption about substance or state.
 *
 * <p>ppm to mg/m³ is not among them: that needs a molar mass and a {@link GasBasis}, see {@link Concentration}.
 */
public record UnitConversion(double times, double per, double offset) {
  public static final UnitConversion NONE = new UnitConversion(1, 1, 0);

  /** A unit as a whole number of its quantity's smallest unit, so that 14 ug/m3 become 0.014 mg/m3 to the last digit. */
  private record Scale(String quantity, double factor) {}

  private static final double ZERO_CELSIUS_K = 273.15;
  private static final Map<String, Scale> SCALES =
      Map.ofEntries(
          Map.entry("ng/m3", new Scale("mass concentration in gas", 1)),
          Map.entry("ug/m3", new Scale("mass concentration in gas", 1e3)),
          Map.entry("mg/m3", new Scale("mass concentration in gas", 1e6)),
          Map.entry("g/m3", new Scale("mass concentration in gas", 1e9)),
          Map.entry("ug/L", new Scale("mass concentration in liquid", 1)),
          Map.entry("mg/L", new Scale("mass concentration in liquid", 1e3)),
          Map.entry("g/L", new Scale("mass concentration in liquid", 1e6)),
          Map.entry("ppb", new Scale("volume share", 1)),
          Map.entry("ppm", new Scale("volume share", 1e3)),
          Map.entry("%VOL", new Scale("volume share", 1e7)),
          Map.entry("Pa", new Scale("pressure", 1)),
          Map.entry("hPa", new Scale("pressure", 100)),
          Map.entry("kPa", new Scale("pressure", 1e3)),
          Map.entry("MPa", new Scale("pressure", 1e6)),
          Map.entry("mm", new Scale("length", 1)),
          Map.entry("m", new Scale("length", 1e3)),
          Map.entry("uS/cm", new Scale("conductivity", 1)),
          Map.entry("mS/cm", new Scale("conductivity", 1e3)),
          Map.entry("kg", new Scale("mass", 1)),
          Map.entry("t", new Scale("mass", 1e3)),
          Map.entry("L/s", new Scale("flow", 1)),
          Map.entry("m3/s", new Scale("flow", 1e3)));

  /** Empty when the two are not units of one quantity, or one of them is unknown. */
  public static Optional<UnitConversion> find(String from, String to) {
    if (from.equals(to)) {
      return Optional.of(NONE);
    }
    if (from.equals("K") && to.equals("degC")) {
      return Optional.of(new UnitConversion(1, 1, -ZERO_CELSIUS_K));
    }
    if (from.equals("degC") && to.equals("K")) {
      return Optional.of(new UnitConversion(1, 1, ZERO_CELSIUS_K));
    }
    Scale source = SCALES.get(from);
    Scale target = SCALES.get(to);
    if (source == null || target == null || !source.quantity().equals(target.quantity())) {
      return Optional.empty();
    }
    double times = Math.max(1, source.factor() / target.factor());
    double per = Math.max(1, target.factor() / source.factor());
    return Optional.of(new UnitConversion(times, per, 0));
  }

  public double apply(double value) {
    return value * times / per + offset;
  }
}
