package windrose.feature.people;

/** A session, a token or a paired display's credential is valid no longer; whatever stays open because of it must close. */
public record SessionEnded(String credential) {}
