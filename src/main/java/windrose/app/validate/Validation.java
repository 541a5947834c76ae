package windrose.app.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.consequence.ScenarioOptions;

/** Runs every reference file that it knows by name, and keeps each answer. */
public final class Validation {
  private final SubstanceTable substances;

  public Validation(SubstanceTable substances) {
    this.substances = substances;
  }

  /** Files by name, in the order in which they are reported; unknown ones are left alone. */
  List<Prediction> run(Map<String, String> textByName) {
    List<Prediction> predictions = new ArrayList<>();
    for (Map.Entry<String, String> each : new LinkedHashMap<>(textByName).entrySet()) {
      ReferenceFile file = ReferenceFile.parse(each.getKey(), each.getValue());
      predictions.addAll(run(file));
    }
    return predictions;
  }

  private List<Prediction> run(ReferenceFile file) {
    return switch (file.name()) {
      case "aloha_547_runs.csv" -> runs(ScenarioOptions.screening()).run(file);
      case "fire_benchmarks.csv" -> runs(ScenarioOptions.accurate()).run(file);
      case "prairie_grass_arcs.csv" -> new FieldTrials(substances).prairieGrass(file);
      case "lng_lfl_distance.csv" -> new FieldTrials(substances).lng(file);
      case "dense_jet_arcs.csv" -> new FieldTrials(substances).denseJets(file);
      default -> List.of();
    };
  }

  private RunRows runs(ScenarioOptions options) {
    return new RunRows(new RunAnswers(new RunScenario(substances, options)));
  }
}
