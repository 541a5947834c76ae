package windrose.domain.release;

/**
 * The shape of a tank: how much it holds, and how high a volume of liquid stands in it.
 *
 * <p>Plain geometry without dished ends, which hold up to 5 % more than the cylinder between them. A cone roof counts as empty.
 */
public sealed interface Vessel {
  double volumeM3();

  double heightM();

  /** Liquid below this height above the bottom; between 0 and the whole volume. */
  double liquidVolumeM3(double levelM);

  /** Height of this volume of liquid above the bottom. */
  default double levelM(double liquidVolumeM3) {
    double low = 0;
    double high = heightM();
    if (liquidVolumeM3 >= volumeM3()) {
      return high;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (liquidVolumeM3(middle) < liquidVolumeM3) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** A cylinder that stands. */
  record VerticalCylinder(double diameterM, double heightM) implements Vessel {
    public VerticalCylinder {
      Inputs.within("source.vessel.diameterM", "容器直径", diameterM, 0.01, 150, "m");
      Inputs.within("source.vessel.heightM", "容器高度", heightM, 0.01, 150, "m");
    }

    @Override
    public double volumeM3() {
      return Math.PI / 4 * diameterM * diameterM * heightM;
    }

    @Override
    public double liquidVolumeM3(double levelM) {
      return Math.PI / 4 * diameterM * diameterM * Math.max(0, Math.min(heightM, levelM));
    }

    @Override
    public double levelM(double liquidVolumeM3) {
      return Math.min(heightM, liquidVolumeM3 / (Math.PI / 4 * diameterM * diameterM));
    }
  }

  /** A cylinder that lies. */
  record HorizontalCylinder(double diameterM, double lengthM) implements Vessel {
    public HorizontalCylinder {
      Inputs.within("source.vessel.diameterM", "容器直径", diameterM, 0.01, 30, "m");
      Inputs.within("source.vessel.lengthM", "容器长度", lengthM, 0.01, 500, "m");
    }

    @Override
    public double volumeM3() {
      return Math.PI / 4 * diameterM * diameterM * lengthM;
    }

    @Override
    public double heightM() {
      return diameterM;
    }

    @Override
    public double liquidVolumeM3(double levelM) {
      double r = diameterM / 2;
      double h = Math.max(0, Math.min(diameterM, levelM));
      return lengthM
          * (r * r * Math.acos((r - h) / r) - (r - h) * Math.sqrt(Math.max(0, 2 * r * h - h * h)));
    }
  }

  /** A ball. */
  record Sphere(double diameterM) implements Vessel {
    public Sphere {
      Inputs.within("source.vessel.diameterM", "容器直径", diameterM, 0.01, 60, "m");
    }

    @Override
    public double volumeM3() {
      return Math.PI / 6 * Math.pow(diameterM, 3);
    }

    @Override
    public double heightM() {
      return diameterM;
    }

    @Override
    public double liquidVolumeM3(double levelM) {
      double h = Math.max(0, Math.min(diameterM, levelM));
      return Math.PI * h * h * (1.5 * diameterM - h) / 3;
    }
  }
}
