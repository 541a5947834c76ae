package windrose.feature.cards;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.card.CardSentence;
import windrose.domain.chemical.card.CardSentence.Section;
import windrose.domain.chemical.card.CardSentence.Source;
import windrose.feature.cards.CardsFeature.SignedCard;

/** Cards as the outside world reads them. */
final class CardJson {
  private CardJson() {}

  static JsonObject card(SignedCard signed, Optional<Substance> substance) {
    JsonObject sections = new JsonObject();
    Map<String, Source> sources = new TreeMap<>();
    for (Section section : Section.values()) {
      JsonArray sentences = new JsonArray();
      for (CardSentence one : signed.card().sentences()) {
        if (one.section() == section) {
          sources.put(one.source().code(), one.source());
          sentences.add(sentence(one));
        }
      }
      sections.put(section.code(), sentences);
    }
    JsonObject titles = new JsonObject();
    sources.forEach((code, source) -> titles.put(code, source(source)));
    return new JsonObject()
        .put("cas", signed.card().cas())
        .put("name_zh", substance.map(Substance::nameZh).orElse(null))
        .put("name_en", substance.map(Substance::nameEn).orElse(null))
        .put("card_sha256", signed.card().sha256())
        .put("review", review(signed))
        .put("sections", sections)
        .put("sources", titles);
  }

  private static JsonObject sentence(CardSentence one) {
    return new JsonObject()
        .put("zh", one.zh())
        .put("en", one.en())
        .put("red", one.red())
        .put("source", one.source().code())
        .put("edition", one.source().edition())
        .put("place", one.place())
        .put("confidence", one.confidence().code());
  }

  private static JsonObject source(Source source) {
    return new JsonObject()
        .put("title", source.title())
        .put("edition", source.edition())
        .put("publisher", source.publisher())
        .put("licence", source.licence());
  }

  private static JsonObject review(SignedCard signed) {
    Optional<Signature> valid = signed.valid();
    JsonObject json = new JsonObject().put("reviewed", valid.isPresent());
    if (valid.isPresent()) {
      return json.put("signature", signature(valid.get()))
          .put("zh", "已由 %s 医学审核".formatted(valid.get().physician()))
          .put("en", "Medically reviewed by %s".formatted(valid.get().physician()));
    }
    boolean outdated = signed.newest().isPresent();
    signed.newest().ifPresent(old -> json.put("outdated_signature", signature(old)));
    return json.put("zh", outdated ? "未经医学审核(签署后内容已更改)" : "未经医学审核")
        .put(
            "en",
            outdated
                ? "Not medically reviewed (the text changed after it was signed)"
                : "Not medically reviewed");
  }

  private static JsonObject signature(Signature one) {
    return new JsonObject()
        .put("physician", one.physician())
        .put("licence", one.licence())
        .put("signed_at", one.at().toString())
        .put("signed_by", one.signedBy())
        .put("card_sha256", one.sha256());
  }
}
