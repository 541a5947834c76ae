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
  /** Register, change and retire stations and series. */
  EDIT_REGISTERS,
  /** Put alarm limits into force by one's own name. */
  CONFIRM_LIMITS,
  /** Open, work on and close tickets of equipment. */
  WORK_TICKETS,
  /** Issue a new secret to a device. */
  ISSUE_DEVICE_SECRET,
  /** Ask what a release, a fire or an explosion would do. */
  PLAN_SCENARIOS,
  /** Say what a box's names and figures mean, and send quarantined messages on or away. */
  MEND_READINGS,
  /** Push readings of any station over HTTP. */
  PUSH_READINGS,
  /** Load readings of the past from a table. */
  IMPORT_READINGS,
  /** Set how devices are connected and which of their values is which series. */
  MANAGE_DEVICES,
  /** Send commands to devices: set their clock, take a sample, ask for their data. */
  COMMAND_DEVICES,
  /** Start and stop drills of the demo park. */
  RUN_SCENARIO,
  /** Put a physician's name under a substance card. */
  SIGN_SUBSTANCE_CARD,
  /** Pair wall displays and cut them off. */
  PAIR_WALL,
  /** Make and end tokens for machines. */
  MANAGE_TOKENS
}
