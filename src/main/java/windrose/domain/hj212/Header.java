package windrose.domain.hj212;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields before the data area, as they were sent; null where a field is missing.
 *
 * @param qn the number of the exchange, a time stamp with milliseconds
 * @param st the system code: 22 air quality, 21 surface water, 91 interaction …
 * @param cn the command
 * @param pw the device's password
 * @param mn the device's number
 * @param flag bits V5…V0 D A: version, split, answer wanted
 * @param pnum how many parts; null when it is not split
 * @param pno which part, from 1
 * @param isResent {@code RF=1} of 2025: data sent again (补传)
 * @param others fields that no edition names, kept
 */
public record Header(
    @Nullable String qn,
    @Nullable String st,
    @Nullable String cn,
    @Nullable String pw,
    @Nullable String mn,
    @Nullable Integer flag,
    @Nullable Integer pnum,
    @Nullable Integer pno,
    boolean isResent,
    Map<String, String> others) {
  private static final int ANSWER_BIT = 1;
  private static final int VERSION_SHIFT = 2;

  public Header {
    others = Map.copyOf(others);
  }

  /** The edition of the standard that a message follows, by its flag's version bits. */
  public enum Edition {
    HJ_2005(0),
    HJ_2017(1),
    HJ_2025(2);

    private final int bits;

    Edition(int bits) {
      this.bits = bits;
    }

    /** The flag without the bits for splitting and answering. */
    public int flag() {
      return bits << VERSION_SHIFT;
    }
  }

  public boolean asksForAnswer() {
    return flag != null && (flag & ANSWER_BIT) != 0;
  }

  /** Whether it is one of several parts; the numbers decide, since some devices forget the bit. */
  public boolean isSplit() {
    return pnum != null && pno != null && pnum > 1;
  }

  /** Without a flag it is the first edition; editions that do not exist yet are read like the newest. */
  public Edition edition() {
    int bits = flag == null ? 0 : flag >> VERSION_SHIFT;
    return switch (bits) {
      case 0 -> Edition.HJ_2005;
      case 1 -> Edition.HJ_2017;
      default -> Edition.HJ_2025;
    };
  }

  /** The command, or nothing readable. */
  public String command() {
    return cn == null ? "" : cn;
  }
}
