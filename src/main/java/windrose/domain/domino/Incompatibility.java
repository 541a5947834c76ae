package windrose.domain.domino;

import windrose.domain.chemical.Confidence;

/**
 * Two substances that must not meet.
 *
 * @param danger a stable word: {@code toxic-gas}
 */
public record Incompatibility(
    String casA,
    String casB,
    String danger,
    String sentenceEn,
    String sentenceZh,
    String source,
    Confidence confidence) {
  boolean isOf(String one, String other) {
    return (casA.equals(one) && casB.equals(other)) || (casA.equals(other) && casB.equals(one));
  }
}
