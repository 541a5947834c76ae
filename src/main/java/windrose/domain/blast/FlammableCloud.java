package windrose.domain.blast;

/**
 * The part of a cloud that can explode.
 *
 * @param explosiveMassKg gas between 90 % of the lower and the upper explosive limit (NOAA OR&amp;R 43, section 5.2)
 * @param centreDownwindM centroid of all gas above 90 % of the lower limit
 * @param timeS when, since the beginning of the release
 */
public record FlammableCloud(double explosiveMassKg, double centreDownwindM, double timeS) {}
