package windrose.domain.release.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.park.Tank;
import windrose.domain.release.Ground;
import windrose.domain.release.Opening;
import windrose.domain.release.TankRelease;
import windrose.domain.release.TankRelease.Phase;
import windrose.domain.release.Vessel;

/**
 * A tank of the park as the input of a release, so that a person only has to choose the hole: shape, content, pressure,
 * temperature and bund from the register, with a note for everything that the register does not say.
 *
 * <p>Solutions in water are refused: this engine has no mixture model, and taking them as the pure substance would be wrong by orders
 * of magnitude. A tank that stands empty is refused as well.
 *
 * @param notes what was assumed
 */
public record TankPrefill(TankRelease release, List<ModelNote> notes) {
  private static final double AMBIENT_PA = 101_325;
  private static final double HOLE_M = 0.025;
  private static final double OUTLET_M = 0.5;
  private static final double WEAKEST_PERCENT = 95;
  private static final double FARTHEST_DENSITY = 0.12;
  private static final Pattern STRENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

  public TankPrefill {
    notes = List.copyOf(notes);
  }

  /** With a hole of 25 mm half a metre above the bottom, to be replaced by what people choose. */
  public static TankPrefill of(Tank tank, FluidProperties fluid, @Nullable Double bundAreaM2) {
    return new Filling(tank, fluid, bundAreaM2).fill();
  }

  /** One tank being read. */
  private static final class Filling {
    private final Tank tank;
    private final FluidProperties fluid;
    private final @Nullable Double bundAreaM2;
    private final List<ModelNote> notes = new ArrayList<>();

    Filling(Tank tank, FluidProperties fluid, @Nullable Double bundAreaM2) {
      this.tank = tank;
      this.fluid = fluid;
      this.bundAreaM2 = bundAreaM2;
    }

    TankPrefill fill() {
      refuseSolutions();
      Vessel vessel = vessel();
      double temperature = temperatureK();
      double pressure = pressurePa(temperature);
      Phase phase = phase(temperature, pressure);
      double fill = phase == Phase.GAS ? 0 : fillShare();
      if (phase == Phase.LIQUID) {
        refuseOtherDensity(temperature);
      }
      Opening opening =
          Opening.roundHole(
              Math.min(HOLE_M, vessel.heightM() / 4), Math.min(OUTLET_M, vessel.heightM() / 2));
      assume("hole-of-25-mm", Map.of("diameterM", HOLE_M));
      if (bundAreaM2 == null) {
        assume("no-bund-known", Map.of());
      }
      TankRelease release =
          new TankRelease(
              vessel, phase, fill, temperature, pressure, opening, 0, Ground.CONCRETE, bundAreaM2);
      return new TankPrefill(release, notes);
    }

    private void refuseSolutions() {
      Matcher strength = STRENGTH.matcher(tank.mediumEn() + " " + tank.mediumZh());
      if (strength.find() && Double.parseDouble(strength.group(1)) < WEAKEST_PERCENT) {
        throw new ModelRefused(
            "source.tank",
            "储罐 %s 装的是溶液（%s）；溶液的蒸发没有模型，也不按纯物质计算。".formatted(tank.id(), tank.mediumZh()),
            "Tank %s holds a solution (%s); there is no model for what evaporates from it, and it is not taken as the pure substance."
                .formatted(tank.id(), tank.mediumEn()));
      }
    }

    private void refuseOtherDensity(double temperature) {
      Double registered = tank.densityKgPerM3();
      if (registered == null) {
        return;
      }
      double pure = fluid.liquidDensityKgPerM3(temperature);
      if (Math.abs(registered / pure - 1) > FARTHEST_DENSITY) {
        throw new ModelRefused(
            "source.tank",
            "储罐 %s 登记的密度为 %.0f kg/m³，而纯%s为 %.0f kg/m³：所装的是别的物质，或登记有误。"
                .formatted(tank.id(), registered, fluid.substance().nameZh(), pure),
            "Tank %s is registered with %.0f kg/m³, but pure %s has %.0f: it holds something else, or the register is wrong."
                .formatted(tank.id(), registered, fluid.substance().nameEn(), pure));
      }
      notes.add(
          new ModelNote(
              "density-by-temperature",
              Weight.CHOICE,
              Map.of("kgPerM3", pure, "registeredKgPerM3", registered)));
    }

    private Vessel vessel() {
      Double diameter = tank.diameterM();
      if (diameter == null) {
        throw new ModelRefused(
            "source.tank",
            "登记中没有储罐 %s 的直径。".formatted(tank.id()),
            "The register does not say how wide tank %s is.".formatted(tank.id()));
      }
      double cross = Math.PI / 4 * diameter * diameter;
      return switch (tank.type()) {
        case "sphere" -> new Vessel.Sphere(Math.cbrt(6 * tank.volumeM3() / Math.PI));
        case "horizontal" -> new Vessel.HorizontalCylinder(diameter, tank.volumeM3() / cross);
        default -> new Vessel.VerticalCylinder(diameter, tank.volumeM3() / cross);
      };
    }

    private double fillShare() {
      Double percent = tank.fillPercent();
      if (percent == null) {
        assume("tank-taken-as-full", Map.of("fillShare", 0.9));
        return 0.9;
      }
      if (percent <= 0) {
        throw new ModelRefused(
            "source.tank",
            "储罐 %s 是空的。".formatted(tank.id()),
            "Tank %s stands empty.".formatted(tank.id()));
      }
      return Math.min(1, percent / 100);
    }

    private double temperatureK() {
      Double celsius = tank.operatingTemperatureC();
      if (celsius != null) {
        return celsius + 273.15;
      }
      assume("tank-temperature-assumed", Map.of("temperatureK", 293.15));
      return 293.15;
    }

    private double pressurePa(double temperature) {
      Double gauge = tank.operatingPressureMpaG();
      boolean liquefied = temperature < fluid.criticalTemperatureK();
      double vapour = liquefied ? fluid.vapourPressurePa(temperature) : 0;
      if (gauge != null) {
        double registered = gauge * 1e6 + AMBIENT_PA;
        if (vapour > registered && vapour > 1.1 * AMBIENT_PA) {
          notes.add(
              new ModelNote(
                  "vapour-pressure-above-the-registered",
                  Weight.WARNING,
                  Map.of("vapourPa", vapour, "registeredPa", registered)));
          return vapour;
        }
        return registered;
      }
      if (!liquefied) {
        throw new ModelRefused(
            "source.tank",
            "登记中没有气体储罐 %s 的压力。".formatted(tank.id()),
            "The register does not say the pressure of gas tank %s.".formatted(tank.id()));
      }
      double taken = Math.max(AMBIENT_PA, vapour);
      assume("tank-pressure-assumed", Map.of("pressurePa", taken));
      return taken;
    }

    private Phase phase(double temperature, double pressure) {
      boolean liquid =
          temperature < fluid.criticalTemperatureK()
              && pressure >= 0.9 * Math.min(fluid.vapourPressurePa(temperature), pressure + 1);
      return liquid ? Phase.LIQUID : Phase.GAS;
    }

    private void assume(String code, Map<String, Object> values) {
      notes.add(new ModelNote(code, Weight.ASSUMPTION, values));
    }
  }
}
