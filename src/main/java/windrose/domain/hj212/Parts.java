package windrose.domain.hj212;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The parts of one split message (PNUM, PNO), in whatever order they come.
 *
 * <p>A part may end in the middle of a number, so nothing of it is believed before all are there.
 */
public final class Parts {
  private final int count;
  private final TreeMap<Integer, String> areas = new TreeMap<>();

  public Parts(int count) {
    this.count = count;
  }

  /** Adds a part; a part that came before is replaced. Returns the whole data area when it was the last one missing. */
  public Optional<String> add(int number, String area) {
    areas.put(number, area);
    if (areas.size() < count) {
      return Optional.empty();
    }
    StringBuilder whole = new StringBuilder();
    for (String next : areas.values()) {
      join(whole, next);
    }
    return Optional.of(whole.toString());
  }

  /**
   * Parts are cut between factors, then {@code ;} stands between them or was dropped; a part that begins without a name goes on
   * in the field that the part before began.
   */
  private static void join(StringBuilder whole, String next) {
    boolean isOpen = whole.length() > 0 && whole.charAt(whole.length() - 1) != ';';
    String first = next.split("[;,]", 2)[0];
    boolean beginsWithName = first.indexOf('=') > 0 && Character.isLetter(first.strip().charAt(0));
    if (isOpen && beginsWithName && !next.startsWith(";")) {
      whole.append(';');
    }
    whole.append(next);
  }

  /** The numbers of the parts that did not come: {@code 2, 3}. */
  public String missing() {
    StringJoiner numbers = new StringJoiner(", ");
    for (int number = 1; number <= count; number++) {
      if (!areas.containsKey(number)) {
        numbers.add(Integer.toString(number));
      }
    }
    return numbers.toString();
  }
}
