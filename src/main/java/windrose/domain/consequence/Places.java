package windrose.domain.consequence;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import windrose.domain.blast.BlastHarm;
import windrose.domain.consequence.ReceptorResult.Harm;
import windrose.domain.fire.Fire;
import windrose.domain.fire.ThermalDose;
import windrose.domain.weather.Wind;

/** What a scenario's outcomes amount to at one place. */
final class Places {
  /** Longest time for which somebody stays in the heat: ALOHA's levels are for 60 s. */
  private static final double EXPOSED_S = 60;

  private Places() {}

  static ReceptorResult at(Receptor receptor, Scenario scenario, Map<Hazard, Outcome> outcomes) {
    Wind wind = scenario.atmosphere().wind();
    double towards = Math.toRadians(wind.fromDeg() + 180);
    double downwind = receptor.eastM() * Math.sin(towards) + receptor.northM() * Math.cos(towards);
    double across = receptor.northM() * Math.sin(towards) - receptor.eastM() * Math.cos(towards);
    Map<Hazard, Double> flux = new EnumMap<>(Hazard.class);
    Map<Hazard, Double> pressure = new EnumMap<>(Hazard.class);
    Map<Hazard, Harm> harm = new EnumMap<>(Hazard.class);
    Optional<Double> ppm = Optional.empty();
    for (Map.Entry<Hazard, Outcome> each : outcomes.entrySet()) {
      Outcome outcome = each.getValue();
      if (outcome instanceof Outcome.Burning burning) {
        double q = burning.fire().fluxKwPerM2(downwind, across, receptor.heightM());
        flux.put(each.getKey(), q);
        harm.put(each.getKey(), harm(burning.fire(), q));
      } else if (outcome instanceof Outcome.Blast blast) {
        double p =
            blast
                .explosion()
                .overpressurePa(Math.hypot(downwind - blast.explosion().centreDownwindM(), across));
        pressure.put(each.getKey(), p);
        double share = BlastHarm.shareKilledOutdoors(p);
        harm.put(each.getKey(), new Harm(share, share));
      } else if (outcome instanceof Outcome.Cloud cloud && each.getKey() == Hazard.TOXIC) {
        ppm =
            Optional.of(
                cloud
                    .amount()
                    .ppm(cloud.cloud().maximumKgPerM3(downwind, across, receptor.heightM())));
      }
    }
    return new ReceptorResult(receptor, downwind, across, ppm, flux, pressure, harm);
  }

  private static Harm harm(Fire fire, double fluxKwPerM2) {
    double dose = ThermalDose.dose(fluxKwPerM2, Math.min(EXPOSED_S, fire.durationS()));
    double least = 1;
    double most = 0;
    for (ThermalDose probit : ThermalDose.values()) {
      double share = probit.shareKilled(dose);
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    return new Harm(least, most);
  }
}
