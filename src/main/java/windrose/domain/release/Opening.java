package windrose.domain.release;

/**
 * Where a vessel's content gets out: a hole in its wall, or the end of a short pipe or valve.
 *
 * @param heightM of its lower edge above the vessel's bottom
 * @param pipeLengthM 0 for a hole; a flashing liquid flows slower the longer the pipe, down to its least at 0.1 m
 * @param dischargeCoefficient 0.61 for a sharp edge, as ALOHA has it; CCPS takes up to 0.85 for gas through a rounded one
 */
public record Opening(
    Shape shape, double heightM, double pipeLengthM, double dischargeCoefficient) {
  /** Its outline. */
  public sealed interface Shape {
    double areaM2();

    double tallM();

    /** Share of the area that lies under a liquid standing this high above the lower edge. */
    double submergedShare(double liquidM);

    /** A circle. */
    record Round(double diameterM) implements Shape {
      public Round {
        Inputs.within("source.opening.diameterM", "泄漏口直径", diameterM, 0.0005, 5, "m");
      }

      @Override
      public double areaM2() {
        return Math.PI / 4 * diameterM * diameterM;
      }

      @Override
      public double tallM() {
        return diameterM;
      }

      @Override
      public double submergedShare(double liquidM) {
        double h = Math.max(0, Math.min(diameterM, liquidM)) / diameterM;
        return (Math.acos(1 - 2 * h) - (1 - 2 * h) * 2 * Math.sqrt(h - h * h)) / Math.PI;
      }
    }

    /** A slot or a torn seam. */
    record Slot(double widthM, double tallM) implements Shape {
      public Slot {
        Inputs.within("source.opening.widthM", "裂口宽度", widthM, 0.0005, 10, "m");
        Inputs.within("source.opening.tallM", "裂口高度", tallM, 0.0001, 10, "m");
      }

      @Override
      public double areaM2() {
        return widthM * tallM;
      }

      @Override
      public double submergedShare(double liquidM) {
        return Math.max(0, Math.min(1, liquidM / tallM));
      }
    }
  }

  public Opening {
    Inputs.within("source.opening.heightM", "泄漏口高度", heightM, 0, 150, "m");
    Inputs.within("source.opening.pipeLengthM", "接管长度", pipeLengthM, 0, 100, "m");
    Inputs.within("source.opening.dischargeCoefficient", "泄漏系数", dischargeCoefficient, 0.1, 1, "");
  }

  /** A sharp-edged round hole. */
  public static Opening roundHole(double diameterM, double heightM) {
    return new Opening(new Shape.Round(diameterM), heightM, 0, Hole.SHARP_EDGE);
  }

  /** All of it, for what flows out of the vapour space. */
  public Hole whole() {
    return new Hole(shape.areaM2(), dischargeCoefficient);
  }

  /** The part below a liquid level in the vessel. */
  public Hole submerged(double levelM) {
    return new Hole(shape.areaM2() * shape.submergedShare(levelM - heightM), dischargeCoefficient);
  }

  /** Height of the liquid above the middle of the opening's wet part. */
  public double headM(double levelM) {
    double wetM = Math.min(levelM - heightM, shape.tallM());
    return wetM <= 0 ? 0 : levelM - heightM - wetM / 2;
  }
}
