package windrose.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final Viewer EVERYBODY = (layer, tag) -> true;
  private final LayerState layer = new LayerState("alarms", List.of("level"));
  private final Backlog backlog = new Backlog(layer, EVERYBODY, 7, version -> "e-" + version);

  private void change(String kind, String id, int level) {
    layer.upsert(id, "tag", level);
    layer.happened("alarm", kind, id, "tag", level);
  }

  /** Each frame in short: its type or kind, its cursor, and the levels it tells. */
  private static List<String> inShort(List<String> frames) {
    return frames.stream()
        .map(JsonObject::new)
        .map(
            one ->
                one.getString("type").equals("alarm")
                    ? one.getString("kind")
                        + " "
                        + one.getString("cursor")
                        + " "
                        + one.getInteger("level")
                    : one.getString("type")
                        + " "
                        + one.getString("cursor")
                        + " "
                        + one.getJsonObject("upserts").getJsonArray("level").encode())
        .toList();
  }

  @Test
  void two_events_of_one_row_are_two_frames_and_its_values_one() {
    layer.upsert("before", "tag", 1);
    long since = layer.version();
    change("opened", "a", 1);
    change("raised", "a", 2);

    assertThat(inShort(backlog.framesAfter(since)))
        .containsExactly("opened e-3 1", "patch e-4 [2]", "raised e-5 2");
  }

  @Test
  void a_cut_after_any_frame_loses_no_event_and_no_row() {
    for (int i = 0; i < 5; i++) {
      change("opened", "a" + i, 1);
      layer.upsert("quiet" + i, "tag", i);
    }
    change("raised", "a2", 2);
    List<String> all = backlog.framesAfter(0);

    for (int got = 1; got <= all.size(); got++) {
      JsonObject last = new JsonObject(all.get(got - 1));
      long cursor = Long.parseLong(last.getString("cursor").substring(2));
      List<String> whole = new ArrayList<>(all.subList(0, got));
      whole.addAll(backlog.framesAfter(cursor));
      assertThat(whole).isEqualTo(all);
    }
  }

  @Test
  void who_missed_more_events_than_are_remembered_gets_a_snapshot() {
    for (int i = 0; i <= LayerEvents.KEPT; i++) {
      layer.happened("alarm", "opened", "a" + i, "tag", 1);
    }
    change("opened", "a", 1);

    assertThat(layer.remembers(0)).isFalse();
    assertThat(inShort(backlog.framesAfter(layer.version() - 2)))
        .containsExactly("patch e-1002 [1]", "opened e-1003 1");
  }

  @Test
  void an_event_outside_a_viewer_s_scope_is_not_told() {
    layer.happened("alarm", "opened", "mine", "E01", 1);
    layer.happened("alarm", "opened", "theirs", "E02", 1);
    Viewer onlyE01 = (code, tag) -> tag.equals("E01");
    Backlog theirs = new Backlog(layer, onlyE01, 7, version -> "e-" + version);

    assertThat(inShort(theirs.framesAfter(0))).containsExactly("opened e-1 1");
  }
}
