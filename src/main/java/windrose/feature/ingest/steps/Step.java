package windrose.feature.ingest.steps;

/** One step of the way of every message: looks at its readings, marks them or refuses them, and never waits. */
@FunctionalInterface
public interface Step {
  void take(Passage message);

  /** A step that looks at one reading at a time, at those only that no earlier step refused. */
  interface OfReading extends Step {
    void check(Passage message, Draft reading);

    @Override
    default void take(Passage message) {
      for (Draft reading : message.readings()) {
        if (!reading.isRefused()) {
          check(message, reading);
        }
      }
    }
  }
}
