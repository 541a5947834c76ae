package windrose.feature.simulator;

import java.time.Instant;
import windrose.feature.simulator.truth.LeakRun;

/**
 * The drill that is on.
 *
 * @param who started it
 */
public record RunningScenario(
    Scenario scenario, Instant started, LeakRun.Phase phase, String who) {}
