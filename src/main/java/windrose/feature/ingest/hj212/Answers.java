package windrose.feature.ingest.hj212;

import java.util.Map;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Packet;
import windrose.domain.hj212.QnRtn;

/** The four messages that answer a station: same number, system code 91, the station's own edition, no answer wanted. */
final class Answers {
  private static final String INTERACTION = "91";

  private Answers() {}

  /** 9011: what became of its request. */
  static byte[] request(Header to, QnRtn answer) {
    return frame(to, "9011", "QnRtn=" + answer.number());
  }

  /** 9013: a notice was heard. */
  static byte[] notice(Header to) {
    return frame(to, "9013", "");
  }

  /** 9014: its data are stored. */
  static byte[] data(Header to) {
    return frame(to, "9014", "");
  }

  private static byte[] frame(Header to, String cn, String area) {
    return Packet.frame(
        new Header(
            to.qn(),
            INTERACTION,
            cn,
            to.pw(),
            to.mn(),
            to.edition().flag(),
            null,
            null,
            false,
            Map.of()),
        area);
  }
}
