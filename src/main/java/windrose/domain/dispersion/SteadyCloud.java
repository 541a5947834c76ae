package windrose.domain.dispersion;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.caveat.ModelNote;
import windrose.domain.release.ReleaseStep;

/**
 * Plumes of a release in steps, in one steady wind.
 *
 * <p>Passive steps share one shape and their concentrations add up; heavy ones each have their own shape and the highest counts,
 * since two heavy layers do not simply lie on each other (so does ALOHA).
 */
final class SteadyCloud implements CloudModel {
  /** A while of constant release. */
  record Part(double factor, double startS, double endS, PlumeShape shape) {
    static Part passive(ReleaseStep step, PlumeShape unitShape) {
      return new Part(step.rateKgPerS(), step.startS(), step.endS(), unitShape);
    }

    static Part heavy(ReleaseStep step, PlumeShape shape) {
      return new Part(1, step.startS(), step.endS(), shape);
    }
  }

  private final Kind kind;
  private final List<Part> parts;
  private final double receptorHeightM;
  private final double farthestM;
  private final List<ModelNote> notes;

  SteadyCloud(
      Kind kind,
      List<Part> parts,
      double receptorHeightM,
      double farthestM,
      List<ModelNote> notes) {
    this.kind = kind;
    this.parts = List.copyOf(parts);
    this.receptorHeightM = receptorHeightM;
    this.farthestM = farthestM;
    this.notes = List.copyOf(notes);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<ModelNote> notes() {
    return notes;
  }

  @Override
  public double receptorHeightM() {
    return receptorHeightM;
  }

  @Override
  public double nearestM() {
    return parts.stream().mapToDouble(part -> part.shape.nearestM()).min().orElse(0);
  }

  @Override
  public double farthestM() {
    return farthestM;
  }

  @Override
  public Presence passage(double downwindM) {
    double from = Double.MAX_VALUE;
    double to = 0;
    for (Part part : parts) {
      Presence passing = PassingWindow.of(part.shape, downwindM).presence(part.startS, part.endS);
      from = Math.min(from, passing.arrivalS());
      to = Math.max(to, passing.departureS());
    }
    return parts.isEmpty() ? new Presence(0, 0) : new Presence(from, to);
  }

  @Override
  public List<CrossSection> sections(double downwindM, double heightM, double timeS) {
    if (parts.isEmpty()) {
      return List.of();
    }
    if (isHeavy()) {
      List<CrossSection> sections = new ArrayList<>(parts.size());
      for (Part part : parts) {
        double share = PassingWindow.of(part.shape, downwindM).share(timeS, part.startS, part.endS);
        if (share > 1e-9) {
          sections.add(part.shape.section(downwindM, heightM).times(share));
        }
      }
      return sections;
    }
    PlumeShape shape = parts.get(0).shape;
    double rate = rateArriving(PassingWindow.of(shape, downwindM), timeS);
    return List.of(shape.section(downwindM, heightM).times(rate));
  }

  @Override
  public List<CrossSection> maximumSections(double downwindM, double heightM) {
    if (parts.isEmpty()) {
      return List.of();
    }
    if (isHeavy()) {
      List<CrossSection> sections = new ArrayList<>(parts.size());
      for (Part part : parts) {
        double share =
            PassingWindow.of(part.shape, downwindM).highestShare(part.endS - part.startS);
        sections.add(part.shape.section(downwindM, heightM).times(share));
      }
      return sections;
    }
    PlumeShape shape = parts.get(0).shape;
    double rate = highestRate(PassingWindow.of(shape, downwindM));
    return List.of(shape.section(downwindM, heightM).times(rate));
  }

  private boolean isHeavy() {
    return kind == Kind.HEAVY_PLUME;
  }

  /** The rate of a steady source that would stand there now. */
  private double rateArriving(PassingWindow window, double timeS) {
    double rate = 0;
    for (Part part : parts) {
      rate += part.factor * window.share(timeS, part.startS, part.endS);
    }
    return rate;
  }

  /** Looked for while the middle and the ends of each step pass; one step has its exact value. */
  private double highestRate(PassingWindow window) {
    if (parts.size() == 1) {
      Part only = parts.get(0);
      return only.factor * window.highestShare(only.endS - only.startS);
    }
    double highest = 0;
    for (Part part : parts) {
      double middle = window.travelS() + (part.startS + part.endS) / 2;
      highest = Math.max(highest, rateArriving(window, middle));
      highest = Math.max(highest, rateArriving(window, window.travelS() + part.endS));
    }
    return highest;
  }
}
