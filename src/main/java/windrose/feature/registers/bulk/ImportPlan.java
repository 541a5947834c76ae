package windrose.feature.registers.bulk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import windrose.feature.registers.editing.SeriesDraft;
import windrose.feature.registers.editing.StationDraft;

/**
 * What a table would do to the registers.
 *
 * @param changed ids with the fields that would change
 */
record ImportPlan(
    int rows,
    List<RowProblem> problems,
    List<StationDraft> newStations,
    List<StationDraft> changedStations,
    List<SeriesDraft> newSeries,
    List<SeriesDraft> changedSeries,
    List<JsonObject> changed,
    int unchanged) {
  private static final int MOST_LISTED = 1_000;

  static ImportPlan unreadable(RowProblem problem) {
    return new ImportPlan(
        0, List.of(problem), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
  }

  boolean isOk() {
    return problems.isEmpty();
  }

  /** Of the file and of all that it would do: another file or another register give another one. */
  String fingerprint(byte[] file) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(file);
      sha256.update(created().encode().getBytes(StandardCharsets.UTF_8));
      sha256.update(new JsonArray(changed).encode().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  JsonArray created() {
    JsonArray created = new JsonArray();
    newStations.forEach(one -> created.add(one.station().code()));
    newSeries.forEach(one -> created.add(one.series().id()));
    return created;
  }

  JsonObject json(boolean dryRun, byte[] file) {
    JsonArray listed = new JsonArray();
    problems.stream().limit(MOST_LISTED).forEach(one -> listed.add(one.json()));
    JsonArray changes = new JsonArray();
    changed.forEach(
        one ->
            changes.add(
                new JsonObject()
                    .put("id", one.getString("id"))
                    .put("fields", one.getJsonArray("fields"))));
    return new JsonObject()
        .put("dry_run", dryRun)
        .put("fingerprint", fingerprint(file))
        .put("rows", rows)
        .put("ok", isOk())
        .put("problem_count", problems.size())
        .put("problems", listed)
        .put("created", created())
        .put("changed", changes)
        .put("unchanged", unchanged);
  }
}
