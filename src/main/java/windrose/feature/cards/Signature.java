package windrose.feature.cards;

import java.time.Instant;

/**
 * A physician's word that a card's text is right.
 *
 * @param sha256 of the text that was signed
 * @param licence number of the physician's licence
 * @param signedBy the account that entered it
 */
public record Signature(
    String cas, String sha256, String physician, String licence, Instant at, String signedBy) {}
