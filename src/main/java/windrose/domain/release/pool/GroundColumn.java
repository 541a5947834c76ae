package windrose.domain.release.pool;

import windrose.domain.release.Ground;

/**
 * The heat that the ground gives to a pool on it: conduction into the depth, solved implicitly on layers that grow downward.
 *
 * <p>ALOHA solves the same equation (NOAA OR&amp;R 43, section 3.3.3.3). The common closed form k ΔT/√(π κ t) holds only for a pool that
 * keeps its temperature; for one that cools as it evaporates it gives up to half too little. Ground that the pool newly
 * reaches is mixed into the layers: with one surface temperature the equation is linear, so the mean over the area obeys it too.
 *
 * <p>Not a value: it changes with each step of its pool, which owns it.
 */
final class GroundColumn {
  private static final int LAYERS = 40;
  private static final double FIRST_M = 0.0004;
  private static final double GROWTH = 1.13;
  private static final double WATER_W_PER_M2K = 500;

  private final Ground ground;
  private final double freshK;
  private final double[] thicknessM = new double[LAYERS];
  private final double[] temperatureK = new double[LAYERS];
  private final double[] pivot = new double[LAYERS];
  private final double[] load = new double[LAYERS];
  private final double[] link = new double[LAYERS];

  GroundColumn(Ground ground, double temperatureK) {
    this.ground = ground;
    this.freshK = temperatureK;
    for (int i = 0; i < LAYERS; i++) {
      thicknessM[i] = FIRST_M * Math.pow(GROWTH, i);
      this.temperatureK[i] = temperatureK;
    }
  }

  /** The flux at the end of a step is {@code atZeroK − perK × T} W/m² for a pool of temperature T. */
  record Flux(double atZeroK, double perK) {
    double at(double poolK) {
      return atZeroK - perK * poolK;
    }
  }

  /** The pool grew over fresh ground: from {@code wasM2} to {@code isM2}. */
  void grow(double wasM2, double isM2) {
    double old = wasM2 / isM2;
    for (int i = 0; i < LAYERS; i++) {
      temperatureK[i] = old * temperatureK[i] + (1 - old) * freshK;
    }
  }

  /** What the ground would give over the next step; {@link #finish} then takes that step. */
  Flux prepare(double stepS) {
    if (ground == Ground.WATER) {
      return new Flux(WATER_W_PER_M2K * freshK, WATER_W_PER_M2K);
    }
    double k = ground.conductivityWPerMK();
    double capacity = k / ground.diffusivityM2PerS();
    for (int i = LAYERS - 1; i >= 0; i--) {
      double distanceM = i == 0 ? thicknessM[0] / 2 : (thicknessM[i] + thicknessM[i - 1]) / 2;
      double stored = capacity * thicknessM[i] / stepS;
      link[i] = k / distanceM;
      pivot[i] = stored + link[i];
      load[i] = stored * temperatureK[i];
      if (i < LAYERS - 1) {
        double below = link[i + 1];
        pivot[i] += below - below * below / pivot[i + 1];
        load[i] += below * load[i + 1] / pivot[i + 1];
      }
    }
    return new Flux(link[0] * load[0] / pivot[0], link[0] * (1 - link[0] / pivot[0]));
  }

  /** Takes the prepared step under a pool of this temperature. */
  void finish(double poolK) {
    if (ground == Ground.WATER) {
      return;
    }
    double above = poolK;
    for (int i = 0; i < LAYERS; i++) {
      temperatureK[i] = (load[i] + link[i] * above) / pivot[i];
      above = temperatureK[i];
    }
  }
}
