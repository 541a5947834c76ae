package windrose.domain.dispersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.heavygas.AmbientAir;
import windrose.domain.heavygas.CloudMixture;
import windrose.domain.heavygas.DensePuff;
import windrose.domain.heavygas.DensePuffs;
import windrose.domain.heavygas.HeavyFluid;
import windrose.domain.plume.Spread;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Wind;
import windrose.domain.weather.WindProfile;

/**
 * Gas let go at once in a steady wind: a slumping disc while it is heavy, then a Gaussian puff of the same mass.
 *
 * <p>Kept as a film of moments, some 200; between two of them values are interpolated.
 */
final class SuddenCloud implements CloudModel {
  /**
   * The cloud at one time.
   *
   * @param disc whether it is the flat disc of radius {@code widthM} and depth {@code heightM}, else their sigmas
   */
  private record Moment(
      double timeS,
      boolean disc,
      double centreM,
      double widthM,
      double heightM,
      double kgPerM3,
      double sourceHeightM) {
    CrossSection section(double downwindM, double atHeightM) {
      double along = downwindM - centreM;
      if (disc) {
        return Math.abs(along) > widthM || atHeightM > heightM
            ? CrossSection.EMPTY
            : new CrossSection(
                kgPerM3, Math.sqrt(widthM * widthM - along * along), 0.02 * widthM + 0.01);
      }
      if (Math.abs(along) > reachM()) {
        return CrossSection.EMPTY;
      }
      double share = Math.exp(-along * along / (2 * widthM * widthM));
      return new CrossSection(kgPerM3 * share * vertical(atHeightM), 0, Math.sqrt(2) * widthM);
    }

    private double vertical(double atHeightM) {
      double below = (atHeightM - sourceHeightM) / heightM;
      double above = (atHeightM + sourceHeightM) / heightM;
      return (Math.exp(-below * below / 2) + Math.exp(-above * above / 2)) / 2;
    }

    double reachM() {
      return disc ? widthM : REACH_SIGMAS * widthM;
    }

    Moment towards(Moment next, double share) {
      return disc != next.disc
          ? (share < 0.5 ? this : next)
          : new Moment(
              mix(timeS, next.timeS, share),
              disc,
              mix(centreM, next.centreM, share),
              mix(widthM, next.widthM, share),
              mix(heightM, next.heightM, share),
              kgPerM3 * Math.pow(next.kgPerM3 / kgPerM3, share),
              sourceHeightM);
    }

    private static double mix(double a, double b, double share) {
      return a + share * (b - a);
    }
  }

  private static final double DOWNWIND_IS_EAST = 270;
  private static final double FIRST_STEP_S = 0.5;
  private static final double REACH_SIGMAS = 5;
  private static final double STEP_SHARE = 0.04;
  private static final double STRETCH_SIGMAS = 0.6;
  private static final double LEAST_STRETCH_M = 1;
  private static final int MOST_MOMENTS = 4_000;

  private final Kind kind;
  private final List<Moment> film;
  private final double receptorHeightM;
  private final double farthestM;
  private final List<ModelNote> notes;

  private SuddenCloud(
      Kind kind, List<Moment> film, DispersionOptions options, List<ModelNote> notes) {
    this.kind = kind;
    this.film = List.copyOf(film);
    this.receptorHeightM = options.receptorHeightM();
    this.farthestM = options.farthestM();
    this.notes = List.copyOf(notes);
  }

  static CloudModel of(
      DispersionCase question, boolean heavy, double at10mMps, List<ModelNote> notes) {
    SourceTerm source = question.source();
    ReleaseStep state = source.steps().get(0);
    List<Moment> film = new ArrayList<>();
    double massKg = source.instantMassKg();
    double farthestM = question.options().farthestM();
    if (heavy) {
      slump(question, state, at10mMps, film);
    } else {
      double density =
          question
              .fluid()
              .gasDensityKgPerM3(state.temperatureK(), question.atmosphere().pressurePa());
      double firstSigmaM = Math.max(0.1, Math.cbrt(massKg / density / Math.pow(2 * Math.PI, 1.5)));
      film.add(puff(0, massKg, 0, firstSigmaM, firstSigmaM, source.heightM()));
    }
    drift(question.atmosphere(), at10mMps, massKg, farthestM, film);
    notes.add(
        new ModelNote(
            heavy ? "let-go-at-once-heavy" : "let-go-at-once-passive",
            Weight.CHOICE,
            Map.of("massKg", Winds.rounded(massKg))));
    if (source.endS() > 0) {
      notes.add(new ModelNote("steps-after-the-instant-left-out", Weight.WARNING, Map.of()));
    }
    return new SuddenCloud(
        heavy ? Kind.HEAVY_PUFF : Kind.PASSIVE_PUFF, film, question.options(), notes);
  }

