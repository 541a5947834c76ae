package windrose.domain.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.FluidProperties;

/**
 * How fast a square metre of burning pool loses mass.
 *
 * <p>A liquid below its boiling point: Burgess, Strasser and Grumer (1961), m″ = 0.001 Hc / (Lv + cp (Tb − T)), as ALOHA uses
 * it (NOAA OR&amp;R 43, section 6.5.1); within 30 % for pools over 1 m of ordinary hydrocarbons, too high for alcohols. A
 * liquefied gas boils by itself, and the rule was not made for it: there the measured rates of Babrauskas (1983), Fire
 * Technology 19, table I, stand instead, and on water for methane the 0.14 kg/(m² s) of Sandia's tests (SAND2011-3415).
 * A gas that is in neither keeps Burgess' rule without the sensible term, and the note says so.
 */
record BurningRate(double kgPerM2S, List<ModelNote> notes) {
  private static final double BURGESS = 0.001;
  private static final Map<String, Double> LIQUEFIED_ON_LAND =
      Map.of("74-82-8", 0.078, "74-98-6", 0.099, "106-97-8", 0.078, "1333-74-0", 0.017);
  private static final Map<String, Double> LIQUEFIED_ON_WATER = Map.of("74-82-8", 0.14);

  BurningRate {
    notes = List.copyOf(notes);
  }

  static BurningRate of(
      FluidProperties fluid, double liquidK, boolean onWater, @Nullable Double measuredKgPerM2S) {
    if (measuredKgPerM2S != null) {
      return new BurningRate(measuredKgPerM2S, List.of());
    }
    double boilingK = fluid.boilingPointK();
    boolean boilsByItself = liquidK >= boilingK;
    OptionalDouble measured =
        boilsByItself ? findMeasured(fluid.substance().cas(), onWater) : OptionalDouble.empty();
    List<ModelNote> notes = new ArrayList<>();
    if (measured.isPresent()) {
      return new BurningRate(measured.getAsDouble(), notes);
    }
    if (boilsByItself || onWater) {
      notes.add(
          new ModelNote(
              "burning-rate-outside-its-rule",
              Weight.WARNING,
              Map.of(
                  "substance",
                  fluid.substance().nameEn(),
                  "substanceZh",
                  fluid.substance().nameZh(),
                  "onWater",
                  onWater)));
    }
    double sensible = boilsByItself ? 0 : fluid.liquidHeatCapacityJPerKgK() * (boilingK - liquidK);
    return new BurningRate(
        BURGESS * fluid.heatOfCombustionJPerKg() / (fluid.latentHeatJPerKg(boilingK) + sensible),
        notes);
  }

  private static OptionalDouble findMeasured(String cas, boolean onWater) {
    Double rate =
        onWater && LIQUEFIED_ON_WATER.containsKey(cas)
            ? LIQUEFIED_ON_WATER.get(cas)
            : onWater ? null : LIQUEFIED_ON_LAND.get(cas);
    return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
  }
}
