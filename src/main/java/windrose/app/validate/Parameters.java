package windrose.app.validate;

import java.util.List;

/** The numbers that the models stand on, each with its publication; none was fitted to a row of the reference files. */
final class Parameters {
  /** One number, or a set of numbers that belongs together. */
  record Parameter(String model, String value, String source) {}

  private Parameters() {}

  static List<Parameter> list() {
    return List.of(
        of(
            "Gaussian plume, widths",
            "Briggs rural and urban",
            "Briggs 1973; NOAA OR&R 43, section 4.3"),
        of(
            "Gaussian plume, wind",
            "Businger profile at max(3 m, height), z0 as given",
            "Businger et al. 1971; NOAA OR&R 43"),
        of("Obukhov length by class", "-11.4 z0^0.10 … 26 z0^0.17", "NOAA OR&R 43 (ALOHA-DEGADIS)"),
        of("Averaging time", "σy ∝ (t/180 s)^0.2; flammable 10 s", "NOAA OR&R 43, section 4.3"),
        of("Finite release", "σx of Beals, two-erf window", "Beals 1971; Palazzi et al. 1982"),
        of(
            "Surface-layer plume",
            "k 0.4, p 1.55, s 1.5, φh 1+5z/L or (1−16z/L)^−½",
            "van Ulden 1978; Businger 1971; Dyer 1974"),
        of(
            "Heavy gas, entrainment",
            "φ = 0.88 + 0.099 Ri^1.04, k 0.35, C_E 1.15",
            "Spicer & Havens 1989 (DEGADIS); NOAA OR&R 43"),
        of(
            "Heavy or passive",
            "Ri_c above the criterion that each note prints",
            "NOAA OR&R 43, section 4.2"),
        of("Discharge", "Cd 0.61, sharp edge", "NOAA OR&R 43, section 3"),
        of(
            "Two-phase flow",
            "homogeneous non-equilibrium, relaxation length 0.1 m",
            "Fauske & Epstein 1988; NOAA OR&R 43"),
        of(
            "Pool evaporation",
            "Brighton; z0 0.0004 m; ground of ALOHA's table 9",
            "Brighton 1985; Briscoe & Shaw 1980"),
        of(
            "Indoor air",
            "leak 5.9 cm²/m², R ½, stack and wind in quadrature",
            "Sherman & Grimsrud 1980; NOAA OR&R 43, section 4.5"),
        of("Transmissivity", "1.389 − 0.135 log10(p·x)", "Wayne 1991; NOAA OR&R 43, section 6.3"),
        of(
            "Pool fire, burning rate",
            "0.001 Hc/(Lv + cp ΔT); liquefied gases as measured",
            "Burgess et al. 1961; Babrauskas 1983; SAND2011-3415"),
        of(
            "Pool fire, flame",
            "55 m*^0.67 u*^−0.21 (methane 6.2 m*^0.254 u*^−0.044), 30 % radiated",
            "Thomas 1963; Moorhouse 1982; AGA 1974; NOAA OR&R 43, section 6.5"),
        of(
            "Pool fire, soot (measured mode)",
            "140 e^(−0.12 D) + 20 (1 − e^(−0.12 D)) kW/m²",
            "Mudan & Croce, SFPE Handbook"),
        of(
            "Jet fire",
            "105.4 Ds (screening) or Kalghatgi's still-air length (measured)",
            "Chamberlain 1987; Kalghatgi 1983; Cook et al. 1990"),
        of(
            "Fireball",
            "5.8 m^⅓, 0.852 m^0.26, 350 kW/m² · min(1, Hc/46 MJ/kg)",
            "CCPS 1999; NOAA OR&R 43, section 6.3"),
        of(
            "Gas explosion",
            "mass from 90 % LEL to UEL, 20 % (flame) or 100 % (detonation), reflection 2",
            "Pierorazio et al. 2005; Tang & Baker 1999; NOAA OR&R 43, chapter 5"),
        of(
            "TNT",
            "4.6 MJ/kg, ground 1.8; Kinney and Graham's fit",
            "CCPS 1999; Kinney & Graham 1985"));
  }

  private static Parameter of(String model, String value, String source) {
    return new Parameter(model, value, source);
  }
}
