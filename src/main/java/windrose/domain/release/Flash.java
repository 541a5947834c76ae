package windrose.domain.release;

/**
 * The share of a superheated liquid that becomes vapour at once when its pressure is gone: x = 1 − exp(−cp ΔT / L).
 *
 * <p>Standard adiabatic flash (CCPS 1999, section 2.1.4). The drops torn along with the vapour usually carry the rest into the
 * air as well: counting everything as airborne, as ALOHA does, is the cautious choice.
 */
public final class Flash {
  private Flash() {}

  public static double vapourShare(
      double temperatureK,
      double boilingPointK,
      double liquidHeatJPerKgK,
      double latentHeatJPerKg) {
    if (temperatureK <= boilingPointK) {
      return 0;
    }
    return 1 - Math.exp(-liquidHeatJPerKgK * (temperatureK - boilingPointK) / latentHeatJPerKg);
  }
}
