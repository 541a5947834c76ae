package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;
import windrose.domain.park.Park;
import windrose.domain.park.ParkFeature;
import windrose.feature.simulator.truth.Noise;

/** Turns the park's drawing into solids, ground and roads. */
final class SceneBuilder {
  private static final double RACK_DEPTH_M = 2.2;

  private final LocalFrame frame;
  private final List<Solid> solids = new ArrayList<>();
  private final List<GroundPatch> ground = new ArrayList<>();
  private final List<RoadPiece> roads = new ArrayList<>();

  private SceneBuilder(LocalFrame frame) {
    this.frame = frame;
  }

  static Scene build(Park park, LocalFrame frame) {
    SceneBuilder builder = new SceneBuilder(frame);
    park.features().forEach(builder::add);
    builder.ground.sort((a, b) -> Integer.compare(a.order(), b.order()));
    return new Scene(builder.solids, builder.ground, builder.roads);
  }

  private void add(ParkFeature feature) {
    String kind = feature.kind() == null ? "" : feature.kind();
    switch (feature.layer()) {
      case TANKS -> solid(feature, tankForm(feature), 6);
      case BUILDINGS -> solid(feature, Solid.Form.BLOCK, 5);
      case EQUIPMENT -> solid(feature, equipmentForm(feature, kind), 5);
      case PIPE_RACKS -> rack(feature);
      case ROADS -> road(feature);
      case BUNDS -> patch(feature, GroundPatch.Surface.CONCRETE, 3);
      case RIVER -> patch(feature, GroundPatch.Surface.WATER, 1);
      case UNITS ->
          patch(
              feature,
              kind.equals("green") ? GroundPatch.Surface.GRASS : GroundPatch.Surface.YARD,
              2);
      case PARK -> {
        if (kind.equals("green_belt")) {
          patch(feature, GroundPatch.Surface.GRASS, 1);
          Grove.plant(feature, frame, solids);
        } else if (kind.equals("paved_yard")) {
          patch(feature, GroundPatch.Surface.YARD, 1);
        }
      }
      case LANDUSE -> {
        patch(feature, GroundPatch.Surface.FIELD, 0);
        if (kind.equals("forest")) {
          Grove.plant(feature, frame, solids);
        }
      }
      default -> {
        // people, shelters, stations: nothing to see
      }
    }
  }

  private static Solid.Form tankForm(ParkFeature feature) {
    String type = String.valueOf(feature.properties().get("type"));
    return switch (type) {
      case "sphere" -> Solid.Form.SPHERE;
      case "horizontal" -> Solid.Form.LYING;
      default -> Solid.Form.CYLINDER;
    };
  }

  private static Solid.Form equipmentForm(ParkFeature feature, String kind) {
    return switch (kind) {
      case "column" -> Solid.Form.COLUMN;
      case "clarifier" -> Solid.Form.CYLINDER;
      case "structure", "loading_bay" -> Solid.Form.FRAME;
      case "cooling_tower" ->
          number(feature, "height_m", 0) > 40 ? Solid.Form.SHELL : Solid.Form.COOLING_TOWER;
      case "flare_stack" -> Solid.Form.FLARE;
      default -> Solid.Form.BLOCK;
    };
  }

  private void solid(ParkFeature feature, Solid.Form form, double heightIfUnknownM) {
    List<LocalPoint> ring = ring(feature.geometry());
    if (ring != null) {
      double topM = number(feature, "height_m", heightIfUnknownM);
      solids.add(new Solid(form, ring, middle(ring), 0, topM, radiusM(ring)));
    }
  }

  private void patch(ParkFeature feature, GroundPatch.Surface surface, int order) {
    List<LocalPoint> ring = ring(feature.geometry());
    if (ring != null) {
      LocalPoint middle = middle(ring);
      ground.add(new GroundPatch(surface, ring, middle, reachM(ring, middle), order));
    }
  }

  private void rack(ParkFeature feature) {
    if (!(feature.geometry() instanceof LineString line)) {
      return;
    }
    double widthM = number(feature, "width_m", 4);
    double topM = number(feature, "height_m", 6);
    for (RoadPiece piece : pieces(line, widthM, feature.id(), 40)) {
      List<LocalPoint> ring = band(piece);
      solids.add(
          new Solid(
              Solid.Form.RACK, ring, middle(ring), Math.max(0, topM - RACK_DEPTH_M), topM, widthM));
    }
  }

