package windrose.feature.planner.distances;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.consequence.Level;
import windrose.domain.consequence.Levels;
import windrose.domain.dispersion.GasAmount;
import windrose.domain.zone.ProtectiveDistances;
import windrose.domain.zone.ProtectiveDistances.Spill;
import windrose.domain.zone.ProtectiveTable;
import windrose.feature.planner.answer.NoteTexts;

/** First-minute distances of a substance: the official ones where a table was loaded, else computed and said to be so. */
public final class DistancesDesk {
  private final ProtectiveTable official;
  private final NoteTexts texts;

  /** Computed ones depend on nothing but substance and case; touched by one thread of the pool at a time. */
  private final Map<String, List<Case>> computed = new HashMap<>();

  public DistancesDesk(ProtectiveTable official, NoteTexts texts) {
    this.official = official;
    this.texts = texts;
  }

  /**
   * One spill by day or by night.
   *
   * @param protectM empty when farther than {@code farthestM}
   * @param row of the official table; empty when computed
   */
  record Case(
      Spill spill,
      boolean night,
      double isolateM,
      OptionalDouble protectM,
      double farthestM,
      Optional<ProtectiveTable.Row> row,
      List<ModelNote> notes) {}

  /** The two levels behind computed distances. */
  record Limits(Level isolate, Level protect) {
    /** The highest tier for those who stay, the middle one for those who must be protected; never from two sets. */
    static Limits of(FluidProperties fluid) {
      List<Level> tiers = Levels.toxic(fluid);
      Optional<Level> worst = tier(tiers, "life-threatening");
      Optional<Level> harm = tier(tiers, "lasting-harm");
      if (worst.isEmpty() || harm.isEmpty()) {
        throw new ModelRefused(
            "cas",
            "物性数据表中没有 %s 的二级和三级毒性等级，无法计算初始隔离和防护距离；请查官方资料。".formatted(fluid.substance().nameZh()),
            "The table does not know the second and third toxic level of %s, so that no first distances can be computed: look into an official source."
                .formatted(fluid.substance().nameEn()));
      }
      return new Limits(worst.get(), harm.get());
    }

    private static Optional<Level> tier(List<Level> tiers, String meaning) {
      return tiers.stream().filter(level -> level.meaning().equals(meaning)).findFirst();
    }
  }

  /** For a thread of the pool: some ten milliseconds the first time. */
  public JsonObject answer(DistancesQuestion question) {
    List<Case> table = cases(question.fluid());
    Case asked =
        table.stream()
            .filter(one -> one.spill == question.spill() && one.night == question.night())
            .findFirst()
            .orElseThrow();
    return new DistancesJson(question, texts).answer(asked, table);
  }

  private List<Case> cases(FluidProperties fluid) {
    List<Case> all = new ArrayList<>();
    for (Spill spill : Spill.values()) {
      for (boolean night : new boolean[] {false, true}) {
        Optional<ProtectiveTable.Row> row = official.find(fluid.substance().cas(), spill, night);
        all.add(row.map(found -> of(found, spill, night)).orElseGet(() -> of(fluid, spill, night)));
      }
    }
    return all;
  }

  private static Case of(ProtectiveTable.Row row, Spill spill, boolean night) {
    return new Case(
        spill,
        night,
        row.isolateM(),
        OptionalDouble.of(row.protectM()),
        row.protectM(),
        Optional.of(row),
        List.of());
  }

  private Case of(FluidProperties fluid, Spill spill, boolean night) {
    synchronized (computed) {
      return computed.computeIfAbsent(fluid.substance().cas(), cas -> compute(fluid)).stream()
          .filter(one -> one.spill == spill && one.night == night)
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<Case> compute(FluidProperties fluid) {
    Limits limits = Limits.of(fluid);
    List<Case> cases = new ArrayList<>();
    for (Spill spill : Spill.values()) {
      for (boolean night : new boolean[] {false, true}) {
        GasAmount amount = GasAmount.in(ProtectiveDistances.air(night), fluid.molarMassKgPerMol());
        ProtectiveDistances found =
            ProtectiveDistances.compute(
                fluid,
                spill,
                night,
                amount.kgPerM3(limits.isolate.value()),
                amount.kgPerM3(limits.protect.value()));
        cases.add(
            new Case(
                spill,
                night,
                found.isolateM(),
                found.protectM(),
                found.farthestM(),
                Optional.empty(),
                found.notes()));
      }
    }
    return List.copyOf(cases);
  }
}
