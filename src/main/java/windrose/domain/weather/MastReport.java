package windrose.domain.weather;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LonLat;

/**
 * What one weather mast last said; null is what it does not measure or did not send.
 *
 * @param rank 1 is asked first; masts of one rank by distance
 * @param at when the values were measured
 * @param windHeightM of its vane and cups above the ground
 * @param sigmaThetaDeg standard deviation of the wind's direction over ten minutes or more
 * @param obukhovLengthM from a sonic anemometer or two levels
 * @param radiationWPerM2 of the sun on a level surface
 * @param recent wind of the last hour, oldest first, to tell a stuck vane from a steady wind
 */
public record MastReport(
    String id,
    LonLat place,
    int rank,
    Instant at,
    double windHeightM,
    @Nullable Double windFromDeg,
    @Nullable Double windMps,
    @Nullable Double sigmaThetaDeg,
    @Nullable Double obukhovLengthM,
    @Nullable Double temperatureK,
    @Nullable Double relativeHumidity,
    @Nullable Double pressurePa,
    @Nullable Double radiationWPerM2,
    @Nullable Double cloudShare,
    List<WindSample> recent) {
  /** The wind at one moment. */
  public record WindSample(Instant at, double fromDeg, double speedMps) {}

  public MastReport {
    recent = List.copyOf(recent);
  }
}
