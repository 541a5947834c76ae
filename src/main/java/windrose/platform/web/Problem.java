package windrose.platform.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

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

  private Problem(int status, String type, String title, String detail, List<FieldError> errors) {
    this(status, type, title, detail, errors, 0);
  }

  private Problem(
      int status,
      String type,
      String title,
      String detail,
      List<FieldError> errors,
      int retryAfterS) {
    super(detail, null, false, false);
    this.retryAfterS = retryAfterS;
    this.status = status;
    this.type = type;
    this.title = title;
    this.errors = List.copyOf(errors);
  }

  /** One field that is wrong: a JSON pointer (or {@code ?query}) and what to write instead. */
  public record FieldError(String pointer, String detail) {}

  public static Problem badRequest(String detail) {
    return new Problem(400, "bad-request", "The request cannot be understood", detail, List.of());
  }

  public static Problem invalid(String detail, List<FieldError> errors) {
    return new Problem(422, "invalid", "Some fields are not valid", detail, errors);
  }

  public static Problem invalidField(String pointer, String detail) {
    return invalid(detail, List.of(new FieldError(pointer, detail)));
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
    return new Problem(status, type, title, detail(), errors, seconds);
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
    if (!errors.isEmpty()) {
      JsonArray list = new JsonArray();
      errors.forEach(
          error ->
              list.add(
                  new JsonObject().put("pointer", error.pointer()).put("detail", error.detail())));
      json.put("errors", list);
    }
    return json;
  }
}
