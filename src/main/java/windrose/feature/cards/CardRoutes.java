package windrose.feature.cards;

import io.vertx.core.Future;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.chemical.SubstanceTable;
import windrose.feature.cards.CardsFeature.SignedCard;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of the substance cards. */
final class CardRoutes {
  private static final int LONGEST = 200;

  private final CardsFeature cards;
  private final SubstanceTable substances;

  CardRoutes(CardsFeature cards, SubstanceTable substances) {
    this.cards = cards;
    this.substances = substances;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/substances/:cas/card")
            .needs(Action.SEE_PARK)
            .says("What people read about a substance, each sentence with its source and edition")
            .answers(request -> cards.getCard(request.path("cas")).map(card -> answer(card))),
        Route.post("/api/v1/substances/:cas/card/sign")
            .needs(Action.SIGN_SUBSTANCE_CARD)
            .says("Puts a physician's name and licence under exactly the text that was read")
            .answers(this::sign));
  }

  private Future<Answer> sign(Request request) {
    Fields body = request.json();
    String sha256 = text(body, "card_sha256");
    String physician = text(body, "physician");
    String licence = text(body, "licence");
    body.refuseOthers();
    return cards
        .sign(request.path("cas"), sha256, physician, licence, Visitor.of(request).name())
        .map(card -> answer(card).status(201));
  }

  private static String text(Fields body, String name) {
    String text = body.getString(name).strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw Problem.invalidField(
          "/" + name, "'%s' must have 1 to %d characters.".formatted(name, LONGEST));
    }
    return text;
  }

  private Answer answer(SignedCard card) {
    return Answer.json(CardJson.card(card, substances.findByCas(card.card().cas())));
  }
}
