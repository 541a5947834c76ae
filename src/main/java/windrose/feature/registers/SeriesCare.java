package windrose.feature.registers;

import org.jspecify.annotations.Nullable;

/**
 * What people look after in a series.
 *
 * @param medium the substance as the plant calls it
 * @param limitsVersion the confirmed limits in force; null while no person ever confirmed any
 */
public record SeriesCare(
    @Nullable String medium, @Nullable Integer limitsVersion, @Nullable Calibration calibration) {
  public static final SeriesCare NONE = new SeriesCare(null, null, null);
}
