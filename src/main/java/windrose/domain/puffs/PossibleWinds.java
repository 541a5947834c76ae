package windrose.domain.puffs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;
import windrose.domain.zone.Unsureness;

/**
 * Winds that may blow over a release: what the mast measured up to now, and from now on its last wind with a doubt that grows.
 *
 * <p>Persistence, not a forecast: no front and no sea breeze is in it. A member keeps one error of the mast for good (up to 5°, the
 * speed's share); from now on direction and speed walk at random, so that after half an hour the direction's standard deviation
 * has grown by {@link Unsureness#directionSigmaDeg} and by √2 of it after an hour. The rate of growth is our judgement. A direction
 * known no better than ± 60° is drawn from the whole circle. Drawn from the seed and the member's number alone.
 *
 * @param measured in time order, seconds since the release began; the last one is the wind that goes on
 * @param nowS when the measured part ends
 * @param untilS how far winds are wanted
 */
public record PossibleWinds(
    List<WindSeries.Entry> measured, double nowS, double untilS, Unsureness unsureness, long seed) {
  private static final double STEP_S = 300;
  private static final double HALF_HOUR_S = 1_800;
  private static final double MAST_DEG = 5;
  private static final double ANY_DIRECTION_DEG = 60;
  private static final double FASTEST_MPS = 45;

  /** Speed walks by this share in half an hour: judgement. */
  private static final double SPEED_WALK = 0.15;

  public PossibleWinds {
    measured = List.copyOf(measured);
    if (measured.isEmpty()) {
      throw new IllegalArgumentException("a wind that goes on must be known");
    }
  }

  /** The measured wind that simply goes on. */
  public WindSeries unchanged() {
    return new WindSeries(measured);
  }

  public WindSeries member(int number) {
    Random random = new Random(seed * 1_000_003L + number * 7_919L);
    // a linear generator's first draws from neighbouring seeds are alike
    random.nextGaussian();
    random.nextGaussian();
    double sigmaDeg = unsureness.directionSigmaDeg();
    double offsetDeg =
        sigmaDeg >= ANY_DIRECTION_DEG
            ? 360 * random.nextDouble()
            : Math.min(sigmaDeg, MAST_DEG) * random.nextGaussian();
    double factor = Math.exp(Math.log1p(unsureness.speedShare()) * random.nextGaussian());
    int shift = shift(random.nextDouble());
    List<WindSeries.Entry> entries = new ArrayList<>();
    for (WindSeries.Entry entry : measured) {
      entries.add(moved(entry.timeS(), entry.air(), offsetDeg, factor, shift));
    }
    Atmosphere last = measured.get(measured.size() - 1).air();
    double walkDeg = Math.min(sigmaDeg, ANY_DIRECTION_DEG) * Math.sqrt(STEP_S / HALF_HOUR_S);
    double walkSpeed = SPEED_WALK * Math.sqrt(STEP_S / HALF_HOUR_S);
    double from = Math.max(nowS, measured.get(measured.size() - 1).timeS());
    for (double t = from + STEP_S; t < untilS + STEP_S; t += STEP_S) {
      offsetDeg += walkDeg * random.nextGaussian();
      factor *= Math.exp(walkSpeed * random.nextGaussian());
      entries.add(moved(t, last, offsetDeg, factor, shift));
    }
    return new WindSeries(entries);
  }

  private int shift(double draw) {
    return draw < unsureness.classShare() ? -1 : draw > 1 - unsureness.classShare() ? 1 : 0;
  }

  private static WindSeries.Entry moved(
      double timeS, Atmosphere air, double offsetDeg, double factor, int shift) {
    Stability[] classes = Stability.values();
    int own = List.of(classes).indexOf(air.stability());
    int index = Math.max(0, Math.min(classes.length - 1, own + shift));
    double speed =
        Math.min(FASTEST_MPS, Math.max(PuffRun.LEAST_WIND_MPS, air.wind().speedMps() * factor));
    Atmosphere drawn =
        new Atmosphere(
            new Wind(air.wind().fromDeg() + offsetDeg, speed),
            air.windHeightM(),
            classes[index],
            air.roughnessM(),
            shift == 0 ? air.obukhovLengthM() : null,
            air.temperatureK(),
            air.pressurePa(),
            air.relativeHumidity(),
            air.cloudShare(),
            air.mixingLidM(),
            air.sunElevationDeg());
    return new WindSeries.Entry(timeS, drawn);
  }
}
