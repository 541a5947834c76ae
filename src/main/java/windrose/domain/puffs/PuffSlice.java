package windrose.domain.puffs;

import java.util.List;
import windrose.domain.heavygas.DensePuff;
import windrose.domain.plume.PuffTrain;

/**
 * The cloud at one time.
 *
 * @param heavy the discs that still lie on the ground
 */
public record PuffSlice(double timeS, PuffTrain train, List<DensePuff> heavy) {
  public PuffSlice {
    heavy = List.copyOf(heavy);
  }

  public double kgPerM3(double eastM, double northM, double heightM) {
    double sum = train.kgPerM3(eastM, northM, heightM);
    for (int i = 0; i < heavy.size(); i++) {
      sum += heavy.get(i).kgPerM3At(eastM, northM, heightM);
    }
    return sum;
  }

  /** Mass of the substance in the air. */
  public double massKg() {
    return train.massKg() + heavy.stream().mapToDouble(DensePuff::substanceKg).sum();
  }
}
