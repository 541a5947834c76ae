package windrose.domain.fire;

/**
 * A flame's outside as many small flat patches, from which a target's view of it is summed.
 *
 * <p>The view factor is Σ cos β / (π r²) ΔA over the patches that show their outer side to the target and stand above the
 * ground. It is summed as a vector: its length is the factor of a small target that faces the flame best, which is how
 * ALOHA's distances are met. With the patches made here the sum is within 1 % of the closed form for an upright cylinder
 * (Mudan 1984) from a third of a radius outside its wall; nearer than that a target counts as engulfed.
 *
 * <p>Coordinates: x downwind, y across (to the left when looking downwind), z up, in metres.
 */
final class FlameSurface {
  private static final int AROUND = 48;
  private static final int ALONG = 36;
  private static final int RINGS = 8;

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] normalX;
  private final double[] normalY;
  private final double[] normalZ;
  private final double[] areaM2;
  private int count;

  private FlameSurface(int capacity) {
    x = new double[capacity];
    y = new double[capacity];
    z = new double[capacity];
    normalX = new double[capacity];
    normalY = new double[capacity];
    normalZ = new double[capacity];
    areaM2 = new double[capacity];
  }

  /** What a target sees of the flame: the factor for the best facing target and the mean length of its rays. */
  record View(double factor, double meanPathM) {
    static final View NOTHING = new View(0, 0);
  }

  /** A cone cut off at both ends, with both discs: from {@code base} along the unit vector {@code axis}. */
  static FlameSurface frustum(
      double[] base, double[] axis, double lengthM, double baseRadiusM, double tipRadiusM) {
    FlameSurface surface = new FlameSurface(AROUND * (ALONG + 2 * RINGS));
    double[] side = perpendicular(axis);
    double[] other = cross(axis, side);
    double slant = Math.hypot(lengthM, tipRadiusM - baseRadiusM);
    for (int i = 0; i < ALONG; i++) {
      double share = (i + 0.5) / ALONG;
      double radius = baseRadiusM + (tipRadiusM - baseRadiusM) * share;
      double area = 2 * Math.PI * radius / AROUND * slant / ALONG;
      for (int j = 0; j < AROUND; j++) {
        double[] out = around(side, other, j);
        surface.add(
            along(base, axis, lengthM * share, out, radius),
            along(scaled(out, lengthM / slant), axis, -(tipRadiusM - baseRadiusM) / slant, out, 0),
            area);
      }
    }
    surface.disc(base, scaled(axis, -1), side, other, baseRadiusM);
    surface.disc(along(base, axis, lengthM, axis, 0), axis, side, other, tipRadiusM);
    return surface;
  }

  /** A cylinder of horizontal rings that leans downwind, as the flame over a round pool: wall and top. */
  static FlameSurface leaningCylinder(double diameterM, double lengthM, double tiltRad) {
    FlameSurface surface = new FlameSurface(AROUND * (ALONG + RINGS));
    double radius = diameterM / 2;
    double[] axis = {Math.sin(tiltRad), 0, Math.cos(tiltRad)};
    for (int i = 0; i < ALONG; i++) {
      double at = lengthM * (i + 0.5) / ALONG;
      for (int j = 0; j < AROUND; j++) {
        double angle = 2 * Math.PI * (j + 0.5) / AROUND;
        double[] tangent = {-Math.sin(angle), Math.cos(angle), 0};
        double[] normal = cross(tangent, axis);
        double stretch = length(normal);
        double[] place = {
          axis[0] * at + radius * Math.cos(angle), radius * Math.sin(angle), axis[2] * at
        };
        surface.add(
            place,
            scaled(normal, 1 / stretch),
            stretch * 2 * Math.PI * radius / AROUND * lengthM / ALONG);
      }
    }
    double[] top = {axis[0] * lengthM, 0, axis[2] * lengthM};
    surface.disc(
        top, new double[] {0, 0, 1}, new double[] {1, 0, 0}, new double[] {0, 1, 0}, radius);
    return surface;
  }

  View viewFrom(double targetX, double targetY, double targetZ) {
    double sumX = 0;
    double sumY = 0;
    double sumZ = 0;
    double weights = 0;
    double path = 0;
    for (int i = 0; i < count; i++) {
      double dx = targetX - x[i];
      double dy = targetY - y[i];
      double dz = targetZ - z[i];
      double towards = dx * normalX[i] + dy * normalY[i] + dz * normalZ[i];
      if (towards <= 0 || z[i] < 0) {
        continue;
      }
      double squared = dx * dx + dy * dy + dz * dz;
      double distance = Math.sqrt(squared);
      double weight = towards / distance * areaM2[i] / (Math.PI * squared);
      sumX += weight * dx / distance;
      sumY += weight * dy / distance;
      sumZ += weight * dz / distance;
      weights += weight;
      path += weight * distance;
    }
    if (weights == 0) {
      return View.NOTHING;
    }
    double factor = Math.sqrt(sumX * sumX + sumY * sumY + sumZ * sumZ);
    return new View(Math.min(1, factor), path / weights);
  }

  private void disc(
      double[] centre, double[] normal, double[] side, double[] other, double radiusM) {
    for (int i = 0; i < RINGS; i++) {
      double radius = radiusM * (i + 0.5) / RINGS;
      double area = 2 * Math.PI * radius / AROUND * radiusM / RINGS;
      for (int j = 0; j < AROUND; j++) {
        add(along(centre, normal, 0, around(side, other, j), radius), normal, area);
      }
    }
  }

  private void add(double[] place, double[] normal, double area) {
    x[count] = place[0];
    y[count] = place[1];
    z[count] = place[2];
    normalX[count] = normal[0];
    normalY[count] = normal[1];
    normalZ[count] = normal[2];
    areaM2[count++] = area;
  }

  private static double[] around(double[] side, double[] other, int j) {
    double angle = 2 * Math.PI * (j + 0.5) / AROUND;
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[] {
      c * side[0] + s * other[0], c * side[1] + s * other[1], c * side[2] + s * other[2]
    };
  }

  private static double[] along(
      double[] from, double[] axis, double lengthM, double[] out, double outM) {
    return new double[] {
      from[0] + axis[0] * lengthM + out[0] * outM,
      from[1] + axis[1] * lengthM + out[1] * outM,
      from[2] + axis[2] * lengthM + out[2] * outM
    };
  }

  private static double[] perpendicular(double[] axis) {
    double[] helper = Math.abs(axis[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
    double[] side = cross(axis, helper);
    return scaled(side, 1 / length(side));
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] scaled(double[] a, double factor) {
    return new double[] {a[0] * factor, a[1] * factor, a[2] * factor};
  }

  private static double length(double[] a) {
    return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
  }
}
