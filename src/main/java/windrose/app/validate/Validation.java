package windrose.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.consequence.ScenarioOptions;

/** Runs every reference file that it knows by name, and keeps each answer. */
public final class Validation {
  private static final String ALOHA = "aloha_547_runs.csv";
  private static final String FIRES = "fire_benchmarks.csv";
  private static final String PRAIRIE_GRASS = "prairie_grass_arcs.csv";
  private static final String LNG = "lng_lfl_distance.csv";
  private static final String DENSE_JETS = "dense_jet_arcs.csv";
  private static final String SLAB = "slab_*.csv";

  private final SubstanceTable substances;

  public Validation(SubstanceTable substances) {
    this.substances = substances;
  }

  static List<String> knownNames() {
    return List.of(ALOHA, PRAIRIE_GRASS, DENSE_JETS, LNG, FIRES, SLAB);
  }

  static boolean knows(String name) {
    return knownNames().contains(name) || isSlab(name);
  }

  private static boolean isSlab(String name) {
    return name.startsWith("slab_") && name.endsWith(".csv");
  }

  /**
   * Answers every row of every file.
   *
   * @param textByName reported in this order
   */
  public List<Prediction> run(Map<String, String> textByName) {
    List<Prediction> predictions = new ArrayList<>();
    textByName.forEach((name, text) -> predictions.addAll(run(ReferenceFile.parse(name, text))));
    return predictions;
  }

  private List<Prediction> run(ReferenceFile file) {
    if (isSlab(file.name())) {
      return new SlabRuns(substances).run(file);
    }
    return switch (file.name()) {
      case ALOHA -> runs(ScenarioOptions.screening()).run(file);
      case FIRES -> runs(ScenarioOptions.accurate()).run(file);
      case PRAIRIE_GRASS -> new FieldTrials(substances).prairieGrass(file);
      case LNG -> new FieldTrials(substances).lng(file);
      case DENSE_JETS -> new FieldTrials(substances).denseJets(file);
      default -> List.of();
    };
  }

  private RunRows runs(ScenarioOptions options) {
    return new RunRows(new RunAnswers(new RunScenario(substances, options)));
  }
}
