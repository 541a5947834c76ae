package windrose.domain.puffs;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.Progress;
import windrose.domain.heavygas.DensePuff;
import windrose.domain.plume.GaussianPuff;
import windrose.domain.zone.Contours;
import windrose.domain.zone.Field;
import windrose.domain.zone.Grid;
import windrose.domain.zone.Zone;

/** A cloud that was followed through changing winds, as slices in time order; everything in the park's local metres. */
public record PuffCloud(List<PuffSlice> slices, List<ModelNote> notes) {
  private static final double EDGE_SIGMAS = 4;

  public PuffCloud {
    slices = List.copyOf(slices);
    notes = List.copyOf(notes);
  }

  /** At a place and time; between two slices the nearer one. */
  public double kgPerM3(double eastM, double northM, double heightM, double timeS) {
    return nearest(timeS).kgPerM3(eastM, northM, heightM);
  }

  public PuffSlice nearest(double timeS) {
    PuffSlice best = slices.get(0);
    for (PuffSlice slice : slices) {
      if (Math.abs(slice.timeS() - timeS) < Math.abs(best.timeS() - timeS)) {
        best = slice;
      }
    }
    return best;
  }

  /** A grid that holds every puff of every slice. */
  public Grid grid(int columns, int rows) {
    double east0 = Double.MAX_VALUE;
    double east1 = -Double.MAX_VALUE;
    double north0 = Double.MAX_VALUE;
    double north1 = -Double.MAX_VALUE;
    for (PuffSlice slice : slices) {
      for (GaussianPuff puff : slice.train().puffs()) {
        double r = EDGE_SIGMAS * puff.sigmaHM();
        east0 = Math.min(east0, puff.eastM() - r);
        east1 = Math.max(east1, puff.eastM() + r);
        north0 = Math.min(north0, puff.northM() - r);
        north1 = Math.max(north1, puff.northM() + r);
      }
      for (DensePuff puff : slice.heavy()) {
        double r = 1.2 * puff.radiusM();
        east0 = Math.min(east0, puff.eastM() - r);
        east1 = Math.max(east1, puff.eastM() + r);
        north0 = Math.min(north0, puff.northM() - r);
        north1 = Math.max(north1, puff.northM() + r);
      }
    }
    if (east0 > east1) {
      throw new IllegalStateException("a cloud without puffs has no grid");
    }
    return Grid.between(east0, north0, east1 + 1, north1 + 1, columns, rows);
  }

  /** The highest concentration of all slices. */
  public Field maximum(Grid grid, double heightM, Progress progress) {
    double[] highest = new double[grid.cells()];
    for (int i = 0; i < slices.size(); i++) {
      progress.step(i / (double) slices.size());
      double[] values = PuffRaster.at(slices.get(i), grid, heightM).values();
      for (int k = 0; k < values.length; k++) {
        highest[k] = Math.max(highest[k], values[k]);
      }
    }
    progress.reached(1);
    return new Field(grid, highest);
  }

  /** ∫ Cⁿ dt over all slices, in (kg/m³)ⁿ s. */
  public Field load(Grid grid, double heightM, double exponent, Progress progress) {
    double[] sum = new double[grid.cells()];
    for (int i = 1; i < slices.size(); i++) {
      progress.step(i / (double) slices.size());
      double seconds = slices.get(i).timeS() - slices.get(i - 1).timeS();
      double[] values = PuffRaster.at(slices.get(i), grid, heightM).values();
      for (int k = 0; k < values.length; k++) {
        if (values[k] > 0) {
          sum[k] += (exponent == 1 ? values[k] : Math.pow(values[k], exponent)) * seconds;
        }
      }
    }
    progress.reached(1);
    return new Field(grid, sum);
  }

  /** Zones of one field, highest level first. */
  public static List<Zone> zones(Field field, double... levels) {
    double[] sorted = levels.clone();
    java.util.Arrays.sort(sorted);
    List<Zone> zones = new ArrayList<>();
    for (int i = sorted.length - 1; i >= 0; i--) {
      zones.add(new Zone(sorted[i], Contours.above(field, sorted[i], Contours.Scale.LOGARITHMIC)));
    }
    return zones;
  }
}
