package windrose.domain.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import windrose.domain.chemical.Confidence;
import windrose.domain.chemical.Sourced;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceValue;
import windrose.domain.measure.Concentration;
import windrose.domain.measure.GasBasis;
import windrose.domain.park.Series;

/**
 * Computes default set points of gas detectors as in GB/T 50493-2019.
 *
 * <p>Combustible: level 1 ≤ 25 % LEL, level 2 ≤ 50 % LEL. Toxic: level 1 ≤ 100 % OEL, level 2 ≤ 200 % OEL; when the range
 * of the detector cannot do it, 5 % and 10 % of IDLH. Oxygen: 19.5 and 23.5 % by volume (this pair from memory). The OEL is the
 * MAC, else the PC-TWA. That a detector cannot tell an OEL of under 2 % of its range is our own judgement, not the standard's.
 */
public final class DefaultSetPoints {
  private static final String STANDARD = "GB/T 50493-2019";
  private static final String OXYGEN = "7782-44-7";
  private static final double FINEST_SHARE_OF_RANGE = 0.02;

  private DefaultSetPoints() {}

  /** A suggestion, or the reason why there is none. */
  public sealed interface Outcome {
    record Suggested(SetPoints setPoints) implements Outcome {}

    record Nothing(SetPoints.None reason) implements Outcome {}
  }

  public static Outcome of(
      Series series, Optional<Substance> substance, Optional<WorkplaceLimit> limit) {
    if (OXYGEN.equals(series.cas()) || series.factor().equals("o2")) {
      return oxygen(series);
    }
    return switch (series.unit()) {
      case "%LEL" -> combustible(1, series, STANDARD + ": 25 % LEL / 50 % LEL", true);
      case "%VOL" ->
          substance
              .flatMap(one -> one.find(SubstanceValue.LEL_VOL_PERCENT))
              .map(lel -> combustibleByVolume(series, lel))
              .orElseGet(
                  () ->
                      nothing(
                          "不知道该介质的爆炸下限,无法换算为体积百分数。",
                          "The lower explosive limit of the medium is not known, so %LEL cannot become %VOL."));
      case "mg/m3", "ug/m3", "ppm", "ppb" -> toxic(series, substance, limit);
      default ->
          nothing(
              "GB/T 50493 只对气体探测器给出报警值,单位“%s”不是其单位。".formatted(series.unit()),
              "GB/T 50493 gives set points for gas detectors; '%s' is not one of their units."
                  .formatted(series.unit()));
    };
  }

  private static Outcome oxygen(Series series) {
    if (!series.unit().equals("%VOL")) {
      return nothing("氧气报警值以 %VOL 为单位。", "Set points of oxygen are in %VOL.");
    }
    return new Outcome.Suggested(
        new SetPoints(
            19.5,
            23.5,
            null,
            "%VOL",
            null,
            STANDARD + ": O2 19.5 %VOL / 23.5 %VOL",
            false,
            List.of()));
  }

  private static Outcome combustibleByVolume(Series series, Sourced lel) {
    String source = STANDARD + ": 25 % / 50 % LEL, LEL = " + lel.value() + " %VOL";
    boolean verified = lel.provenance().confidence() != Confidence.MEMORY;
    return combustible(lel.value() / 100, series, source, verified);
  }

  private static Outcome combustible(
      double unitsPerPercentLel, Series series, String source, boolean verified) {
    double high1 = rounded(25 * unitsPerPercentLel);
    double high2 = rounded(50 * unitsPerPercentLel);
    if (!fits(series, high2)) {
      return beyondRange(high2, series);
    }
    return new Outcome.Suggested(
        new SetPoints(
            null,
            high1,
            high2,
            series.unit(),
            null,
            source,
            verified,
            List.of(
                new SetPoints.Candidate(
                    "lel",
                    high1,
                    high2,
                    true,
                    "可燃气体:25%、50% LEL。",
                    "Combustible: 25 % and 50 % LEL."))));
  }

  private static Outcome toxic(
      Series series, Optional<Substance> substance, Optional<WorkplaceLimit> limit) {
    if (limit.isEmpty() || limit.get().oelMgM3().isEmpty()) {
      return nothing(
          "限值表中没有该介质(CAS %s)的职业接触限值。".formatted(series.cas()),
          "The table holds no workplace limit of this medium (CAS %s).".formatted(series.cas()));
    }
    Optional<Double> perMgM3 = unitsPerMgM3(series.unit(), substance);
    if (perMgM3.isEmpty()) {
      return nothing(
          "不知道摩尔质量,无法把 mg/m³ 换算为 " + series.unit() + "。",
          "The molar mass is not known, so mg/m³ cannot become " + series.unit() + ".");
    }
    return weigh(series, limit.get(), limit.get().oelMgM3().get(), perMgM3.get());
  }

