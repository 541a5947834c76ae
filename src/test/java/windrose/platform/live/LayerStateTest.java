package windrose.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerStateTest {
  private static final Viewer EVERYBODY = (layer, tag) -> true;
  private final LayerState layer = new LayerState("readings", List.of("v"));

  @Test
  void a_subscriber_that_lags_gets_only_the_newest_value() {
    layer.upsert("a", "tag", 1.0);
    long since = layer.version();
    layer.upsert("a", "tag", 2.0);
    layer.upsert("a", "tag", 3.0);

    var changes = layer.changesBetween(since, layer.version(), EVERYBODY);

    assertThat(changes.upserts()).hasSize(1);
    assertThat(changes.upserts().get(0).values()).containsExactly(3.0);
  }

  @Test
  void a_removal_is_never_merged_away() {
    layer.upsert("a", "tag", 1.0);
    long since = layer.version();
    layer.upsert("a", "tag", 2.0);
    layer.remove("a");

    var changes = layer.changesBetween(since, layer.version(), EVERYBODY);

    assertThat(changes.upserts()).isEmpty();
    assertThat(changes.removals()).containsExactly("a");
  }

  @Test
  void a_row_that_comes_back_is_no_removal() {
    layer.upsert("a", "tag", 1.0);
    long since = layer.version();
    layer.remove("a");
    layer.upsert("a", "tag", 4.0);

    var changes = layer.changesBetween(since, layer.version(), EVERYBODY);

    assertThat(changes.removals()).isEmpty();
    assertThat(changes.upserts()).extracting(LayerState.Row::id).containsExactly("a");
  }

  @Test
  void who_lags_behind_the_remembered_removals_must_take_a_snapshot() {
    for (int i = 0; i < 10_002; i++) {
      layer.upsert("row" + i, "tag", 1.0);
      layer.remove("row" + i);
    }
    assertThat(layer.remembers(1)).isFalse();
  }

  @Test
  void a_cursor_from_the_future_must_take_a_snapshot() {
    assertThat(layer.remembers(99)).isFalse();
  }

  @Test
  void a_viewer_gets_only_rows_in_its_scope() {
    layer.upsert("mine", "E01", 1.0);
    layer.upsert("theirs", "E02", 2.0);
    Viewer onlyE01 = (code, tag) -> tag.equals("E01");

    assertThat(layer.snapshot(onlyE01).upserts())
        .extracting(LayerState.Row::id)
        .containsExactly("mine");
    layer.remove("theirs");
    assertThat(layer.changesBetween(2, layer.version(), onlyE01).removals()).isEmpty();
  }

  @Test
  void a_frame_holds_columns_of_equal_length_and_null_for_what_is_unknown() {
    layer.upsert("a", "tag", 1.5);
    layer.upsert("b", "tag", Double.NaN);

    String frame = Frames.rows("patch", layer, "e-2", 7, layer.snapshot(EVERYBODY));

    assertThat(new io.vertx.core.json.JsonObject(frame).getMap())
        .containsEntry("type", "patch")
        .containsEntry("cursor", "e-2");
    assertThat(new io.vertx.core.json.JsonObject(frame).getJsonObject("upserts").encode())
        .isEqualTo("{\"id\":[\"a\",\"b\"],\"v\":[1.5,null]}");
  }
}
