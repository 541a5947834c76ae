package windrose.feature.simulator;

import java.util.Optional;

/** A drill began, went on to its next phase, or ended (then empty). */
public record ScenarioChanged(Optional<RunningScenario> running) {}
