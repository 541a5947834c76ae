package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import windrose.domain.hj212.Crc;
import windrose.domain.hj212.Header;

/** The frames of late and what became of them, so that one sent again is answered again and not worked on again. */
final class RecentFrames {
  private static final int MOST = 5_000;

  private final Map<String, Future<Void>> outcomes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<Void>> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The key of a frame: number, device, command, part, and its bytes, since some stations use a number again. Empty without a
   * number.
   */
  static Optional<String> key(Header header, byte[] data) {
    return header.qn() == null
        ? Optional.empty()
        : Optional.of(
            "%s %s %s %s %d %d"
                .formatted(
                    header.mn(),
                    header.qn(),
                    header.cn(),
                    header.pno(),
                    data.length,
                    Crc.of(data)));
  }

  Optional<Future<Void>> find(String key) {
    return Optional.ofNullable(outcomes.get(key));
  }

  void add(String key, Future<Void> outcome) {
    outcomes.put(key, outcome);
    outcome.onFailure(failed -> outcomes.remove(key, outcome));
  }
}
