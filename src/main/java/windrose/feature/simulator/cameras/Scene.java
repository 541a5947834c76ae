package windrose.feature.simulator.cameras;

import java.util.List;

/** Everything that the park's cameras can see, in metres; built once and never changed. */
record Scene(List<Solid> solids, List<GroundPatch> ground, List<RoadPiece> roads) {
  Scene {
    solids = List.copyOf(solids);
    ground = List.copyOf(ground);
    roads = List.copyOf(roads);
  }
}
