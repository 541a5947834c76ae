package windrose.domain.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import windrose.domain.blast.BlastHarm;
import windrose.domain.chemical.Confidence;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.ToxicLevel;
import windrose.domain.chemical.ToxicLevels;

/**
 * The levels that are drawn when nobody names others.
 *
 * <p>Levels of Chinese standards are written from memory of the named edition and marked so, until someone has held them against the
 * printed standard.
 */
public final class Levels {
  private static final String ALOHA = "ALOHA 5.4.7, default levels of concern (NOAA OR&R 43)";
  private static final String AQT3046 = "AQ/T 3046-2013, annex (thermal radiation)";
  private static final String GBT37243 = "GB/T 37243-2019, overpressure at protected targets";
  private static final String GB6722 = "GB 6722-2014, 13.3.3";

  private Levels() {}

  /** Three tiers: AEGL of one hour, else ERPG, else PAC; one set, never mixed. Empty when the table knows none. */
  public static List<Level> toxic(FluidProperties fluid) {
    ToxicLevels known = fluid.toxicLevels();
    List<Level> aegl = tiers(known.findAegl(1, 60), known.findAegl(2, 60), known.findAegl(3, 60));
    if (aegl.size() > 1) {
      return aegl;
    }
    List<Level> erpg = tiers(known.findErpg(1), known.findErpg(2), known.findErpg(3));
    if (erpg.size() > 1) {
      return erpg;
    }
    List<Level> pac = tiers(known.findPac(1), known.findPac(2), known.findPac(3));
    return pac.isEmpty() ? aegl : pac;
  }

  /** 60 % of the lower limit, where pockets can burn, and 10 %, where gas detectors warn. */
  public static List<Level> flammable() {
    return List.of(
        new Level("60 % LEL", LevelUnit.LEL_SHARE, 0.6, "flame-pockets", ALOHA, Confidence.SOURCED),
        new Level("10 % LEL", LevelUnit.LEL_SHARE, 0.1, "alarm", ALOHA, Confidence.SOURCED));
  }

  /** For 60 s on bare skin. */
  public static List<Level> thermalAloha() {
    return List.of(
        thermal(10, "potentially-lethal-60s", ALOHA, Confidence.SOURCED),
        thermal(5, "second-degree-burns-60s", ALOHA, Confidence.SOURCED),
        thermal(2, "pain-60s", ALOHA, Confidence.SOURCED));
  }

  public static List<Level> thermalChina() {
    return List.of(
        thermal(37.5, "equipment-destroyed", AQT3046, Confidence.MEMORY),
        thermal(25, "wood-ignites-without-flame", AQT3046, Confidence.MEMORY),
        thermal(12.5, "plastic-melts", AQT3046, Confidence.MEMORY),
        thermal(4, "pain-after-20s", AQT3046, Confidence.MEMORY),
        thermal(1.6, "no-harm-for-long", AQT3046, Confidence.MEMORY));
  }

  public static List<Level> overpressureAloha() {
    return List.of(
        psi(8, "buildings-destroyed"), psi(3.5, "serious-injury-likely"), psi(1, "glass-breaks"));
  }

  public static List<Level> overpressureChina() {
    return List.of(
        pressure(10_000, "workers-in-shelter", GB6722, Confidence.SOURCED),
        pressure(9_000, "third-class-targets", GBT37243, Confidence.MEMORY),
        pressure(5_000, "second-class-targets", GBT37243, Confidence.MEMORY),
        pressure(2_000, "people-in-the-open", GB6722, Confidence.SOURCED));
  }

  public static List<Level> defaults(FluidProperties fluid) {
    List<Level> all = new ArrayList<>(toxic(fluid));
    all.addAll(flammable());
    all.addAll(thermalAloha());
    all.addAll(overpressureAloha());
    return List.copyOf(all);
  }

  @SafeVarargs
  private static List<Level> tiers(Optional<ToxicLevel>... tiers) {
    List<Level> levels = new ArrayList<>();
    String[] meanings = {"discomfort", "lasting-harm", "life-threatening"};
    for (int i = tiers.length - 1; i >= 0; i--) {
      if (tiers[i].isPresent()) {
        levels.add(level(tiers[i].get(), meanings[i]));
      }
    }
    return levels;
  }

  private static Level level(ToxicLevel toxic, String meaning) {
    var source = toxic.provenance().source();
    return new Level(
        toxic.code(),
        LevelUnit.PPM,
        toxic.ppm(),
        meaning,
        source == null ? "" : source.title(),
        toxic.provenance().confidence());
  }

  private static Level thermal(
      double kwPerM2, String meaning, String source, Confidence confidence) {
    return new Level(
        plain(kwPerM2) + " kW/m²", LevelUnit.KW_PER_M2, kwPerM2, meaning, source, confidence);
  }

  private static Level psi(double psi, String meaning) {
    return new Level(
        plain(psi) + " psi",
        LevelUnit.PASCAL,
        psi * BlastHarm.PA_PER_PSI,
        meaning,
        ALOHA,
        Confidence.SOURCED);
  }

  private static Level pressure(
      double pascal, String meaning, String source, Confidence confidence) {
    return new Level(
        plain(pascal / 1000) + " kPa", LevelUnit.PASCAL, pascal, meaning, source, confidence);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
