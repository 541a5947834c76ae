package windrose.feature.simulator.devices;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;

/** What a simulated station has measured and nobody has acknowledged, oldest first; the oldest is given up when it is full. */
final class Hj212Outbox {
  private static final int LIMIT = 500;

  private final ArrayDeque<Letter> letters = new ArrayDeque<>();

  /** One report with the number that it keeps however often it is sent. */
  static final class Letter {
    final String qn;
    final String cn;
    final String area;
    int sent;

    Letter(String qn, String cn, String area) {
      this.qn = qn;
      this.cn = cn;
      this.area = area;
    }
  }

  void add(Letter letter) {
    if (letters.size() == LIMIT) {
      letters.removeFirst();
    }
    letters.addLast(letter);
  }

  /** The one to send now; it stays until it is acknowledged. */
  Optional<Letter> first() {
    return Optional.ofNullable(letters.peekFirst());
  }

  boolean acknowledged(String qn) {
    for (Iterator<Letter> all = letters.iterator(); all.hasNext(); ) {
      if (all.next().qn.equals(qn)) {
        all.remove();
        return true;
      }
    }
    return false;
  }

  int size() {
    return letters.size();
  }
}