  private void road(ParkFeature feature) {
    if (!(feature.geometry() instanceof LineString line)) {
      return;
    }
    double widthM = number(feature, "width_m", 7);
    for (RoadPiece piece : pieces(line, widthM, feature.id(), 150)) {
      List<LocalPoint> ring = band(piece);
      LocalPoint middle = middle(ring);
      ground.add(new GroundPatch(GroundPatch.Surface.ROAD, ring, middle, reachM(ring, middle), 4));
      if (widthM >= 6 && piece.lengthM() > 30) {
        roads.add(piece);
      }
    }
  }

  /** The straight pieces of a line, none longer than asked for. */
  private List<RoadPiece> pieces(LineString line, double widthM, String id, double longestM) {
    List<RoadPiece> pieces = new ArrayList<>();
    Coordinate[] points = line.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      LocalPoint a = local(points[i - 1]);
      LocalPoint b = local(points[i]);
      int parts = (int) Math.max(1, Math.ceil(a.distanceM(b) / longestM));
      for (int k = 0; k < parts; k++) {
        pieces.add(
            new RoadPiece(
                between(a, b, (double) k / parts),
                between(a, b, (k + 1.0) / parts),
                widthM,
                Noise.seedOf(id) + 97L * i + k));
      }
    }
    return pieces;
  }

  static List<LocalPoint> band(RoadPiece piece) {
    double lengthM = Math.max(0.01, piece.lengthM());
    double e = (piece.to().eastM() - piece.from().eastM()) / lengthM * piece.widthM() / 2;
    double n = (piece.to().northM() - piece.from().northM()) / lengthM * piece.widthM() / 2;
    LocalPoint a = piece.from();
    LocalPoint b = piece.to();
    return List.of(
        new LocalPoint(a.eastM() + n, a.northM() - e),
        new LocalPoint(b.eastM() + n, b.northM() - e),
        new LocalPoint(b.eastM() - n, b.northM() + e),
        new LocalPoint(a.eastM() - n, a.northM() + e));
  }

  static LocalPoint between(LocalPoint a, LocalPoint b, double share) {
    return new LocalPoint(
        a.eastM() + share * (b.eastM() - a.eastM()),
        a.northM() + share * (b.northM() - a.northM()));
  }

  private @Nullable List<LocalPoint> ring(Geometry geometry) {
    Geometry first = geometry.getNumGeometries() > 0 ? geometry.getGeometryN(0) : geometry;
    if (!(first instanceof Polygon polygon) || polygon.isEmpty()) {
      return null;
    }
    Coordinate[] points = polygon.getExteriorRing().getCoordinates();
    List<LocalPoint> ring = new ArrayList<>(points.length);
    for (int i = 0; i < points.length - 1; i++) {
      ring.add(local(points[i]));
    }
    if (!Orientation.isCCW(points)) {
      Collections.reverse(ring);
    }
    return List.copyOf(ring);
  }

  private LocalPoint local(Coordinate point) {
    return frame.toLocal(new LonLat(point.x, point.y));
  }

  static LocalPoint middle(List<LocalPoint> ring) {
    double e = 0;
    double n = 0;
    for (LocalPoint point : ring) {
      e += point.eastM();
      n += point.northM();
    }
    return new LocalPoint(e / ring.size(), n / ring.size());
  }

  private static double reachM(List<LocalPoint> ring, LocalPoint middle) {
    return ring.stream().mapToDouble(middle::distanceM).max().orElse(0);
  }

  private static double radiusM(List<LocalPoint> ring) {
    double twice = 0;
    LocalPoint before = ring.get(ring.size() - 1);
    for (LocalPoint point : ring) {
      twice += before.eastM() * point.northM() - point.eastM() * before.northM();
      before = point;
    }
    return Math.sqrt(Math.abs(twice) / 2 / Math.PI);
  }

  private static double number(ParkFeature feature, String name, double ifUnknown) {
    return feature.properties().get(name) instanceof Number number
        ? number.doubleValue()
        : ifUnknown;
  }
}
