package windrose.feature.registers.bulk;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What is wrong in one cell of a table, in both languages; row 0 concerns the whole file. */
record RowProblem(int row, String column, @Nullable String value, String zh, String en) {
  JsonObject json() {
    return new JsonObject()
        .put("row", row)
        .put("column", column)
        .put("value", value)
        .put("detail_zh", zh)
        .put("detail_en", en);
  }
}
