package windrose.domain.measure;

import java.time.Instant;

/**
 * One value of one series, with both clocks: when it was measured and when we received it.
 *
 * @param series the public id, {@code station/sensor}
 * @param at the device's time
 * @param received our time of receipt
 */
public record Reading(String series, Instant at, Instant received, double value, Quality quality) {}
