package windrose.feature.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When an instrument was last calibrated (检定/校准), and how long that holds. */
public record Calibration(LocalDate last, int intervalDays, @Nullable String certificate) {
  public LocalDate due() {
    return last.plusDays(intervalDays);
  }
}
