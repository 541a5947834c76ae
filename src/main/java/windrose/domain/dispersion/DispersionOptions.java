package windrose.domain.dispersion;

import org.jspecify.annotations.Nullable;

/**
 * How a cloud is to be computed.
 *
 * @param averagingS time over which a concentration is averaged; at least 10 s, shorter changes nothing
 * @param receptorHeightM height at which zones are drawn; ALOHA and the screening mode take the ground
 * @param limitS what is released later is left out; 3,600 in ALOHA
 * @param farthestM how far downwind the models go
 * @param turbulence what a sonic anemometer measured, for the accurate mode; null takes the class's values
 */
public record DispersionOptions(
    Mode mode,
    Model model,
    Terrain terrain,
    double averagingS,
    double receptorHeightM,
    double limitS,
    double farthestM,
    @Nullable Turbulence turbulence) {
  /** Averaging time of ALOHA's toxic zones; its flammable ones take 10 s. */
  public static final double TOXIC_AVERAGING_S = 180;

  public static final double FLAMMABLE_AVERAGING_S = 10;

  /** Like ALOHA, or as well as we can. */
  public enum Mode {
    SCREENING,
    ACCURATE
  }

  /** Which of the two kinds of cloud. */
  public enum Model {
    AUTO,
    PASSIVE,
    HEAVY
  }

  /** What the wind blows over; by default a roughness of 0.2 m and more is a town. */
  public enum Terrain {
    BY_ROUGHNESS,
    RURAL,
    URBAN
  }

  /** As ALOHA has it. */
  public static DispersionOptions screening() {
    return new DispersionOptions(
        Mode.SCREENING,
        Model.AUTO,
        Terrain.BY_ROUGHNESS,
        TOXIC_AVERAGING_S,
        0,
        3_600,
        20_000,
        null);
  }

  /** Ten-minute means at the height of a face. */
  public static DispersionOptions accurate() {
    return new DispersionOptions(
        Mode.ACCURATE, Model.AUTO, Terrain.BY_ROUGHNESS, 600, 1.5, 6 * 3_600, 20_000, null);
  }

  public DispersionOptions withModel(Model other) {
    return new DispersionOptions(
        mode, other, terrain, averagingS, receptorHeightM, limitS, farthestM, turbulence);
  }

  public DispersionOptions withAveragingS(double seconds) {
    return new DispersionOptions(
        mode, model, terrain, seconds, receptorHeightM, limitS, farthestM, turbulence);
  }

  public DispersionOptions withReceptorHeightM(double heightM) {
    return new DispersionOptions(
        mode, model, terrain, averagingS, heightM, limitS, farthestM, turbulence);
  }

  public DispersionOptions withTerrain(Terrain other) {
    return new DispersionOptions(
        mode, model, other, averagingS, receptorHeightM, limitS, farthestM, turbulence);
  }

  public DispersionOptions withFarthestM(double metres) {
    return new DispersionOptions(
        mode, model, terrain, averagingS, receptorHeightM, limitS, metres, turbulence);
  }

  public DispersionOptions withTurbulence(@Nullable Turbulence measured) {
    return new DispersionOptions(
        mode, model, terrain, averagingS, receptorHeightM, limitS, farthestM, measured);
  }
}
