package windrose.domain.release;

import org.jspecify.annotations.Nullable;

/**
 * A gas pipe that breaks or is holed.
 *
 * @param lengthM of the piece that empties, up to the next closed valve or the source
 * @param pressurePa absolute
 * @param roughnessM of its inner wall: 4.6e-5 for commercial steel
 * @param connected to a source that keeps its pressure; else the piece is closed off and empties
 * @param holeDiameterM null for a full break
 */
public record PipeRelease(
    double lengthM,
    double diameterM,
    double pressurePa,
    double temperatureK,
    double roughnessM,
    boolean connected,
    @Nullable Double holeDiameterM,
    double heightM)
    implements ReleaseInput {
  public PipeRelease {
    Inputs.within("source.lengthM", "管道长度", lengthM, 1, 200_000, "m");
    Inputs.within("source.diameterM", "管道直径", diameterM, 0.005, 2, "m");
    Inputs.within("source.pressurePa", "压力", pressurePa, 1_000, 1e8, "Pa");
    Inputs.within("source.temperatureK", "物料温度", temperatureK, 20, 1_500, "K");
    Inputs.within("source.roughnessM", "管壁粗糙度", roughnessM, 0, 0.005, "m");
    Inputs.within("source.heightM", "泄漏高度", heightM, 0, 300, "m");
    if (holeDiameterM != null) {
      Inputs.within("source.holeDiameterM", "泄漏口直径", holeDiameterM, 0.0005, diameterM, "m");
    }
  }
}
