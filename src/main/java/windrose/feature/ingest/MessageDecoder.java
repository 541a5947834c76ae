package windrose.feature.ingest;

import java.util.List;

/** Reads the messages of one channel; used when they come, and again when they are replayed out of the quarantine. */
@FunctionalInterface
public interface MessageDecoder {
  List<DecodedReading> decode(DeviceMessage message) throws Unreadable;

  /** The bytes are not a message; the text says what is wrong and where. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
      super(reason, null, false, false);
    }
  }
}
