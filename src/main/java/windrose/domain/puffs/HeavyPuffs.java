package windrose.domain.puffs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.heavygas.AmbientAir;
import windrose.domain.heavygas.CloudMixture;
import windrose.domain.heavygas.DensePuff;
import windrose.domain.heavygas.DensePuffs;
import windrose.domain.heavygas.HeavyFluid;
import windrose.domain.plume.GaussianPuff;
import windrose.domain.plume.PuffTrain;
import windrose.domain.release.ReleaseStep;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * The discs of heavy gas of one run: new ones are put down, all slump and drift, light ones become puffs.
 *
 * <p>A lasting release is cut into discs that each slump alone, so a strong one spreads less than the layer of {@link
 * windrose.domain.heavygas.HeavyPlumes} would; in a steady wind that is the better model.
 */
final class HeavyPuffs {
  private record Lying(DensePuff puff, DensePuffs physics) {}

  private final PuffQuestion question;
  private final Map<ReleaseStep, DensePuffs> physics = new HashMap<>();
  private List<Lying> lying = new ArrayList<>();

  HeavyPuffs(PuffQuestion question) {
    this.question = question;
  }

  List<DensePuff> discs() {
    return lying.stream().map(Lying::puff).toList();
  }

  void letGo(double massKg, ReleaseStep state, double radiusM) {
    DensePuffs here = physicsOf(state);
    lying.add(
        new Lying(
            here.released(massKg, radiusM, question.place().eastM(), question.place().northM()),
            here));
  }

  /** One step for all discs; what became light joins the train. */
  PuffTrain stepped(
      PuffTrain train,
      double step,
      double massKg,
      ReleaseStep state,
      Wind at10m,
      Stability stability) {
    if (massKg > 0) {
      letGo(massKg, state, question.source().diameterM() / 2);
    }
    PuffTrain joined = train;
    List<Lying> still = new ArrayList<>();
    for (Lying one : lying) {
      if (one.physics.isHeavy(one.puff, at10m, stability)) {
        DensePuff later = one.physics.after(one.puff, step, at10m, stability);
        still.add(new Lying(later, one.physics));
      } else {
        joined = joined.with(light(one.puff));
      }
    }
    lying = still;
    return joined;
  }

  private static GaussianPuff light(DensePuff puff) {
    return new GaussianPuff(
        puff.substanceKg(),
        puff.eastM(),
        puff.northM(),
        0,
        puff.sigmaHorizontalM(),
        puff.sigmaVerticalM());
  }

  private DensePuffs physicsOf(ReleaseStep state) {
    return physics.computeIfAbsent(
        state,
        key ->
            new DensePuffs(
                CloudMixture.of(
                    HeavyFluid.of(question.fluid(), key),
                    AmbientAir.of(question.winds().at(key.startS()))),
                question.winds().at(key.startS()).roughnessM()));
  }
}
