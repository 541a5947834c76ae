package windrose.feature.planner.ensemble;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import windrose.domain.caveat.Progress;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.MastReport.WindSample;
import windrose.domain.weather.PickedWeather;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.planner.answer.PeopleNear;
import windrose.feature.planner.request.EnsembleWish;
import windrose.feature.planner.request.PlannedScenario;

/** The way in to ensembles: prepares on the event loop what a thread of the pool then computes and writes as JSON. */
public final class EnsembleDesk {
  private final NoteTexts texts;
  private final Function<String, List<WindSample>> recentWind;
  private final Clock clock;
  private final String version;

  /**
   * @param recentWind of a mast, in the last hour
   */
  public EnsembleDesk(
      NoteTexts texts, Function<String, List<WindSample>> recentWind, Clock clock, String version) {
    this.texts = texts;
    this.recentWind = recentWind;
    this.clock = clock;
    this.version = version;
  }

  /** A sum for the pool. */
  public interface Sum {
    JsonObject run(Progress progress);
  }

  public Sum steady(PlannedScenario planned, EnsembleWish wish, Atmosphere air, PeopleNear people) {
    return progress -> {
      long from = System.nanoTime();
      EnsembleResult result = EnsembleRun.steady(planned, wish, air, progress);
      return new EnsembleJson(planned, people, texts)
          .answer(result, version, clock.instant())
          .put("took_ms", (System.nanoTime() - from) / 1_000_000);
    };
  }

  public Sum puffs(PlannedScenario planned, EnsembleWish wish, Atmosphere air, PeopleNear people) {
    Instant now = clock.instant();
    WindHistory history = new WindHistory(usedMast(planned.weather()), now);
    return progress -> {
      EnsembleResult result =
          EnsembleRun.puffs(planned, wish, air, history.since(wish.beganSAgo(), air), progress);
      return new EnsembleJson(planned, people, texts)
          .answer(result, version, now)
          .put("until_s", wish.untilS())
          .put("began_s_ago", wish.beganSAgo())
          .put("wind_history", history.json());
    };
  }

  private List<WindSample> usedMast(PickedWeather weather) {
    return weather.masts().stream()
        .filter(PickedWeather.Judged::used)
        .findFirst()
        .map(one -> recentWind.apply(one.id()))
        .orElse(List.of());
  }
}
