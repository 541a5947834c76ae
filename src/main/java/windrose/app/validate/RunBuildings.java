package windrose.app.validate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Outcome;
import windrose.domain.exposure.Building;
import windrose.domain.exposure.Exposure;

/** Rows about the air inside a building. */
final class RunBuildings {
  /** {@code ammonia 1 kg/s 60 min, x=500 m centreline}. */
  private static final Pattern OUTDOORS =
      Pattern.compile(
          "(.+?)\\s+([0-9.eE+-]+)\\s*kg/s\\s+([0-9.]+)\\s*min.*?x\\s*=\\s*([0-9.]+)\\s*m.*");

  private static final double ONE_HOUR_S = 3_600;

  private RunBuildings() {}

  static Prediction answer(Question question, RunInputs in, RunAnswers answers) {
    Building building = building(in);
    double changes = building.airChangesPerHour(RunWeather.of(in, 5));
    if (question.quantity().equals("air_changes_per_h")) {
      return question.answer(changes, "");
    }
    Matcher matcher = OUTDOORS.matcher(in.text("outdoor"));
    if (!matcher.matches()) {
      throw new RowRefused("outdoor '" + in.text("outdoor") + "' is not understood");
    }
    RunInputs outdoors =
        in.with("chem", matcher.group(1))
            .with("src", "direct")
            .with("rate_kg_s", Double.parseDouble(matcher.group(2)))
            .with("dur_s", Double.parseDouble(matcher.group(3)) * 60);
    Outcome.Cloud gas =
        (Outcome.Cloud) answers.outcome(outdoors, outdoors.toString(), Hazard.TOXIC);
    Exposure exposure =
        Exposure.at(
            gas.cloud(),
            gas.amount(),
            Double.parseDouble(matcher.group(4)),
            0,
            0,
            changes,
            ONE_HOUR_S);
    return question.answer(exposure.indoorPeakPpm(), "peak within ALOHA's hour");
  }

  private static Building building(RunInputs in) {
    String sheltering = in.findText("sheltering").orElse("unsheltered");
    return new Building(
        (int) in.number("storeys", 1),
        sheltering.toLowerCase(Locale.ROOT).startsWith("shel"),
        in.number("area_m2", 160),
        in.number("Tin_C", 20) + 273.15);
  }
}
