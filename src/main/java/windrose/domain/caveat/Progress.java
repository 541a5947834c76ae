package windrose.domain.caveat;

/**
 * Who watches a long sum: hears how far it is, and may stop it.
 *
 * <p>The sum calls {@link #reached} often, on whatever thread it runs; when {@link #isCancelled} it ends at once with {@link
 * Cancelled}.
 */
public interface Progress {
  /** Nobody watches, nobody stops it. */
  Progress NONE =
      new Progress() {
        @Override
        public void reached(double share) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Hears how far the sum is.
   *
   * @param share of the whole that is done, 0 to 1
   */
  void reached(double share);

  boolean isCancelled();

  /** What a long sum calls between two pieces of its work. */
  default void step(double share) {
    if (isCancelled()) {
      throw new Cancelled();
    }
    reached(share);
  }

  /** The sum was stopped by who watches it. */
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
      super("cancelled", null, false, false);
    }
  }
}
