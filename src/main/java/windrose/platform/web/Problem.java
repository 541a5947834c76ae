package windrose.platform.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a user asked for that cannot be done, with a sentence they can act on; becomes RFC 9457 problem JSON.
 *
 * <p>Thrown, or used to fail a future. It carries no stack trace: it is an answer, not a mistake of ours.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String title;
  private final transient List<FieldError> errors;
  private final int retryAfterS;
  private final @Nullable String detailZh;

  private Problem(int status, String type, String title, String detail, List<FieldError> errors) {
    this(status, type, title, detail, errors, 0, null);
  }

  private Problem(
      int status,
      String type,
      String title,
      String detail,
      List<FieldError> errors,
      int retryAfterS,
      @Nullable String detailZh) {
    super(detail, null, false, false);
    this.retryAfterS = retryAfterS;
    this.detailZh = detailZh;
    this.status = status;
    this.type = type;
    this.title = title;
    this.errors = List.copyOf(errors);
  }

  /**
   * One field that is wrong.
   *
   * @param pointer JSON pointer, or {@code ?query}
   * @param detail what to write instead, {@code detailZh} the same in Chinese
   */
  public record FieldError(String pointer, String detail, @Nullable String detailZh) {
    public FieldError(String pointer, String detail) {
      this(pointer, detail, null);
    }

    private JsonObject toJson() {
      JsonObject json = new JsonObject().put("pointer", pointer).put("detail", detail);
      return detailZh == null ? json : json.put("detail_zh", detailZh);
    }
  }

  public static Problem badRequest(String detail) {
    return new Problem(400, "bad-request", "The request cannot be understood", detail, List.of());
  }

  public static Problem invalid(String detail, List<FieldError> errors) {
    return new Problem(422, "invalid", "Some fields are not valid", detail, errors);
  }

  public static Problem invalidField(String pointer, String detail) {
    return invalid(detail, List.of(new FieldError(pointer, detail)));
  }

  /** The same with its sentence in Chinese. */
  public static Problem invalidField(String pointer, String detail, String detailZh) {
    return invalid(detail, List.of(new FieldError(pointer, detail, detailZh))).inChinese(detailZh);
  }

  public static Problem notSignedIn() {
    return new Problem(
        401,
        "not-signed-in",
        "Sign in first",
        "This needs a signed-in person or a token.",
        List.of());
  }

  public static Problem notSignedIn(String detail) {
    return new Problem(401, "not-signed-in", "Sign in first", detail, List.of());
  }

  public static Problem forbidden(String detail) {
    return new Problem(403, "forbidden", "Not allowed", detail, List.of());
  }

  public static Problem notFound(String detail) {
    return new Problem(404, "not-found", "Not found", detail, List.of());
  }

  public static Problem conflict(String detail) {
    return new Problem(409, "conflict", "Not possible now", detail, List.of());
  }

  /** Not possible now, with a kind that a program can tell from other conflicts: {@code readings-exist}. */
  public static Problem conflict(String type, String detail) {
    return new Problem(409, type, "Not possible now", detail, List.of());
  }

  /** Somebody changed the thing since the caller read it. */
  public static Problem changedMeanwhile(String detail) {
    return new Problem(412, "changed-meanwhile", "Changed meanwhile", detail, List.of());
  }

  /** A write that does not say which state it means to change. */
  public static Problem conditionMissing(String detail) {
    return new Problem(428, "condition-missing", "If-Match is missing", detail, List.of());
  }

  public static Problem tooLarge(String detail) {
    return new Problem(413, "too-large", "Too large", detail, List.of());
  }

  public static Problem tooMany(String detail) {
    return new Problem(429, "too-many", "Too many requests", detail, List.of());
  }

  public static Problem busy(String detail) {
    return new Problem(503, "busy", "Not possible at the moment", detail, List.of());
  }

  public static Problem ourMistake(String reference) {
    return new Problem(
        500,
        "internal",
        "Windrose made a mistake",
        "The mistake is logged under " + reference + ". Other functions keep working.",
        List.of());
  }

  /** The same, with the time after which it is worth another try. */
  public Problem retryAfter(int seconds) {
    return new Problem(status, type, title, detail(), errors, seconds, detailZh);
  }

  /** The same with its sentence in Chinese too, for pages that speak it: the extension member {@code detail_zh}. */
  public Problem inChinese(String sentence) {
    return new Problem(status, type, title, detail(), errors, retryAfterS, sentence);
  }

  /** 0 when nothing is said about another try. */
  public int retryAfterS() {
    return retryAfterS;
  }

  public int status() {
    return status;
  }

  public String type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return new ArrayList<>(errors);
  }

  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("type", "urn:windrose:problem:" + type)
            .put("title", title)
            .put("status", status)
            .put("detail", getMessage());
    if (detailZh != null) {
      json.put("detail_zh", detailZh);
    }
    if (!errors.isEmpty()) {
      JsonArray list = new JsonArray();
      errors.forEach(error -> list.add(error.toJson()));
      json.put("errors", list);
    }
    return json;
  }
}
