package windrose.domain.zone;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.dispersion.CrossSection;

/**
 * The cross-sections of a plume at every column, evaluated one row after the other.
 *
 * <p>A section without a flat middle goes from one row to the next by two products, exp(−((k+1)d)²) = exp(−(kd)²) q, q' = q e^(−2d²),
 * which is exact to some 1e−13 over a few hundred rows; any other is asked each time.
 */
final class Columns {
  private final double[] now;
  private final double[] ratio;
  private final double[] ratioStep;
  private final List<Other> others = new ArrayList<>();

  private record Other(int column, CrossSection section, double stepM) {}

  Columns(int count) {
    this.now = new double[count];
    this.ratio = new double[count];
    this.ratioStep = new double[count];
  }

  void put(int column, List<CrossSection> sections, double stepM) {
    for (int i = 0; i < sections.size(); i++) {
      CrossSection section = sections.get(i);
      if (section.centreKgPerM3() <= 0) {
        continue;
      }
      double share = stepM / section.spreadM();
      if (sections.size() == 1 && section.flatHalfWidthM() == 0 && share < 1) {
        now[column] = section.centreKgPerM3();
        ratio[column] = Math.exp(-share * share);
        ratioStep[column] = Math.exp(-2 * share * share);
      } else {
        others.add(new Other(column, section, stepM));
      }
    }
  }

  /** Writes the row so many steps from the axis; rows are asked in order from 0. */
  void row(int side, double[] values, int at) {
    for (int column = 0; column < now.length; column++) {
      values[at + column] = now[column];
      now[column] *= ratio[column];
      ratio[column] *= ratioStep[column];
    }
    for (int i = 0; i < others.size(); i++) {
      Other other = others.get(i);
      double c = other.section.kgPerM3(side * other.stepM);
      values[at + other.column] = Math.max(values[at + other.column], c);
    }
  }
}
