package windrose.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server writes has the shape of the examples that the page's own tests read. */
class FramesTest {
  private static final Viewer EVERYBODY = (layer, tag) -> true;

  private static JsonObject example(String name) throws IOException {
    return new JsonObject(Files.readString(Path.of("src/test/resources/protocol", name + ".json")));
  }

  @Test
  void a_patch_of_readings_is_the_page_s_example_letter_by_letter() throws IOException {
    LayerState layer = new LayerState("readings", List.of("v", "at", "q"));
    layer.upsert("GD-E01-001/cl2", "tag", 0.04, 1795262577000L, 0);
    layer.upsert("GD-E01-002/cl2", "tag", 0.05, 1795262577000L, 0);
    long since = layer.version();
    layer.upsert("GD-E01-001/cl2", "tag", 2.6, 1795262587000L, 512);
    layer.remove("GD-E01-002/cl2");

    String frame =
        Frames.rows(
            "patch",
            layer,
            "r-1042",
            1795262588000L,
            layer.changesBetween(since, layer.version(), EVERYBODY));

    assertThat(new JsonObject(frame)).isEqualTo(example("readings-patch"));
  }

  @Test
  void a_snapshot_of_readings_is_the_page_s_example() throws IOException {
    JsonObject example = example("readings-snapshot");
    LayerState layer = new LayerState("readings", List.of("v", "at", "q"));
    JsonObject rows = example.getJsonObject("upserts");
    JsonArray ids = rows.getJsonArray("id");
    for (int i = 0; i < ids.size(); i++) {
      layer.upsert(
          ids.getString(i),
          "tag",
          rows.getJsonArray("v").getDouble(i),
          rows.getJsonArray("at").getLong(i),
          rows.getJsonArray("q").getInteger(i));
    }

    String frame =
        Frames.rows("snapshot", layer, "r-1041", 1795262587000L, layer.snapshot(EVERYBODY));

    assertThat(new JsonObject(frame)).isEqualTo(example);
  }

  @Test
  void a_snapshot_of_drills_has_the_example_s_columns() throws IOException {
    LayerState layer =
        new LayerState("scenarios", List.of("name_zh", "name_en", "started", "phase"));
    String frame = Frames.rows("snapshot", layer, "s-7", 1795262588000L, layer.snapshot(EVERYBODY));

    assertThat(new JsonObject(frame).getJsonObject("upserts").fieldNames())
        .isEqualTo(example("scenarios-snapshot").getJsonObject("upserts").fieldNames());
  }

  @Test
  void heartbeat_and_stale_are_the_page_s_examples() throws IOException {
    assertThat(new JsonObject(Frames.heartbeat(1795262590000L, "r-1042")))
        .isEqualTo(example("heartbeat"));
    JsonObject stale = example("stale");
    assertThat(new JsonObject(Frames.stale(stale.getString("source"), stale.getLong("since"))))
        .isEqualTo(stale);
    assertThat(new JsonObject(Frames.fresh("database")).getValue("since")).isNull();
  }
}
