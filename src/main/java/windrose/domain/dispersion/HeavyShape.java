package windrose.domain.dispersion;

import windrose.domain.heavygas.HeavyPlume;
import windrose.domain.weather.Stability;

/** A marched heavy plume as a shape; over its source it stands as at the source's downwind edge, as wide as the source. */
record HeavyShape(HeavyPlume plume, Stability stability) implements PlumeShape {
  @Override
  public CrossSection section(double downwindM, double heightM) {
    double radiusM = plume.sourceRadiusM();
    if (downwindM < -radiusM) {
      return CrossSection.EMPTY;
    }
    double centre = plume.centreKgPerM3(downwindM, heightM);
    if (downwindM < radiusM) {
      double halfM = Math.sqrt(Math.max(0, radiusM * radiusM - downwindM * downwindM));
      double flatM = downwindM > 0 ? Math.max(halfM, plume.flatHalfWidthM(downwindM)) : halfM;
      return new CrossSection(centre, flatM, plume.spreadM(downwindM));
    }
    return new CrossSection(centre, plume.flatHalfWidthM(downwindM), plume.spreadM(downwindM));
  }

  @Override
  public double travelS(double downwindM) {
    return downwindM <= plume.nearestM() ? 0 : plume.travelS(downwindM);
  }

  @Override
  public double speedMps(double downwindM) {
    return plume.speedMps(downwindM);
  }

  @Override
  public double sigmaAlongM(double downwindM) {
    return AlongWind.sigmaM(stability, downwindM);
  }

  @Override
  public double nearestM() {
    return -plume.sourceRadiusM();
  }
}
