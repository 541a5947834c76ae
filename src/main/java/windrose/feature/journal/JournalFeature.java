package windrose.feature.journal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Database;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The front door to the journal: appending for features, reading for auditors, checking for anybody in doubt. */
public final class JournalFeature {
  private final Database database;
  private final JournalStore store = new JournalStore();
  private final Journal journal;
  private final String park;

  public JournalFeature(Database database, String park, Clock clock) {
    this.database = database;
    this.park = park;
    this.journal = Journal.of(park, clock);
  }

  public Journal journal() {
    return journal;
  }

  /** Reads the chain again from its first entry. */
  public Future<ChainReport> verify() {
    return new ChainCheck(store, database, park).run();
  }

  /** What the journal holds about these subjects before a sequence number, newest first, at most {@code limit}. */
  public Future<List<JournalEntry>> listAbout(
      ViewScope scope, List<String> subjects, long beforeSeq, int limit) {
    return store.listAbout(database, park, scope, subjects, beforeSeq, limit);
  }

  public List<Route> routes(ScopeOf scopeOf) {
    return List.of(
        Route.get("/api/v1/audit")
            .needs(Action.SEE_JOURNAL)
            .says("The journal, oldest first")
            .query("limit", "cursor")
            .answers(request -> list(request, scopeOf.scope(request))));
  }

  /** Tells the view scope of a request; people know it, and the journal stands below people. */
  public interface ScopeOf {
    ViewScope scope(Request request);
  }

  private Future<Answer> list(Request request, ViewScope scope) {
    int limit = request.queryInt("limit", 200, 1, 1_000);
    long after = request.query("cursor").map(JournalFeature::cursor).orElse(0L);
    return store
        .listAfter(database, park, scope, after, limit)
        .map(
            entries -> {
              JsonArray items = new JsonArray();
              entries.forEach(entry -> items.add(json(entry)));
              JsonObject page = new JsonObject().put("items", items);
              boolean full = entries.size() == limit;
              page.put("next", full ? Long.toString(entries.get(limit - 1).seq()) : null);
              return Answer.json(page);
            });
  }

  private static long cursor(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notOurs) {
      throw Problem.invalidField("?cursor", "'cursor' must be the 'next' of the page before.");
    }
  }

  private static JsonObject json(JournalEntry entry) {
    return new JsonObject()
        .put("seq", entry.seq())
        .put("kind", entry.kind())
        .put("subject", entry.subject())
        .put("event_time", entry.eventTime().toString())
        .put("known_at", entry.knownAt().toString())
        .put("who", entry.who())
        .put("body", new JsonObject(entry.body()))
        .put("hash", HexFormat.of().formatHex(entry.hash()));
  }
}
