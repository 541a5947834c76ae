package windrose.domain.access;

/** What a caller may do; a route or a channel names exactly one of them. */
public enum Action {
  /** Look at the park's drawing, registers and live values. */
  SEE_PARK,
  /** Read past values. */
  SEE_HISTORY,
  /** Look at the journal. */
  SEE_JOURNAL,
  /** Load or replace the park's drawing. */
  IMPORT_PARK,
  /** Issue a new secret to a device. */
  ISSUE_DEVICE_SECRET,
  /** Start and stop drills of the demo park. */
  RUN_SCENARIO,
  /** Put a physician's name under a substance card. */
  SIGN_SUBSTANCE_CARD,
  /** Make and end tokens for machines. */
  MANAGE_TOKENS
}
