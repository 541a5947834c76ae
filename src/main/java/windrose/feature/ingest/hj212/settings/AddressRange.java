package windrose.feature.ingest.hj212.settings;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Addresses that begin with the same bits, written {@code 10.1.0.0/16} or as one address. */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
record AddressRange(String text, byte[] address, int bits) {
  static Optional<AddressRange> parse(String text) {
    String[] halves = text.strip().split("/", -1);
    byte[] address = NetUtil.createByteArrayFromIpAddressString(halves[0]);
    if (address == null || halves.length > 2) {
      return Optional.empty();
    }
    int most = address.length * Byte.SIZE;
    if (halves.length == 1) {
      return Optional.of(new AddressRange(text.strip(), address, most));
    }
    if (!halves[1].matches("[0-9]{1,3}") || Integer.parseInt(halves[1]) > most) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(text.strip(), address, Integer.parseInt(halves[1])));
  }

  /** Whether one of these ranges covers an address; none at all cover every one. */
  static boolean covers(List<String> ranges, String address) {
    return ranges.isEmpty()
        || ranges.stream()
            .map(AddressRange::parse)
            .flatMap(Optional::stream)
            .anyMatch(range -> range.covers(address));
  }

  boolean covers(String other) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(other);
    if (bytes == null || bytes.length != address.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = bits % Byte.SIZE;
    if (!Arrays.equals(bytes, 0, whole, address, 0, whole)) {
      return false;
    }
    int mask = 0xFF << (Byte.SIZE - rest);
    return rest == 0 || (bytes[whole] & mask) == (address[whole] & mask);
  }
}
