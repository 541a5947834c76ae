package windrose.feature.simulator;

import windrose.domain.park.Park;
import windrose.feature.basemap.ParkFolder;
import windrose.feature.basemap.ParkRefused;

/** The demo park for the simulator's tests, read once. */
public final class DemoPark {
  public static final Park PARK = read();

  private DemoPark() {}

  private static Park read() {
    try {
      return ParkFolder.readFromClasspath("gis-data/demo-park");
    } catch (ParkRefused broken) {
      throw new IllegalStateException(broken);
    }
  }
}
