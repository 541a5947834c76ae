package windrose.feature.walls;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import windrose.platform.secret.Secret;
import windrose.platform.web.Problem;

/**
 * The codes that displays show while they wait to be paired: short, for {@value #MINUTES} minutes, for one use.
 *
 * <p>A code is worth nothing without a signed-in person who types it, and the credential that it stands for never leaves the
 * display, so that guessing codes gains nobody a view. Nothing of this is stored: a restart asks displays for a new code.
 */
final class PairingDesk {
  static final int MINUTES = 5;
  private static final int LETTERS = 8;
  private static final int MOST_WAITING = 200;
  private static final int ASKS_PER_ADDRESS = 30;
  private static final int WRONG_PER_PERSON = 8;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  /** Without letters and digits that look alike from across a room. */
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final RateLimit asks;
  private final RateLimit wrong;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  PairingDesk(Clock clock) {
    this.clock = clock;
    this.asks = new RateLimit(clock, ASKS_PER_ADDRESS, WINDOW);
    this.wrong = new RateLimit(clock, WRONG_PER_PERSON, WINDOW);
  }

  /** A display that waits, known by the hash of its future credential. */
  record Waiting(Buffer tokenHash, String address, Instant until) {}

  /** What the display is told: the code to show, and the credential to keep to itself. */
  record Opened(String code, String credential, Instant until) {}

  Opened open(String address) {
    forgetExpired();
    if (!asks.allows(address)) {
      throw Problem.tooMany("Too many pairing codes were asked for from this address.")
          .inChinese("这个地址申请配对码过于频繁，请稍后再试。")
          .retryAfter(60);
    }
    if (waiting.size() >= MOST_WAITING) {
      throw Problem.busy("Too many displays are waiting to be paired.")
          .inChinese("等待配对的大屏过多，请稍后再试。")
          .retryAfter(60);
    }
    asks.count(address);
    String credential = Secret.random();
    Instant until = clock.instant().plus(Duration.ofMinutes(MINUTES));
    String code = freeCode();
    waiting.put(code, new Waiting(Buffer.buffer(Secret.hash(credential)), address, until));
    return new Opened(code.substring(0, 4) + "-" + code.substring(4), credential, until);
  }

  /** The display that shows this code; the code is used up. Wrong codes are counted against the person. */
  Waiting redeem(String typed, String person) {
    forgetExpired();
    if (!wrong.allows(person)) {
      throw Problem.tooMany("Too many wrong codes. Wait ten minutes and read the display again.")
          .inChinese("配对码输错次数过多。请十分钟后对照大屏重新输入。")
          .retryAfter(600);
    }
    String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    Waiting found = waiting.remove(code);
    if (found == null) {
      wrong.count(person);
      throw Problem.invalidField(
          "/code",
          "No display shows this code now. Codes last %d minutes and work once.".formatted(MINUTES),
          "当前没有大屏显示这个配对码。配对码 %d 分钟内有效，只能使用一次。".formatted(MINUTES));
    }
    return found;
  }

  /** Gives a code back to its display, after what should have followed failed. */
  void restore(String typed, Waiting unused) {
    waiting.put(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""), unused);
  }

  /** Whether a display with this credential still waits. */
  Optional<Instant> waitsUntil(String credential) {
    Buffer hash = Buffer.buffer(Secret.hash(credential));
    forgetExpired();
    return waiting.values().stream()
        .filter(one -> one.tokenHash().equals(hash))
        .map(Waiting::until)
        .findFirst();
  }

  private String freeCode() {
    while (true) {
      StringBuilder code = new StringBuilder(LETTERS);
      for (int i = 0; i < LETTERS; i++) {
        code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      if (!waiting.containsKey(code.toString())) {
        return code.toString();
      }
    }
  }

  private void forgetExpired() {
    Instant now = clock.instant();
    for (Iterator<Waiting> all = waiting.values().iterator(); all.hasNext(); ) {
      if (!now.isBefore(all.next().until())) {
        all.remove();
      }
    }
  }
}
