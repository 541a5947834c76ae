package windrose.feature.registers.bulk;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.table.CsvTable;
import windrose.feature.journal.Fact;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.editing.EditingFeature;
import windrose.feature.registers.editing.EntryWriter;
import windrose.feature.registers.editing.RecordedEdit;
import windrose.feature.registers.editing.SeriesDraft;
import windrose.feature.registers.editing.StationDraft;
import windrose.platform.db.Tx;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/**
 * The front door to registering many stations from one table: first a dry run that names every problem by row and column, then
 * the same file again, taken whole or not at all, if nothing changed in between.
 */
public final class BulkFeature {
  private static final long MOST_BYTES = 8L << 20;
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RegistersFeature registers;
  private final RecordedEdit edit;
  private final EntryWriter writer;
  private final HeavyWork work;

  public BulkFeature(RegistersFeature registers, EditingFeature editing, HeavyWork work) {
    this.registers = registers;
    this.edit = editing.edit();
    this.writer = editing.writer();
    this.work = work;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/import/stations")
            .needs(Action.EDIT_REGISTERS)
            .says(
                "Stations and series from CSV or XLSX: a dry run, then the same with its fingerprint")
            .query("dry_run", "fingerprint")
            .maxBodyBytes(MOST_BYTES)
            .answers(this::take),
        Route.get("/api/v1/import/stations/template.csv")
            .needs(Action.SEE_PARK)
            .says("The table to fill in, as CSV")
            .answers(
                request -> file("stations-template.csv", CSV, TableWriter.csv(Exports.template()))),
        Route.get("/api/v1/import/stations/template.xlsx")
            .needs(Action.SEE_PARK)
            .says("The table to fill in, as XLSX")
            .answers(
                request ->
                    file("stations-template.xlsx", XLSX, TableWriter.xlsx(Exports.template()))),
        Route.get("/api/v1/import/stations/export.csv")
            .needs(Action.EDIT_REGISTERS)
            .says("All stations and series in use, in the form in which they can be imported")
            .answers(
                request ->
                    file(
                        "stations.csv",
                        CSV,
                        TableWriter.csv(Exports.of(registers, Visitor.of(request).scope())))));
  }

  private static Future<Answer> file(String name, String type, byte[] bytes) {
    return Future.succeededFuture(
        Answer.of(type, Buffer.buffer(bytes))
            .header("Content-Disposition", "attachment; filename=\"" + name + "\""));
  }

  private Future<Answer> take(Request request) {
    String dryRun = request.query("dry_run").orElse("true");
    if (!List.of("true", "false").contains(dryRun)) {
      throw Problem.invalidField("?dry_run", "'dry_run' must be true or false.");
    }
    byte[] file = request.body().getBytes();
    if (file.length == 0) {
      throw Problem.badRequest("The body must be the CSV or XLSX file.");
    }
    ViewScope scope = Visitor.of(request).scope();
    return plan(file, scope)
        .compose(
            plan -> {
              if (dryRun.equals("true")) {
                return Future.succeededFuture(Answer.json(plan.json(true, file)));
              }
              refuse(plan, file, request.query("fingerprint"));
              return apply(plan, Visitor.of(request).name())
                  .map(done -> Answer.json(plan.json(false, file)));
            });
  }

  private Future<ImportPlan> plan(byte[] file, ViewScope scope) {
    return work.run(
            "read a table of stations",
            () -> {
              try {
                return new Read(TableReader.read(file), null);
              } catch (UnreadableTable unreadable) {
                return new Read(null, unreadable.problem());
              }
            })
        .map(
            read ->
                read.table == null
                    ? ImportPlan.unreadable(java.util.Objects.requireNonNull(read.problem))
                    : new Planner(registers, scope).plan(read.table));
  }

  private record Read(
      @org.jspecify.annotations.Nullable CsvTable table,
      @org.jspecify.annotations.Nullable RowProblem problem) {}

  private static void refuse(ImportPlan plan, byte[] file, Optional<String> fingerprint) {
    if (!plan.isOk()) {
      throw Problem.invalid(
          "The table has %d problems; nothing was taken.".formatted(plan.problems().size()),
          plan.problems().stream()
              .limit(100)
              .map(one -> new Problem.FieldError(one.row() + "/" + one.column(), one.en()))
              .toList());
    }
    if (fingerprint.isEmpty()) {
      throw Problem.invalidField("?fingerprint", "Send the fingerprint of the dry run.");
    }
    if (!fingerprint.get().equals(plan.fingerprint(file))) {
      throw Problem.conflict(
          "fingerprint-differs",
          "The file or the register changed since the dry run; run it dry again and look.");
    }
  }

  private Future<Void> apply(ImportPlan plan, String who) {
    Instant at = edit.now();
    return edit.commitIfAny(
        tx -> {
          List<Fact> facts = new ArrayList<>();
          Future<Void> chain = Future.succeededFuture();
          for (StationDraft one : plan.newStations()) {
            chain =
                chain
                    .compose(done -> writer.addStation(tx, one, at, who))
                    .map(facts::add)
                    .mapEmpty();
          }
          for (StationDraft one : plan.changedStations()) {
            chain =
                chain
                    .compose(done -> change(tx, one, at, who))
                    .onSuccess(fact -> fact.ifPresent(facts::add))
                    .mapEmpty();
          }
          for (SeriesDraft one : plan.newSeries()) {
            chain =
                chain
                    .compose(done -> writer.addSeries(tx, one, at, who))
                    .map(facts::add)
                    .mapEmpty();
          }
          for (SeriesDraft one : plan.changedSeries()) {
            chain =
                chain
                    .compose(done -> change(tx, one, at, who))
                    .onSuccess(fact -> fact.ifPresent(facts::add))
                    .mapEmpty();
          }
          return chain.map(done -> summary(facts, plan, at, who));
        });
  }

  private Future<Optional<Fact>> change(Tx tx, StationDraft one, Instant at, String who) {
    return writer.changeStation(
        tx,
        registers.findRegistered(one.station().code()).orElseThrow(),
        OptionalLong.empty(),
        one,
        at,
        who);
  }

  private Future<Optional<Fact>> change(Tx tx, SeriesDraft one, Instant at, String who) {
    return writer.changeSeries(
        tx,
        registers.findSeries(one.series().id()).orElseThrow(),
        OptionalLong.empty(),
        one,
        null,
        at,
        who);
  }

  /** One entry for the whole table, with every change in it. */
  private static Optional<Fact> summary(List<Fact> facts, ImportPlan plan, Instant at, String who) {
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    JsonArray changes = new JsonArray();
    facts.forEach(
        one ->
            changes.add(
                new JsonObject()
                    .put("kind", one.kind())
                    .put("subject", one.subject())
                    .put("body", one.body())));
    JsonObject body = new JsonObject().put("rows", plan.rows()).put("changes", changes);
    return Optional.of(new Fact("stations.imported", "stations", at, who, body));
  }
}
