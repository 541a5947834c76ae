package windrose.feature.planner.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import windrose.domain.caveat.ModelNote;
import windrose.domain.consequence.Outcome;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;
import windrose.platform.work.OffLoop;

/** The sentences that stand for the models' notes, in both languages; numbers are put in where a sentence names them in braces. */
@OffLoop("app reads them at start, before the event loop has work")
public final class NoteTexts {
  private static final String FILE = "planner/notes.csv";

  private final Map<String, Sentence> sentences;

  private NoteTexts(Map<String, Sentence> sentences) {
    this.sentences = sentences;
  }

  private record Sentence(String zh, String en) {}

  /** Reads the file that is part of this build. */
  public static NoteTexts read() {
    try (InputStream in = NoteTexts.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("this build carries no " + FILE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (CsvMistake mistake) {
      throw new IllegalStateException(FILE + " is broken at line " + mistake.line(), mistake);
    }
  }

  public static NoteTexts parse(String csv) throws CsvMistake {
    Map<String, Sentence> sentences = new HashMap<>();
    for (CsvRow row : CsvTable.parse(csv).rows()) {
      sentences.put(
          row.find("code").orElseThrow(),
          new Sentence(row.find("zh").orElseThrow(), row.find("en").orElseThrow()));
    }
    return new NoteTexts(sentences);
  }

  public boolean knows(String code) {
    return sentences.containsKey(code);
  }

  public JsonArray json(List<ModelNote> notes) {
    JsonArray list = new JsonArray();
    for (ModelNote note : notes) {
      Sentence sentence = sentence(note);
      JsonObject values = new JsonObject();
      note.values().forEach((name, value) -> values.put(name, plain(value)));
      list.add(
          new JsonObject()
              .put("code", note.code())
              .put("weight", note.weight().name().toLowerCase(Locale.ROOT))
              .put("zh", filled(sentence.zh, note.values(), Sentence::zh))
              .put("en", filled(sentence.en, note.values(), Sentence::en))
              .put("values", values));
    }
    return list;
  }

  /** A note that names a reason has a sentence for each of them. */
  private Sentence sentence(ModelNote note) {
    Sentence general = sentences.getOrDefault(note.code(), new Sentence(note.code(), note.code()));
    return sentences.getOrDefault(note.code() + ":" + note.values().get("reason"), general);
  }

  /** Why a hazard has no answer. */
  public static JsonObject refusal(Outcome.Refused refused) {
    return new JsonObject()
        .put("field", refused.field())
        .put("zh", refused.sentenceZh())
        .put("en", refused.sentenceEn());
  }

  /**
   * What a word of the models is called in Chinese; the word itself when it has no name.
   *
   * @param kind whose word it is: {@code level}, {@code field}, {@code method}, or the name of a note's value
   */
  public String wordZh(String kind, String word) {
    Sentence known = sentences.get(kind + ":" + word);
    return known == null ? word : known.zh;
  }

  /** As {@link #wordZh}, in English. */
  public String wordEn(String kind, String word) {
    Sentence known = sentences.get(kind + ":" + word);
    return known == null ? word : known.en;
  }

  public String limitsZh() {
    return sentences.getOrDefault("limits", new Sentence("", "")).zh;
  }

  public String limitsEn() {
    return sentences.getOrDefault("limits", new Sentence("", "")).en;
  }

  private String filled(
      String sentence, Map<String, Object> values, Function<Sentence, String> language) {
    String text = sentence;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      String name = value.getKey();
      Sentence word = sentences.get(name + ":" + value.getValue());
      text =
          text.replace(
              "{" + name + "}", word == null ? read(value.getValue()) : language.apply(word));
    }
    return text;
  }

  /** As people write a number: 200, not 200.0, and 0.00094, not 9.4E-4. */
  private static String read(Object value) {
    Object plain = plain(value);
    return plain instanceof Double number && Double.isFinite(number)
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(plain);
  }

  private static Object plain(Object value) {
    if (value instanceof Double number) {
      return Math.abs(number) >= 100
          ? Math.rint(number)
          : Double.parseDouble(String.format(Locale.ROOT, "%.3g", number));
    }
    return value instanceof Number ? value : value.toString();
  }
}
