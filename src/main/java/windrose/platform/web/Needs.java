package windrose.platform.web;

/** What a route asks of its caller. There is no default: a route that declares nothing does not compile. */
public sealed interface Needs {
  /** Anybody on the network; the reason stands in the code and in the OpenAPI document. */
  record Nothing(String reason) implements Needs {}

  /** Any signed-in caller, even one who still has to change a first password. */
  record SignedIn() implements Needs {}

  record Right(Enum<?> right) implements Needs {}
}
