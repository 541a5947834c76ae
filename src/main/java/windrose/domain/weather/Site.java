package windrose.domain.weather;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a place's air without a mast.
 *
 * @param roughnessM z0 of the land around: 0.03 open country, 1 in a town or between plants
 * @param mixingLidM height of an inversion that somebody knows; null for none
 * @param cloudShare typed by a person; null when nobody looked
 */
public record Site(double roughnessM, @Nullable Double mixingLidM, @Nullable Double cloudShare) {}
