package windrose.feature.people;

import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.web.Caller;
import windrose.platform.web.Request;

/**
 * A caller with a view scope; a stranger's scope is empty.
 *
 * @param credential names the session or token that was shown, so that what hangs on it can be ended with it
 */
public record Visitor(String name, boolean isSignedIn, ViewScope scope, String credential)
    implements Caller {
  public static final Visitor STRANGER = new Visitor("anonymous", false, ViewScope.NOTHING, "");

  /** Whoever stands behind a request. */
  public static Visitor of(Request request) {
    return request.caller() instanceof Visitor visitor ? visitor : STRANGER;
  }

  @Override
  public boolean may(Enum<?> right) {
    return right instanceof Action action && scope.may(action);
  }
}
