package windrose.domain.blast;

import windrose.domain.fire.Probit;

/**
 * The share of people that an overpressure kills.
 *
 * <p>Hurst, Nussey and Pape (1989), used by the British HSE for people in the open: Pr = 1.47 + 1.35 ln p with p in psi: 1 %
 * at 2.4 psi, half at 13.7 psi. In buildings people die of what falls on them, at far less.
 */
public final class BlastHarm {
  public static final double PA_PER_PSI = 6_894.757;

  private BlastHarm() {}

  public static double shareKilledOutdoors(double overpressurePa) {
    if (overpressurePa <= 0) {
      return 0;
    }
    return Probit.share(1.47 + 1.35 * Math.log(overpressurePa / PA_PER_PSI));
  }
}
