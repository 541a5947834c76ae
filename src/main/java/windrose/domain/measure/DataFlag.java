package windrose.domain.measure;

import java.util.Optional;

/** The one-letter data flags of HJ 212-2017 table 8 (N F M S D C T B), as the quality they stand for. */
public final class DataFlag {
  private DataFlag() {}

  /** The quality of a flag; empty for a letter that the standard does not have. */
  public static Optional<Quality> quality(String flag) {
    return switch (flag) {
      case "N" -> Optional.of(Quality.GOOD);
      case "F" -> Optional.of(Quality.GOOD.with(Quality.STOPPED));
      case "M" -> Optional.of(Quality.GOOD.with(Quality.MAINTENANCE));
      case "S" -> Optional.of(Quality.GOOD.with(Quality.SUBSTITUTED));
      case "D", "B" -> Optional.of(Quality.GOOD.with(Quality.DEVICE_FAULT));
      case "C" -> Optional.of(Quality.GOOD.with(Quality.CALIBRATION));
      case "T" -> Optional.of(Quality.GOOD.with(Quality.OUT_OF_RANGE));
      default -> Optional.empty();
    };
  }
}
