package windrose.domain.chemical.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything that people read about one substance, in order of its sections.
 *
 * <p>Nobody of a medical profession has looked at it until one signs it in the product, and a signature holds for exactly this text:
 * it names {@link #sha256()}, which changes with every letter, source and edition.
 */
public record SubstanceCard(String cas, List<CardSentence> sentences) {
  public SubstanceCard {
    sentences = sentences.stream().sorted(Comparator.comparing(CardSentence::section)).toList();
  }

  /** Fingerprint of the whole text, in hex. */
  public String sha256() {
    StringBuilder text = new StringBuilder(cas).append('\n');
    for (CardSentence one : sentences) {
      text.append(
          String.join(
              "\t",
              one.section().code(),
              one.zh(),
              one.en(),
              String.valueOf(one.red()),
              one.source().code(),
              one.source().edition(),
              one.place(),
              one.confidence().code()));
      text.append('\n');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
