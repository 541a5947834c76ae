package windrose.domain.blast;

/** How densely pipes and vessels stand where the cloud burns; each obstacle makes the flame faster. */
public enum Congestion {
  /** Open ground: ALOHA's "uncongested". */
  LOW,
  /** Process plant that one can walk through. */
  MEDIUM,
  /** Pipe racks and structures so dense that one cannot: ALOHA's "congested". */
  HIGH
}
