package windrose.feature.planner.ensemble;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.weather.WindUncertainty;
import windrose.domain.zone.Unsureness;
import windrose.feature.planner.request.EnsembleWish;
import windrose.feature.planner.request.PlannedScenario;

/**
 * How widely an ensemble is drawn, each width with how it was got.
 *
 * <p>Direction and speed follow the weather's own uncertainty (class, σθ, the mast's distance and age). The chance of the next class
 * and the share of the rate are usual values of {@link Unsureness#usual}, and said to be assumed.
 */
record Spreads(Unsureness unsureness, List<Width> widths) {
  private static final double USUAL_CLASS_SHARE = 0.15;
  private static final double USUAL_RATE_SHARE = 0.3;

  /**
   * One width.
   *
   * @param how typed, derived or assumed
   */
  record Width(String field, double value, String how, ModelNote sentence) {}

  static Spreads of(PlannedScenario planned, EnsembleWish wish) {
    WindUncertainty wind = planned.weather().uncertainty();
    Width direction =
        width(
            "direction_sigma_deg",
            wish.directionSigmaDeg(),
            wind.fullCircle() ? 180 : Math.min(180, wind.directionSigmaDeg()),
            "derived");
    Width speed = width("speed_share", wish.speedShare(), wind.speedShare(), "derived");
    Width stability = width("class_share", wish.classShare(), USUAL_CLASS_SHARE, "assumed");
    Width rate = width("rate_share", wish.rateShare(), USUAL_RATE_SHARE, "assumed");
    return new Spreads(
        new Unsureness(direction.value, speed.value, stability.value, rate.value),
        List.of(direction, speed, stability, rate));
  }

  private static Width width(
      String field, @Nullable Double typed, double otherwise, String otherwiseHow) {
    String how = typed == null ? otherwiseHow : "typed";
    double value = typed == null ? otherwise : typed;
    return new Width(
        field,
        value,
        how,
        new ModelNote(
            "spread-" + field.replace('_', '-'),
            how.equals("assumed") ? Weight.ASSUMPTION : Weight.CHOICE,
            Map.of("value", value, "how", how)));
  }
}
