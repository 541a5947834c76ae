package windrose.feature.planner.ensemble;

import windrose.domain.caveat.Progress;

/** One of several equal pieces of a sum that somebody watches. */
record PartOf(Progress whole, int number, int pieces) implements Progress {
  @Override
  public void reached(double share) {
    whole.reached((number + share) / pieces);
  }

  @Override
  public boolean isCancelled() {
    return whole.isCancelled();
  }
}
