package windrose.app.validate;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import windrose.domain.consequence.Level;
import windrose.domain.consequence.LevelUnit;

/** A level as a reference row spells it: {@code 20 ppm}, {@code 60% LEL}, {@code 5 kW/m2}, {@code 3.5 psi}, {@code 2 mg/m3}. */
final class LevelText {
  private static final Pattern FORM = Pattern.compile("\\s*([0-9.eE+-]+)\\s*(\\S.*?)\\s*");

  private record Scale(LevelUnit unit, double factor) {}

  private static final Map<String, Scale> UNITS =
      Map.ofEntries(
          Map.entry("ppm", new Scale(LevelUnit.PPM, 1)),
          Map.entry("ppb", new Scale(LevelUnit.PPM, 1e-3)),
          Map.entry("% vol", new Scale(LevelUnit.PPM, 1e4)),
          Map.entry("vol%", new Scale(LevelUnit.PPM, 1e4)),
          Map.entry("% lel", new Scale(LevelUnit.LEL_SHARE, 0.01)),
          Map.entry("%lel", new Scale(LevelUnit.LEL_SHARE, 0.01)),
          Map.entry("lel", new Scale(LevelUnit.LEL_SHARE, 1)),
          Map.entry("kg/m3", new Scale(LevelUnit.KG_PER_M3, 1)),
          Map.entry("g/m3", new Scale(LevelUnit.KG_PER_M3, 1e-3)),
          Map.entry("mg/m3", new Scale(LevelUnit.KG_PER_M3, 1e-6)),
          Map.entry("kw/m2", new Scale(LevelUnit.KW_PER_M2, 1)),
          Map.entry("w/m2", new Scale(LevelUnit.KW_PER_M2, 1e-3)),
          Map.entry("psi", new Scale(LevelUnit.PASCAL, 6_894.757)),
          Map.entry("bar", new Scale(LevelUnit.PASCAL, 1e5)),
          Map.entry("mbar", new Scale(LevelUnit.PASCAL, 100)),
          Map.entry("kpa", new Scale(LevelUnit.PASCAL, 1_000)),
          Map.entry("pa", new Scale(LevelUnit.PASCAL, 1)));

  private LevelText() {}

  static Level parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      Scale scale =
          UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT).replace("³", "3").replace("²", "2"));
      try {
        double number = Double.parseDouble(matcher.group(1));
        if (scale != null) {
          return Level.typed(scale.unit(), number * scale.factor());
        }
      } catch (NumberFormatException notANumber) {
        // answered below
      }
    }
    throw new RowRefused("the level '" + text + "' is not understood");
  }
}
