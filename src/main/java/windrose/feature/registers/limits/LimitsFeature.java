package windrose.feature.registers.limits;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.detection.DefaultSetPoints;
import windrose.domain.detection.DefaultSetPoints.Outcome;
import windrose.domain.detection.SetPoints;
import windrose.domain.detection.WorkplaceLimits;
import windrose.domain.park.LimitOrder;
import windrose.domain.park.Series;
import windrose.feature.journal.Fact;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.editing.RecordedEdit;
import windrose.platform.db.Database;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/**
 * The front door to alarm limits: anybody with the right proposes them, a named person puts them into force.
 *
 * <p>Until then the limits of before stay in force; a proposal guards nobody and silences nobody.
 */
public final class LimitsFeature {
  private static final String FROM_FILES = "the park's files";

  private final Database database;
  private final RegistersFeature registers;
  private final RecordedEdit edit;
  private final LimitStore store;
  private final SubstanceTable substances;
  private final WorkplaceLimits workplaceLimits;

  public LimitsFeature(
      Database database,
      RegistersFeature registers,
      RecordedEdit edit,
      String park,
      SubstanceTable substances,
      WorkplaceLimits workplaceLimits) {
    this.database = database;
    this.registers = registers;
    this.edit = edit;
    this.store = new LimitStore(park);
    this.substances = substances;
    this.workplaceLimits = workplaceLimits;
  }

  public List<Route> routes() {
    return new LimitsRoutes(this, registers).routes();
  }

  Instant now() {
    return edit.now();
  }

  /** What the standard suggests; fails with the reason when it suggests nothing. */
  SetPoints suggest(RegisteredSeries one) {
    Series series = one.series();
    boolean detector =
        registers
            .findStation(series.station())
            .filter(station -> station.kind().equals("gas_detector"))
            .isPresent();
    if (!detector) {
      throw Problem.notFound("GB/T 50493 concerns stations of kind gas_detector only.");
    }
    Optional<String> cas = Optional.ofNullable(series.cas());
    Outcome outcome =
        DefaultSetPoints.of(
            series, cas.flatMap(substances::findByCas), cas.flatMap(workplaceLimits::findByCas));
    if (outcome instanceof Outcome.Suggested suggested) {
      return suggested.setPoints();
    }
    throw Problem.notFound(((Outcome.Nothing) outcome).reason().en());
  }

  Future<List<LimitVersion>> listVersions(ViewScope scope, RegisteredSeries one) {
    return store.listVersions(database, scope, one.key());
  }

  /** Keeps a proposal under the next number; {@code wanted} carries no number of its own. */
  Future<LimitVersion> propose(RegisteredSeries one, LimitVersion wanted) {
    refuseNonsense(one, wanted);
    LimitVersion[] numbered = new LimitVersion[1];
    return edit.commit(
            tx ->
                store
                    .lockNext(tx, one.key())
                    .compose(
                        number -> {
                          LimitVersion version = withNumber(wanted, number);
                          numbered[0] = version;
                          return store
                              .insert(tx, one.key(), version)
                              .map(
                                  done ->
                                      new Fact(
                                          "series.limits_proposed",
                                          one.id(),
                                          version.setAt(),
                                          version.setBy(),
                                          version.json()));
                        }))
        .map(done -> numbered[0]);
  }

  private static LimitVersion withNumber(LimitVersion wanted, int number) {
    return new LimitVersion(
        number,
        wanted.limits(),
        wanted.unit(),
        wanted.gasBasis(),
        wanted.source(),
        "proposed",
        wanted.why(),
        wanted.setAt(),
        wanted.setBy(),
        null,
        null);
  }

  private static void refuseNonsense(RegisteredSeries one, LimitVersion wanted) {
    if (!wanted.unit().equals(one.series().unit())) {
      throw Problem.invalidField(
          "/unit",
          "The series is kept in %s, so its limits are in %s."
              .formatted(one.series().unit(), one.series().unit()));
    }
    List<Problem.FieldError> errors =
        LimitOrder.check(wanted.limits().on(one.series())).stream()
            .map(
                mistake ->
                    new Problem.FieldError(
                        "/" + mistake.field().replace("alarm_", ""), mistake.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.get(0).detail(), errors);
    }
  }

  /** Puts a proposal into force, or with null what is in force already, by the name of this person. */
  Future<LimitVersion> confirm(
      RegisteredSeries one, @Nullable Integer version, @Nullable String why, String who) {
    return version == null ? confirmAsIs(one, why, who) : confirmProposal(one, version, why, who);
  }

  private Future<LimitVersion> confirmProposal(
      RegisteredSeries one, int number, @Nullable String why, String who) {
    return store
        .listVersions(database, ViewScope.ALL, one.key())
        .compose(
            all -> {
              LimitVersion wanted =
                  all.stream()
                      .filter(known -> known.version() == number)
                      .findFirst()
                      .orElseThrow(
                          () ->
                              Problem.notFound(
                                  "'%s' has no limits of version %d.".formatted(one.id(), number)));
              if (!wanted.state().equals("proposed")) {
                throw Problem.conflict(
                    "Version %d is %s; only a proposed one can be confirmed."
                        .formatted(number, wanted.state()));
              }
              refuseNonsense(one, wanted);
              return inForce(one, wanted, why, who, false);
            });
  }

  private Future<LimitVersion> confirmAsIs(RegisteredSeries one, @Nullable String why, String who) {
    LimitVersion.Limits limits = LimitVersion.Limits.of(one.series());
    if (limits.areNone()) {
      throw Problem.conflict("'%s' has no limits that could be confirmed.".formatted(one.id()));
    }
    if (one.care().limitsVersion() != null) {
      throw Problem.conflict(
          "The limits in force are confirmed as version %d already."
              .formatted(one.care().limitsVersion()));
    }
    String basis = one.series().basis();
    LimitVersion asIs =
        new LimitVersion(
            0,
            limits,
            one.series().unit(),
            null,
            basis == null ? FROM_FILES : basis,
            "proposed",
            why == null ? "confirmed as it stood" : why,
            edit.now(),
            who,
            null,
            null);
    return inForce(one, asIs, why, who, true);
  }

  private Future<LimitVersion> inForce(
      RegisteredSeries one, LimitVersion wanted, @Nullable String why, String who, boolean isNew) {
    LimitVersion[] done = new LimitVersion[1];
    return edit.commit(
            tx ->
                store
                    .lockNext(tx, one.key())
                    .compose(
                        next -> {
                          LimitVersion version = isNew ? withNumber(wanted, next) : wanted;
                          LimitVersion confirmed = version.confirmed(edit.now(), who);
                          done[0] = confirmed;
                          Future<Void> there =
                              isNew
                                  ? store.insert(tx, one.key(), version)
                                  : Future.succeededFuture();
                          return there
                              .compose(
                                  ready -> store.confirm(tx, one.key(), version, edit.now(), who))
                              .map(ready -> fact(one, confirmed, why, who));
                        }))
        .map(ready -> done[0]);
  }

  private Fact fact(
      RegisteredSeries one, LimitVersion confirmed, @Nullable String why, String who) {
    JsonObject body =
        new JsonObject()
            .put("old", LimitVersion.Limits.of(one.series()).json())
            .put("new", confirmed.json())
            .put("why", why);
    return new Fact("series.limits_confirmed", one.id(), edit.now(), who, body);
  }
}
