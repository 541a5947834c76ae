package windrose.domain.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.MultiPolygon;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.CrossSection;

/**
 * The zones of a cloud in a steady wind, on a lattice along its own axes that is just as large as the lowest level needs.
 *
 * <p>Only one side is computed and mirrored. Zones are nested, the highest level first.
 *
 * @param zones in the cloud's own axes; {@link DownwindFrame#toLocal} puts them into the park
 */
public record Footprint(Field field, List<Zone> zones, List<ModelNote> notes) {
  /** Shorter zones are named but not drawn, as ALOHA does it. */
  public static final double LEAST_DRAWN_M = 10;

  /** Shorter zones lie where the cloud is still patchy. */
  public static final double PATCHY_M = 50;

  /** Beyond this no plume model in a single wind is to be trusted. */
  public static final double FARTHEST_TRUSTED_M = 10_000;

  private static final int COLUMNS = 241;
  private static final int HALF_ROWS = 48;
  private static final double LEAST_WIDTH_SHARE = 0.08;

  /** The highest concentration that ever stands anywhere. */
  public static Footprint maximum(CloudModel cloud, double... levels) {
    return of(cloud, Double.NaN, COLUMNS, HALF_ROWS, levels);
  }

  /** As the cloud lies at one time. */
  public static Footprint at(CloudModel cloud, double timeS, double... levels) {
    return of(cloud, timeS, COLUMNS, HALF_ROWS, levels);
  }

  /**
   * With as many points as one likes.
   *
   * @param timeS NaN for the maximum over time
   * @param halfRows rows on each side of the axis
   */
  public static Footprint of(
      CloudModel cloud, double timeS, int columns, int halfRows, double... levels) {
    double[] descending = levels.clone();
    Arrays.sort(descending);
    double lowest = descending[0];
    List<ModelNote> notes = new ArrayList<>();
    WindwardLattice lattice = lattice(cloud, lowest, columns, halfRows);
    Field field = new Field(lattice, fill(cloud, lattice, timeS));
    List<MultiPolygon> areas = Contours.above(field, Contours.Scale.LOGARITHMIC, descending);
    List<Zone> zones = new ArrayList<>();
    for (int i = descending.length - 1; i >= 0; i--) {
      OptionalDouble reach = cloud.reachM(descending[i]);
      boolean drawn = reach.orElse(0) >= LEAST_DRAWN_M;
      note(descending[i], reach, cloud.farthestM(), notes);
      zones.add(new Zone(descending[i], drawn ? areas.get(i) : Contours.nothing()));
    }
    return new Footprint(field, List.copyOf(zones), List.copyOf(notes));
  }

  /** The same zones in the park. */
  public List<Zone> zonesIn(DownwindFrame frame) {
    return zones.stream().map(zone -> new Zone(zone.level(), frame.toLocal(zone.area()))).toList();
  }

  private static void note(
      double level, OptionalDouble reach, double farthestM, List<ModelNote> notes) {
    if (reach.isEmpty()) {
      notes.add(new ModelNote("level-not-reached", Weight.ASSUMPTION, Map.of("level", level)));
      return;
    }
    double metres = reach.getAsDouble();
    Map<String, Object> values = Map.of("level", level, "reachM", Math.round(metres));
    if (metres < LEAST_DRAWN_M) {
      notes.add(new ModelNote("zone-too-short-to-draw", Weight.WARNING, values));
    } else if (metres < PATCHY_M) {
      notes.add(new ModelNote("zone-short-and-patchy", Weight.WARNING, values));
    } else if (metres >= farthestM) {
      notes.add(new ModelNote("zone-longer-than-computed", Weight.WARNING, values));
    } else if (metres > FARTHEST_TRUSTED_M) {
      notes.add(new ModelNote("zone-beyond-ten-kilometres", Weight.WARNING, values));
    }
  }

  private static WindwardLattice lattice(
      CloudModel cloud, double lowest, int columns, int halfRows) {
    double reachM = Math.max(cloud.reachM(lowest).orElse(0), LEAST_DRAWN_M);
    double upwindM = cloud.nearestM();
    double lengthM = reachM - upwindM;
    double[] x =
        WindwardLattice.columns(
            upwindM - 0.002 * lengthM,
            Math.min(upwindM + 1.02 * lengthM, cloud.farthestM()),
            columns);
    double[] widths = new double[columns];
    double widest = 0;
    for (int i = 0; i < columns; i++) {
      for (CrossSection section : cloud.maximumSections(x[i], cloud.receptorHeightM())) {
        widths[i] = Math.max(widths[i], section.halfWidthM(lowest));
      }
      widest = Math.max(widest, widths[i]);
    }
    double leastM = Math.max(LEAST_WIDTH_SHARE * widest, 0.1);
    for (int i = 0; i < columns; i++) {
      widths[i] = 1.1 * Math.max(widths[i], leastM);
    }
    return new WindwardLattice(x, widths, halfRows);
  }

  /** Row by row, since that is how the values lie in memory. */
  private static double[] fill(CloudModel cloud, WindwardLattice lattice, double timeS) {
    int columns = lattice.columns();
    int halfRows = lattice.halfRows();
    double[] values = new double[lattice.cells()];
    Columns sections = new Columns(columns);
    double z = cloud.receptorHeightM();
    for (int column = 0; column < columns; column++) {
      double x = lattice.x()[column];
      double stepM = lattice.sideM(column, 1);
      sections.put(
          column,
          Double.isNaN(timeS) ? cloud.maximumSections(x, z) : cloud.sections(x, z, timeS),
          stepM);
    }
    for (int side = 0; side <= halfRows; side++) {
      int above = (halfRows + side) * columns;
      sections.row(side, values, above);
      System.arraycopy(values, above, values, (halfRows - side) * columns, columns);
    }
    return values;
  }
}
