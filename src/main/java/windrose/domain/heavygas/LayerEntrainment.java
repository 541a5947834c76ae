package windrose.domain.heavygas;

/**
 * How much a layer's weight holds back the air that mixes into its top.
 *
 * <p>φ = 0.88 + 0.099 Ri^1.04 + 1.4e−25 Ri^5.7 for a heavy layer, 0.88 / (1 + 0.65 |Ri|^0.6) for a light one (Spicer and Havens
 * 1989, fitted to laboratory layers). The layer's growth is κ u* (1 + α) / φ.
 */
final class LayerEntrainment {
  private LayerEntrainment() {}

  static double phi(double richardson) {
    return richardson >= 0
        ? 0.88 + 0.099 * Math.pow(richardson, 1.04) + 1.4e-25 * Math.pow(richardson, 5.7)
        : 0.88 / (1 + 0.65 * Math.pow(-richardson, 0.6));
  }
}
