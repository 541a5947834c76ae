package windrose.domain.fire;

/** Which family of correlations a flame is computed with; the two differ most for sooty pools and for the length of jets. */
public enum FlameMethod {
  /** As ALOHA 5.4.7 does it (NOAA OR&amp;R 43, chapter 6): quick, mostly cautious, comparable with other offices' results. */
  SCREENING,
  /** What measured large fires show, as the Yellow Book and Mudan collect it: use it where a decision hangs on the metres. */
  MEASURED
}
