package windrose.domain.dispersion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks for distances and times in a cloud, by sampling and halving. */
final class CloudSearch {
  private static final double FIRST_M = 1;
  private static final double STEP_FACTOR = 1.03;
  private static final int TIME_SAMPLES = 256;

  private CloudSearch() {}

  static OptionalDouble reachM(CloudModel cloud, double level) {
    double z = cloud.receptorHeightM();
    double outside = cloud.farthestM();
    if (centre(cloud, outside, z) >= level) {
      return OptionalDouble.of(outside);
    }
    double x = outside;
    while (x > FIRST_M) {
      double nearer = Math.max(FIRST_M, x / STEP_FACTOR);
      if (centre(cloud, nearer, z) >= level) {
        return OptionalDouble.of(edge(cloud, nearer, x, z, level));
      }
      x = nearer;
    }
    return OptionalDouble.empty();
  }

  private static double edge(
      CloudModel cloud, double inside, double outside, double z, double level) {
    double in = inside;
    double out = outside;
    for (int i = 0; i < 24; i++) {
      double middle = (in + out) / 2;
      if (centre(cloud, middle, z) >= level) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  static double halfWidthM(CloudModel cloud, double level) {
    OptionalDouble reach = reachM(cloud, level);
    if (reach.isEmpty()) {
      return 0;
    }
    double widest = 0;
    double from = Math.max(cloud.nearestM(), Math.min(FIRST_M, reach.getAsDouble() / 100));
    for (int i = 0; i <= 200; i++) {
      double x = from + (reach.getAsDouble() - from) * i / 200;
      for (CrossSection section : cloud.maximumSections(x, cloud.receptorHeightM())) {
        widest = Math.max(widest, section.halfWidthM(level));
      }
    }
    return widest;
  }

  static Optional<Presence> presence(CloudModel cloud, double x, double y, double z, double level) {
    Presence passage = cloud.passage(x);
    double step = passage.durationS() / TIME_SAMPLES;
    int first = -1;
    int last = -1;
    for (int i = 0; i <= TIME_SAMPLES; i++) {
      if (cloud.kgPerM3(x, y, z, passage.arrivalS() + i * step) >= level) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return Optional.empty();
    }
    double begin = passage.arrivalS();
    double arrival = crossing(cloud, x, y, z, level, begin + first * step, -step);
    double departure = crossing(cloud, x, y, z, level, begin + last * step, step);
    return Optional.of(new Presence(Math.max(0, arrival), departure));
  }

  private static double crossing(
      CloudModel cloud, double x, double y, double z, double level, double above, double way) {
    double in = above;
    double out = above + way;
    for (int i = 0; i < 20; i++) {
      double middle = (in + out) / 2;
      if (cloud.kgPerM3(x, y, z, middle) >= level) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  static double toxicLoad(CloudModel cloud, double x, double y, double z, double exponent) {
    Presence passage = cloud.passage(x);
    double step = passage.durationS() / TIME_SAMPLES;
    double sum = 0;
    for (int i = 0; i < TIME_SAMPLES; i++) {
      double c = cloud.kgPerM3(x, y, z, passage.arrivalS() + (i + 0.5) * step);
      sum += c > 0 ? Math.pow(c, exponent) : 0;
    }
    return sum * step;
  }

  private static double centre(CloudModel cloud, double x, double z) {
    List<CrossSection> sections = cloud.maximumSections(x, z);
    double highest = 0;
    for (int i = 0; i < sections.size(); i++) {
      highest = Math.max(highest, sections.get(i).centreKgPerM3());
    }
    return highest;
  }
}
