package windrose.domain.dispersion;

/** A steady plume without its beginning and end: what {@link SteadyCloud} lets begin and end. */
interface PlumeShape {
  /** Across the wind at full strength. */
  CrossSection section(double downwindM, double heightM);

  /** How long the gas takes to get there. */
  double travelS(double downwindM);

  /** How fast it passes there. */
  double speedMps(double downwindM);

  /** How much a short release has spread along the wind there. */
  double sigmaAlongM(double downwindM);

  /** Where the shape begins; upwind of it there is nothing. */
  double nearestM();
}
