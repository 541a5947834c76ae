package windrose.feature.people;

/** A session or token is valid no longer; whatever stays open because of it must close. */
public record SessionEnded(String credential) {}