  private static void slump(
      DispersionCase question, ReleaseStep state, double at10mMps, List<Moment> film) {
    Atmosphere air = question.atmosphere();
    CloudMixture mixture =
        CloudMixture.of(HeavyFluid.of(question.fluid(), state), AmbientAir.of(air));
    DensePuffs puffs = new DensePuffs(mixture, air.roughnessM());
    Wind wind = new Wind(DOWNWIND_IS_EAST, at10mMps);
    DensePuff puff =
        puffs.released(question.source().instantMassKg(), question.source().diameterM() / 2, 0, 0);
    double t = 0;
    double farthestM = question.options().farthestM();
    while (puffs.isHeavy(puff, wind, air.stability())
        && puff.eastM() - puff.radiusM() < farthestM
        && film.size() < MOST_MOMENTS) {
      film.add(new Moment(t, true, puff.eastM(), puff.radiusM(), puff.depthM(), puff.kgPerM3(), 0));
      double step = Math.max(FIRST_STEP_S, STEP_SHARE * t);
      puff = puffs.after(puff, step, wind, air.stability());
      t += step;
    }
    film.add(
        puff(
            t,
            puff.substanceKg(),
            puff.eastM(),
            puff.sigmaHorizontalM(),
            puff.sigmaVerticalM(),
            0));
  }

  /** Lets the Gaussian puff at the end of the film drift on until it has left. */
  private static void drift(
      Atmosphere air, double at10mMps, double massKg, double farthestM, List<Moment> film) {
    WindProfile profile = Winds.profile(air);
    Moment now = film.get(film.size() - 1);
    double sourceHeightM = now.sourceHeightM;
    while (now.centreM - now.reachM() < farthestM && film.size() < MOST_MOMENTS) {
      double speed = profile.transportMps(at10mMps, Math.max(sourceHeightM, 0.6 * now.heightM));
      double stretchM = STRETCH_SIGMAS * Math.max(now.widthM, LEAST_STRETCH_M);
      double step = stretchM / speed;
      now =
          puff(
              now.timeS + step,
              massKg,
              now.centreM + stretchM,
              Spread.PUFF.grownHorizontalM(air.stability(), now.widthM, stretchM),
              Spread.PUFF.grownVerticalM(air.stability(), now.heightM, stretchM),
              sourceHeightM);
      film.add(now);
    }
  }

  private static Moment puff(
      double timeS,
      double massKg,
      double centreM,
      double sigmaHM,
      double sigmaVM,
      double sourceHeightM) {
    double peak = 2 * massKg / (Math.pow(2 * Math.PI, 1.5) * sigmaHM * sigmaHM * sigmaVM);
    return new Moment(timeS, false, centreM, sigmaHM, sigmaVM, peak, sourceHeightM);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<ModelNote> notes() {
    return notes;
  }

  @Override
  public double receptorHeightM() {
    return receptorHeightM;
  }

  @Override
  public double nearestM() {
    return film.stream().mapToDouble(moment -> moment.centreM - moment.reachM()).min().orElse(0);
  }

  @Override
  public double farthestM() {
    return farthestM;
  }

  @Override
  public Presence passage(double downwindM) {
    double from = Double.NaN;
    double to = 0;
    for (Moment moment : film) {
      if (Math.abs(downwindM - moment.centreM) <= moment.reachM()) {
        from = Double.isNaN(from) ? moment.timeS : from;
        to = moment.timeS;
      }
    }
    return Double.isNaN(from) ? new Presence(0, 0) : new Presence(from, to);
  }

  @Override
  public List<CrossSection> sections(double downwindM, double heightM, double timeS) {
    if (timeS < 0 || timeS > film.get(film.size() - 1).timeS) {
      return List.of();
    }
    int low = 0;
    int high = film.size() - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (film.get(middle).timeS <= timeS) {
        low = middle;
      } else {
        high = middle;
      }
    }
    Moment before = film.get(low);
    Moment after = film.get(high);
    double span = after.timeS - before.timeS;
    Moment now = span <= 0 ? before : before.towards(after, (timeS - before.timeS) / span);
    return List.of(now.section(downwindM, heightM));
  }

  @Override
  public List<CrossSection> maximumSections(double downwindM, double heightM) {
    List<CrossSection> sections = new ArrayList<>();
    for (Moment moment : film) {
      if (Math.abs(downwindM - moment.centreM) <= moment.reachM()) {
        CrossSection section = moment.section(downwindM, heightM);
        if (section.centreKgPerM3() > 0) {
          sections.add(section);
        }
      }
    }
    return sections;
  }
}
