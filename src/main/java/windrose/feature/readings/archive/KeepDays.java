package windrose.feature.readings.archive;

/** For how many days one class of series keeps what; 0 means for ever. */
public record KeepDays(int readings, int minutes, int hours, int days) {
  /** Three years of readings, five of minutes; hours and days are so small that they stay. */
  public static final KeepDays GENEROUS = new KeepDays(1_100, 1_830, 0, 0);

  public KeepDays {
    if (readings < 0 || minutes < 0 || hours < 0 || days < 0) {
      throw new IllegalArgumentException("days to keep are not negative");
    }
  }

  /** Slow series keep no minutes beside their readings: there, one is as good as the other. */
  KeepDays forSlow() {
    int longer = readings == 0 || minutes == 0 ? 0 : Math.max(readings, minutes);
    return new KeepDays(longer, minutes, hours, days);
  }
}
