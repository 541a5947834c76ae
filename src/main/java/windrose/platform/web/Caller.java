package windrose.platform.web;

/** Whoever stands behind a request: a signed-in person, a token, or nobody. */
public interface Caller {
  /** How the journal and the log name this caller. */
  String name();

  boolean isSignedIn();

  boolean may(Enum<?> right);
}
