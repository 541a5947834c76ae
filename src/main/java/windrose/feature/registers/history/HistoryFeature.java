package windrose.feature.registers.history;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.feature.journal.JournalEntry;
import windrose.feature.journal.JournalFeature;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The front door to who changed what of a station: its register entry, sensors, limits, secret, connection and commands. */
public final class HistoryFeature {
  private static final int USUAL = 50;
  private static final int MOST = 500;

  private final JournalFeature journals;
  private final RegistersFeature registers;

  public HistoryFeature(JournalFeature journals, RegistersFeature registers) {
    this.journals = journals;
    this.registers = registers;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/stations/:code/history")
            .needs(Action.SEE_JOURNAL)
            .says("Who changed what of a station and its sensors, newest first")
            .query("limit", "cursor")
            .answers(this::list));
  }

  private Future<Answer> list(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    String code = request.path("code");
    if (!mayBeShown(scope, code)) {
      throw Problem.notFound("There is no station '%s'.".formatted(code));
    }
    int limit = request.queryInt("limit", USUAL, 1, MOST);
    long before = request.query("cursor").map(HistoryFeature::cursor).orElse(Long.MAX_VALUE);
    return journals
        .listAbout(scope, subjects(code), before, limit + 1)
        .map(entries -> Answer.json(page(entries, limit)));
  }

  /** A retired station's past may be read too. */
  private boolean mayBeShown(ViewScope scope, String code) {
    return registers.findStation(code).isPresent() && registers.shows(scope, code);
  }

  private List<String> subjects(String code) {
    List<String> subjects = new ArrayList<>(List.of(code));
    registers.listAllSeries().stream()
        .map(one -> one.series())
        .filter(series -> series.station().equals(code))
        .forEach(series -> subjects.add(code + "/" + series.sensor()));
    return subjects;
  }

  private static long cursor(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notOurs) {
      throw Problem.invalidField("?cursor", "'cursor' must be the 'next' of the page before.");
    }
  }

  private static JsonObject page(List<JournalEntry> entries, int limit) {
    JsonArray items = new JsonArray();
    entries.stream().limit(limit).forEach(entry -> items.add(json(entry)));
    boolean more = entries.size() > limit;
    return new JsonObject()
        .put("items", items)
        .put("next", more ? Long.toString(entries.get(limit - 1).seq()) : null);
  }

  private static JsonObject json(JournalEntry entry) {
    return new JsonObject()
        .put("seq", entry.seq())
        .put("at", entry.knownAt().toString())
        .put("event_time", entry.eventTime().toString())
        .put("who", entry.who())
        .put("kind", entry.kind())
        .put("subject", entry.subject())
        .put("body", new JsonObject(entry.body()));
  }
}
