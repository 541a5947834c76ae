package windrose.domain.zone;

import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.CrossSection;

/** A zone that is symmetrical about its axis, as half-widths at even distances: asks in a few nanoseconds who lies in it. */
final class HalfWidths {
  private final double fromM;
  private final double perM;
  private final double toM;
  private final double[] widths;

  private HalfWidths(double fromM, double toM, double[] widths) {
    this.fromM = fromM;
    this.toM = toM;
    this.perM = (widths.length - 1) / (toM - fromM);
    this.widths = widths;
  }

  static HalfWidths of(CloudModel cloud, double level, double reachM, int stations) {
    double from = cloud.nearestM();
    double to = Math.max(reachM, from + 1);
    double[] widths = new double[stations];
    for (int i = 0; i < stations; i++) {
      double x = from + (to - from) * (i + 1e-6) / (stations - 1);
      double widest = -1;
      for (CrossSection section : cloud.maximumSections(x, cloud.receptorHeightM())) {
        widest = Math.max(widest, section.halfWidthM(level));
      }
      widths[i] = widest;
    }
    return new HalfWidths(from, to, widths);
  }

  boolean contains(double downwindM, double acrossM) {
    if (downwindM < fromM || downwindM >= toM) {
      return false;
    }
    double at = (downwindM - fromM) * perM;
    int low = (int) at;
    double before = widths[low];
    double after = widths[Math.min(low + 1, widths.length - 1)];
    return Math.abs(acrossM) <= before + (at - low) * (after - before);
  }
}
