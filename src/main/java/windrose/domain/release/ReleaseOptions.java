package windrose.domain.release;

/**
 * How a release is computed.
 *
 * @param maxSteps into which its course is compressed
 * @param limitS after which it is cut off
 * @param swellToTheEnd takes a boiling tank's outflow as two-phase even above the liquid's level, as ALOHA does (cautious); else
 *     vapour alone leaves there
 */
public record ReleaseOptions(int maxSteps, double limitS, boolean swellToTheEnd) {
  /** As ALOHA: five steps, one hour. */
  public static final ReleaseOptions ALOHA = new ReleaseOptions(5, 3_600, true);

  /** Twenty steps, four hours. */
  public static final ReleaseOptions ACCURATE = new ReleaseOptions(20, 14_400, false);

  public ReleaseOptions {
    Inputs.within("options.maxSteps", "泄漏分段数", maxSteps, 1, 200, "");
    Inputs.within("options.limitS", "计算时长", limitS, 10, 172_800, "s");
  }
}
