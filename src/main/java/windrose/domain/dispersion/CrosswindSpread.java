package windrose.domain.dispersion;

import org.jspecify.annotations.Nullable;
import windrose.domain.plume.Spread;
import windrose.domain.weather.Stability;

/**
 * How wide a ten-minute plume is near the ground: from the measured unrest of the wind where there is one, else by class.
 *
 * <p>Measured: σy = σθ x / (1 + 78 X)^0.3 with X = σθ x / zi (Cimorelli et al. 2005, the form in AERMOD; its two constants were
 * drawn by its authors from Project Prairie Grass, so that trial is no independent proof of it). Else Briggs (1973).
 */
record CrosswindSpread(
    Stability stability,
    Spread byClass,
    @Nullable Double sigmaThetaRad,
    double mixingHeightM,
    double sourceSigmaM,
    double averagingFactor) {
  double sigmaM(double downwindM) {
    double x = Math.max(0.1, downwindM);
    double own;
    if (sigmaThetaRad == null) {
      own = byClass.horizontalM(stability, x);
    } else {
      double straight = sigmaThetaRad * x;
      own = straight / Math.pow(1 + 78 * straight / mixingHeightM, 0.3);
    }
    return Math.hypot(averagingFactor * own, sourceSigmaM);
  }
}
