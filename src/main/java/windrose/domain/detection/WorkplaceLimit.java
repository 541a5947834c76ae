package windrose.domain.detection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.chemical.Confidence;

/**
 * The occupational exposure limits of a substance (OEL, 职业接触限值), mg/m³ at 20 °C; what is not known is null, never zero.
 *
 * @param macMgM3 the ceiling that must never be passed (最高容许浓度)
 * @param twaMgM3 the mean over a shift (时间加权平均容许浓度)
 * @param stelMgM3 the mean over 15 minutes (短时间接触容许浓度)
 * @param idlhMgM3 immediately dangerous to life or health
 */
public record WorkplaceLimit(
    String cas,
    String nameEn,
    @Nullable Double macMgM3,
    @Nullable Double twaMgM3,
    @Nullable Double stelMgM3,
    @Nullable Double idlhMgM3,
    String source,
    Confidence confidence,
    @Nullable String note) {

  /** The value that set points are a share of: MAC, else PC-TWA. */
  public Optional<Double> oelMgM3() {
    return Optional.ofNullable(macMgM3 != null ? macMgM3 : twaMgM3);
  }

  /** Which of the limits {@link #oelMgM3} is. */
  public String oelName() {
    return macMgM3 != null ? "MAC" : "PC-TWA";
  }
}
