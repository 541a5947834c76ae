package windrose.domain.hj212;

/**
 * Opens a data area that a station has encrypted.
 *
 * <p>HJ 212-2025 allows SM4 with keys issued by command 1014. Mode, padding and text form could not be confirmed from the
 * standard's text, so none is guessed here: {@link #PLAIN} takes open text and refuses what looks encrypted.
 */
public interface DataAreaCipher {
  /** Open text only. */
  DataAreaCipher PLAIN =
      (mn, area) -> {
        if (looksEncrypted(area)) {
          throw new Refused(
              "the data area is encrypted (SM4?) and no cipher is installed; let the station send open text");
        }
        return area;
      };

  /** The open text of what the device {@code mn} sent. */
  String open(String mn, String area) throws Refused;

  /** A data area that stays closed, and why. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
      super(reason, null, false, false);
    }

    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** One long run of hexadecimal or base64 digits, at least one block of 16 bytes, without any {@code name=value}. */
  static boolean looksEncrypted(String area) {
    return area.matches("[0-9A-Fa-f]{32,}") || area.matches("[0-9A-Za-z+/]{22,}={0,2}");
  }
}