  private static Outcome weigh(
      Series series, WorkplaceLimit limit, double oelMgM3, double perMgM3) {
    double oel = rounded(oelMgM3 * perMgM3);
    double twice = rounded(2 * oelMgM3 * perMgM3);
    Double range = series.rangeHigh();
    boolean tellable = range == null || oel >= FINEST_SHARE_OF_RANGE * range;
    boolean oelFits = fits(series, twice) && tellable;
    List<SetPoints.Candidate> candidates = new ArrayList<>();
    candidates.add(oelCandidate(oel, twice, oelFits, tellable));
    Double idlhMgM3 = limit.idlhMgM3();
    if (idlhMgM3 != null) {
      double level1 = rounded(0.05 * idlhMgM3 * perMgM3);
      double level2 = rounded(0.10 * idlhMgM3 * perMgM3);
      boolean chosen = !oelFits && fits(series, level2);
      candidates.add(
          new SetPoints.Candidate(
              "idlh", level1, level2, chosen, "有毒气体:5%、10% IDLH。", "Toxic: 5 % and 10 % IDLH."));
    }
    return candidates.stream()
        .filter(SetPoints.Candidate::chosen)
        .findFirst()
        .<Outcome>map(chosen -> suggested(series, limit, oelMgM3, chosen, candidates))
        .orElseGet(() -> beyondRange(twice, series));
  }

  private static SetPoints.Candidate oelCandidate(
      double oel, double twice, boolean fits, boolean tellable) {
    if (fits) {
      return new SetPoints.Candidate(
          "oel", oel, twice, true, "有毒气体:100%、200% OEL。", "Toxic: 100 % and 200 % OEL.");
    }
    return new SetPoints.Candidate(
        "oel",
        oel,
        twice,
        false,
        tellable ? "超出探测器量程。" : "OEL 不到量程的 2%,探测器难以分辨。",
        tellable
            ? "Lies outside the range of the detector."
            : "The OEL is under 2 % of the range, which the detector can hardly tell.");
  }

  private static Outcome suggested(
      Series series,
      WorkplaceLimit limit,
      double oelMgM3,
      SetPoints.Candidate chosen,
      List<SetPoints.Candidate> candidates) {
    boolean byVolume = series.unit().startsWith("pp");
    String value =
        chosen.rule().equals("oel")
            ? "100 %% / 200 %% OEL, %s = %s mg/m3".formatted(limit.oelName(), oelMgM3)
            : "5 %% / 10 %% IDLH, IDLH = %s mg/m3".formatted(limit.idlhMgM3());
    String note = limit.note() == null ? "" : "; " + limit.note();
    return new Outcome.Suggested(
        new SetPoints(
            null,
            chosen.high1(),
            chosen.high2(),
            series.unit(),
            byVolume ? GasBasis.WORKPLACE_20C : null,
            STANDARD + ": " + value + " (" + limit.source() + note + ")",
            limit.confidence() != Confidence.MEMORY,
            candidates));
  }

  private static Optional<Double> unitsPerMgM3(String unit, Optional<Substance> substance) {
    return switch (unit) {
      case "mg/m3" -> Optional.of(1.0);
      case "ug/m3" -> Optional.of(1000.0);
      default ->
          substance
              .flatMap(one -> one.find(SubstanceValue.MOLAR_MASS_G_MOL))
              .map(
                  mass ->
                      Concentration.ofMgPerM3(1).ppm(mass.value(), GasBasis.WORKPLACE_20C)
                          * (unit.equals("ppb") ? 1000 : 1));
    };
  }

  private static boolean fits(Series series, double value) {
    Double high = series.rangeHigh();
    return high == null || value <= high;
  }

  private static Outcome beyondRange(double value, Series series) {
    return nothing(
        "标准报警值 %s %s 超出探测器量程。".formatted(value, series.unit()),
        "The standard's set point of %s %s lies outside the detector's range."
            .formatted(value, series.unit()));
  }

  private static Outcome nothing(String zh, String en) {
    return new Outcome.Nothing(new SetPoints.None(zh, en));
  }

  /** To three figures and never upward, since the standard sets upper bounds. */
  static double rounded(double value) {
    double step = Math.pow(10, Math.floor(Math.log10(value)) - 2);
    double cut = Math.floor(value / step + 1e-9) * step;
    return Double.parseDouble(String.format(Locale.ROOT, "%.6g", cut));
  }
}
