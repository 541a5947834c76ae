package windrose.domain.release;

import java.util.List;
import windrose.domain.caveat.ModelNote;

/**
 * What a release puts into the air: every dispersion model begins with this.
 *
 * @param steps in time order, without gaps; an instantaneous release is one step of {@code durationS} 0 with its mass in {@code instantMassKg}
 * @param instantMassKg mass released at once; 0 for a release over time
 * @param heightM above ground
 * @param diameterM of a pool or an area source; 0 for a point
 * @param notes how it was got and what was assumed
 */
public record SourceTerm(
    Kind kind,
    List<ReleaseStep> steps,
    double instantMassKg,
    double heightM,
    double diameterM,
    List<ModelNote> notes) {
  /** The form in which it leaves. */
  public enum Kind {
    DIRECT,
    JET,
    POOL,
    STACK,
    INSTANTANEOUS
  }

  public SourceTerm {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  public double massKg() {
    return instantMassKg + steps.stream().mapToDouble(ReleaseStep::massKg).sum();
  }

  public double endS() {
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).endS();
  }

  /** The same, so many times as strong. */
  public SourceTerm times(double factor) {
    List<ReleaseStep> stronger =
        steps.stream()
            .map(
                step ->
                    new ReleaseStep(
                        step.startS(),
                        step.durationS(),
                        step.rateKgPerS() * factor,
                        step.temperatureK(),
                        step.liquidShare(),
                        step.velocityMps()))
            .toList();
    return new SourceTerm(kind, stronger, instantMassKg * factor, heightM, diameterM, notes);
  }
}
