package windrose.domain.consequence;

/**
 * A place for which numbers are wanted.
 *
 * @param id chosen by the caller
 * @param eastM and {@code northM} of the source
 * @param heightM above the ground
 */
public record Receptor(String id, double eastM, double northM, double heightM) {}
