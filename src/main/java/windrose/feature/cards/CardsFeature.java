package windrose.feature.cards;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.chemical.card.CardTable;
import windrose.domain.chemical.card.SubstanceCard;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/**
 * The front door to the substance cards: what people read about a substance, and whether a physician has signed this very text.
 *
 * <p>A signature under an earlier text does not hold for a changed one; the card then says again that nobody has reviewed it.
 */
public final class CardsFeature {
  private final Database database;
  private final Journal journal;
  private final Clock clock;
  private final CardTable cards;
  private final SubstanceTable substances;
  private final CardStore store;

  public CardsFeature(
      Database database,
      Journal journal,
      String park,
      Clock clock,
      SubstanceTable substances,
      CardTable cards) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
    this.cards = cards;
    this.substances = substances;
    this.store = new CardStore(park);
  }

  public List<Route> routes() {
    return new CardRoutes(this, substances).routes();
  }

  /** A card with the newest signature under any of its texts. */
  public record SignedCard(SubstanceCard card, Optional<Signature> newest) {
    /** The signature, when it stands under exactly this text. */
    public Optional<Signature> valid() {
      return newest.filter(one -> one.sha256().equals(card.sha256()));
    }
  }

  public Future<SignedCard> getCard(String cas) {
    Optional<SubstanceCard> card = cards.find(cas);
    if (card.isEmpty()) {
      return Future.failedFuture(noCard(cas));
    }
    return store.findNewest(database, cas).map(newest -> new SignedCard(card.get(), newest));
  }

  /**
   * Puts a physician's name under a card.
   *
   * @param sha256 of the text that the physician read; another text than today's is refused
   */
  public Future<SignedCard> sign(
      String cas, String sha256, String physician, String licence, String who) {
    Optional<SubstanceCard> card = cards.find(cas);
    if (card.isEmpty()) {
      return Future.failedFuture(noCard(cas));
    }
    if (!card.get().sha256().equals(sha256)) {
      return Future.failedFuture(
          Problem.conflict(
              "The card's text is not the one that was read; read it again and sign that one."));
    }
    Signature signature = new Signature(cas, sha256, physician, licence, clock.instant(), who);
    Fact fact =
        new Fact(
            "substance.card_signed",
            cas,
            signature.at(),
            who,
            new JsonObject()
                .put("card_sha256", sha256)
                .put("physician", physician)
                .put("licence", licence));
    return database
        .inTransaction(tx -> store.insert(tx, signature).compose(done -> journal.append(tx, fact)))
        .map(done -> new SignedCard(card.get(), Optional.of(signature)));
  }

  private static Problem noCard(String cas) {
    return Problem.notFound("There is no card for the CAS number '%s'.".formatted(cas));
  }
}
