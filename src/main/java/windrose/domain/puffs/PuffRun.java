package windrose.domain.puffs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.caveat.Progress;
import windrose.domain.plume.PuffSource;
import windrose.domain.plume.PuffTrain;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Wind;
import windrose.domain.weather.WindProfile;

/**
 * Follows a release through changing winds in steps of a few seconds.
 *
 * <p>Gas leaves in puffs that drift with the wind of their moment, grow by the way they went and merge with neighbours; heavy gas
 * leaves as flat discs ({@link HeavyPuffs}) that join the train once they are as light as air. The wind is the same all over
 * the park, so puffs need never be split. In a lull below 0.5 m/s puffs drift at 0.5 m/s, which the notes say; a wind that never
 * reaches that is refused.
 *
 * <p>In a constant wind the train meets the steady plume within 2 %. An hour's release at 10 s slices costs some 100 ms.
 */
public final class PuffRun {
  /** Below this neither direction nor growth mean anything. */
  public static final double LEAST_WIND_MPS = 0.5;

  private static final double MOST_WIND_MPS = 50;
  private static final double MOST_STEP_S = 10;
  private static final double LEAST_SIGMA_M = 0.01;

  private final PuffQuestion question;
  private final HeavyPuffs heavy;
  private boolean lull;

  private PuffRun(PuffQuestion question) {
    this.question = question;
    this.heavy = new HeavyPuffs(question);
  }

  public static PuffCloud run(PuffQuestion question, Progress progress) {
    checkWinds(question);
    return new PuffRun(question).follow(progress);
  }

  private PuffCloud follow(Progress progress) {
    List<PuffSlice> slices = new ArrayList<>();
    SourceTerm source = question.source();
    PuffTrain train = PuffTrain.EMPTY;
    if (source.instantMassKg() > 0) {
      train = letGoAtOnce(source);
    }
    double t = 0;
    slices.add(new PuffSlice(0, train, heavy.discs()));
    while (t < question.untilS() - 1e-6) {
      double sliceEndS = Math.min(question.untilS(), t + question.sliceEveryS());
      while (t < sliceEndS - 1e-6) {
        double step = Math.min(MOST_STEP_S, sliceEndS - t);
        train = stepped(train, t, step);
        t += step;
      }
      train =
          train.within(question.place().eastM(), question.place().northM(), question.farthestM());
      slices.add(new PuffSlice(t, train, heavy.discs()));
      progress.step(Math.min(1, t / question.untilS()));
    }
    return new PuffCloud(slices, notes());
  }

  private PuffTrain letGoAtOnce(SourceTerm source) {
    ReleaseStep state = source.steps().get(0);
    if (question.heavy()) {
      heavy.letGo(source.instantMassKg(), state, source.diameterM() / 2);
      return PuffTrain.EMPTY;
    }
    double density =
        question
            .fluid()
            .gasDensityKgPerM3(state.temperatureK(), question.winds().at(0).pressurePa());
    double sigmaM =
        Math.max(
            LEAST_SIGMA_M,
            Math.cbrt(source.instantMassKg() / density / Math.pow(2 * Math.PI, 1.5)));
    return PuffTrain.EMPTY.with(puffSource(sigmaM, sigmaM).puff(source.instantMassKg()));
  }

  private PuffTrain stepped(PuffTrain before, double t, double step) {
    Atmosphere air = question.winds().at(t + step / 2);
    WindProfile profile = new WindProfile(air.stability(), air.roughnessM());
    double at10mMps = at10mMps(air, profile);
    if (at10mMps < LEAST_WIND_MPS) {
      lull = true;
      at10mMps = LEAST_WIND_MPS;
    }
    Wind at10m = air.wind().withSpeed(at10mMps);
    Wind carrying = at10m.withSpeed(profile.transportMps(at10mMps, question.source().heightM()));
    double massKg = released(t, t + step);
    if (question.heavy()) {
      PuffTrain moved =
          before.step(step, puffSource(1, 1), 0, carrying, air.stability(), question.spread());
      return heavy.stepped(moved, step, massKg, stateAt(t), at10m, air.stability());
    }
    double sigmaM = Math.max(LEAST_SIGMA_M, question.source().diameterM() / Math.sqrt(2 * Math.PI));
    return before.step(
        step,
        puffSource(sigmaM, LEAST_SIGMA_M),
        massKg / step,
        carrying,
        air.stability(),
        question.spread());
  }

  private PuffSource puffSource(double sigmaM, double sigmaUpM) {
    return new PuffSource(
        question.place().eastM(),
        question.place().northM(),
        question.source().heightM(),
        sigmaM,
        sigmaUpM);
  }

  private double released(double fromS, double toS) {
    double mass = 0;
    for (ReleaseStep step : question.source().steps()) {
      double both = Math.min(toS, step.endS()) - Math.max(fromS, step.startS());
      mass += Math.max(0, both) * step.rateKgPerS();
    }
    return mass;
  }

  private ReleaseStep stateAt(double t) {
    List<ReleaseStep> steps = question.source().steps();
    for (ReleaseStep step : steps) {
      if (t < step.endS()) {
        return step;
      }
    }
    return steps.get(steps.size() - 1);
  }

  static double at10mMps(Atmosphere air, WindProfile profile) {
    return air.windHeightM() == 10
        ? air.wind().speedMps()
        : air.wind().speedMps() / profile.speedMps(1, air.windHeightM());
  }

  private static void checkWinds(PuffQuestion question) {
    if (question.source().steps().isEmpty()) {
      throw new ModelRefused(
          "source", "源没有泄漏任何物质，因此没有云团。", "The source releases nothing, so there is no cloud.");
    }
    double strongest = 0;
    for (WindSeries.Entry entry : question.winds().entries()) {
      strongest = Math.max(strongest, entry.air().wind().speedMps());
    }
    if (!(strongest >= LEAST_WIND_MPS && strongest <= MOST_WIND_MPS)) {
      throw new ModelRefused(
          "winds",
          "烟团模型适用于 %.1f 至 %.0f m/s 的风速，此处最大风速为 %.2f m/s；静风时云团可能飘向任何方向。"
              .formatted(LEAST_WIND_MPS, MOST_WIND_MPS, strongest),
          "Puffs need a wind between %.1f and %.0f m/s, and the strongest here is %.2f m/s; in a calm a cloud may go anywhere."
              .formatted(LEAST_WIND_MPS, MOST_WIND_MPS, strongest));
    }
  }

  private List<ModelNote> notes() {
    List<ModelNote> notes = new ArrayList<>();
    notes.add(
        new ModelNote(
            question.heavy() ? "heavy-puffs" : "puff-train",
            Weight.CHOICE,
            Map.of("spread", question.spread().name())));
    if (lull) {
      notes.add(
          new ModelNote("lull-in-the-wind", Weight.WARNING, Map.of("leastMps", LEAST_WIND_MPS)));
    }
    return notes;
  }
}
