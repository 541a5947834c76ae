package windrose.domain.domino;

/**
 * A tank that stands near the accident.
 *
 * @param eastM and {@code northM} of the accident's source, in metres
 * @param pressurised holds its content under pressure; else it is an atmospheric tank
 */
public record Neighbour(
    String id, String cas, double eastM, double northM, double heightM, boolean pressurised) {}
