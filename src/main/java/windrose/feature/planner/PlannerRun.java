package windrose.feature.planner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.util.GeometricShapeFactory;
import windrose.domain.caveat.ModelNote;
import windrose.domain.consequence.Consequence;
import windrose.domain.consequence.ConsequenceResult;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Outcome;
import windrose.domain.consequence.Receptor;
import windrose.domain.consequence.ReceptorResult;
import windrose.domain.consequence.Scenario;
import windrose.domain.consequence.Zone;
import windrose.domain.domino.DominoHint;
import windrose.domain.domino.Neighbour;
import windrose.domain.exposure.Exposure;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.WindUncertainty;
import windrose.domain.zone.DownwindFrame;
import windrose.domain.zone.Footprint;
import windrose.domain.zone.WindBand;
import windrose.feature.planner.park.NearTank;
import windrose.feature.planner.request.PlannedScenario;
import windrose.feature.planner.request.SourceReader;
import windrose.platform.work.Cancellation;

/** Computes a planned scenario: each assumed source in turn, its zones in metres around the source, and its places. */
final class PlannerRun {
  private static final int RING_DIRECTIONS = 120;
  private static final int CIRCLE_POINTS = 96;
  private static final double FULL_CIRCLE_DEG = 180;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final PlannedScenario planned;
  private final Atmosphere air;
  private final LocalFrame frame;
  private final List<NearTank> near;
  private final Cancellation cancellation;

  private PlannerRun(
      PlannedScenario planned, Atmosphere air, List<NearTank> near, Cancellation cancellation) {
    this.planned = planned;
    this.air = air;
    this.near = near;
    this.frame = LocalFrame.around(planned.at());
    this.cancellation = cancellation;
  }

  /** A zone as it is drawn, in metres east and north of the source. */
  record Drawn(Zone zone, Geometry area) {}

  /**
   * One hazard of one source.
   *
   * @param zones in the order of the scenario's levels
   * @param slices by time, for clouds
   * @param band where the outermost zone may lie in the wind's uncertainty; empty when there is none
   */
  record HazardRun(
      Outcome outcome,
      List<Drawn> zones,
      Map<Double, List<Drawn>> slices,
      Optional<Geometry> band,
      List<ModelNote> notes) {}

  /** What a place gets of one source. */
  record PlaceRun(PlannedScenario.Place place, ReceptorResult values, Optional<Exposure> exposure) {
    List<ModelNote> notes() {
      return exposure.filter(Exposure::isPureGasReached).isPresent()
          ? List.of(new ModelNote("shown-as-pure-gas", ModelNote.Weight.WARNING, Map.of()))
          : List.of();
    }
  }

  /** One assumed source with all that follows from it. */
  record CaseRun(
      SourceReader.Assumed source,
      ConsequenceResult result,
      Map<Hazard, HazardRun> hazards,
      List<PlaceRun> places,
      List<DominoHint.Finding> neighbours) {}

  /**
   * Computes on this thread.
   *
   * @param near tanks that the accident may drag along
   */
  static List<CaseRun> run(
      PlannedScenario planned, Atmosphere air, List<NearTank> near, Cancellation cancellation) {
    return new PlannerRun(planned, air, near, cancellation).run();
  }

  private List<CaseRun> run() {
    List<CaseRun> cases = new ArrayList<>();
    for (SourceReader.Assumed source : planned.sources()) {
      cancellation.stopIfCancelled();
      cases.add(run(source));
    }
    return cases;
  }

  private CaseRun run(SourceReader.Assumed source) {
    List<Receptor> receptors = new ArrayList<>();
    for (PlannedScenario.Place place : planned.places()) {
      LocalPoint at = frame.toLocal(place.at());
      receptors.add(new Receptor(place.id(), at.eastM(), at.northM(), place.heightM()));
    }
    List<Neighbour> neighbours = near.stream().map(NearTank::neighbour).toList();
    receptors.addAll(DominoHint.places(neighbours));
    ConsequenceResult result =
        Consequence.run(
            new Scenario(
                planned.fluid(),
                source.release(),
                null,
                air,
                planned.hazards(),
                planned.levels(),
                receptors,
                planned.options()));
    Map<Hazard, HazardRun> hazards = new EnumMap<>(Hazard.class);
    for (Map.Entry<Hazard, Outcome> each : result.outcomes().entrySet()) {
      cancellation.stopIfCancelled();
      hazards.put(each.getKey(), draw(each.getValue()));
    }
    List<ReceptorResult> atNeighbours =
        result.receptors().subList(planned.places().size(), receptors.size());
    return new CaseRun(
        source, result, hazards, places(result), DominoHint.of(result, neighbours, atNeighbours));
  }

  private HazardRun draw(Outcome outcome) {
    if (outcome instanceof Outcome.Cloud cloud) {
      return cloud(cloud);
    }
    List<Drawn> zones = new ArrayList<>();
    for (Zone zone : outcome.zones()) {
      zones.add(new Drawn(zone, area(outcome, zone)));
    }
    return new HazardRun(outcome, zones, Map.of(), Optional.empty(), outcome.notes());
  }

  private HazardRun cloud(Outcome.Cloud cloud) {
    double[] levels =
        cloud.zones().stream().mapToDouble(zone -> cloud.kgPerM3(zone.level())).toArray();
    if (levels.length == 0) {
      return new HazardRun(cloud, List.of(), Map.of(), Optional.empty(), cloud.notes());
    }
    Footprint widest = Footprint.maximum(cloud.cloud(), levels);
    List<ModelNote> notes = new ArrayList<>(cloud.notes());
    notes.addAll(widest.notes());
    List<Drawn> zones = drawn(cloud, widest);
    Map<Double, List<Drawn>> slices = new TreeMap<>();
    for (double time : planned.timesS()) {
      cancellation.stopIfCancelled();
      slices.put(time, drawn(cloud, Footprint.at(cloud.cloud(), time, levels)));
    }
    Optional<Geometry> band = planned.isBrief() ? Optional.empty() : band(zones);
    return new HazardRun(cloud, zones, slices, band, notes);
  }

  private List<Drawn> drawn(Outcome.Cloud cloud, Footprint footprint) {
    List<Drawn> zones = new ArrayList<>();
    for (Zone zone : cloud.zones()) {
      double level = cloud.kgPerM3(zone.level());
      Geometry area =
          footprint.zonesIn(downwind()).stream()
              .filter(one -> one.level() == level)
              .<Geometry>map(windrose.domain.zone.Zone::area)
              .findFirst()
              .orElseGet(GEOMETRY::createMultiPolygon);
      zones.add(new Drawn(zone, area));
    }
    return zones;
  }

  /** The outermost zone turned by what the wind may differ; the whole circle where its direction means nothing. */
  private Optional<Geometry> band(List<Drawn> zones) {
    Optional<Geometry> outermost =
        zones.stream()
            .map(Drawn::area)
            .filter(area -> !area.isEmpty())
            .max((a, b) -> Double.compare(a.getArea(), b.getArea()));
    WindUncertainty uncertainty = planned.weather().uncertainty();
    double sigmaDeg = uncertainty.fullCircle() ? FULL_CIRCLE_DEG : uncertainty.directionSigmaDeg();
    return outermost
        .filter(MultiPolygon.class::isInstance)
        .map(area -> WindBand.swept((MultiPolygon) area, sigmaDeg));
  }

  private DownwindFrame downwind() {
    return new DownwindFrame(new LocalPoint(0, 0), air.wind().fromDeg());
  }

  private Geometry area(Outcome outcome, Zone zone) {
    if (outcome instanceof Outcome.Burning burning) {
      return polygon(burning.ring(zone.level(), RING_DIRECTIONS));
    }
    if (outcome instanceof Outcome.Blast blast && zone.exists()) {
      GeometricShapeFactory shapes = new GeometricShapeFactory(GEOMETRY);
      shapes.setNumPoints(CIRCLE_POINTS);
      LocalPoint centre = downwind().toLocal(blast.explosion().centreDownwindM(), 0);
      shapes.setCentre(new Coordinate(centre.eastM(), centre.northM()));
      shapes.setSize(2 * zone.halfWidthM().orElse(0));
      return shapes.createCircle();
    }
    return GEOMETRY.createPolygon();
  }

  /** A ring in the fire's own axes, put into the park. */
  private Geometry polygon(List<Coordinate> ring) {
    if (ring.size() < 4) {
      return GEOMETRY.createPolygon();
    }
    Geometry own = GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new));
    return downwind().toLocal(own.isValid() ? own : own.buffer(0));
  }

  private List<PlaceRun> places(ConsequenceResult result) {
    List<PlaceRun> places = new ArrayList<>();
    for (int i = 0; i < planned.places().size(); i++) {
      PlannedScenario.Place place = planned.places().get(i);
      ReceptorResult values = result.receptors().get(i);
      Optional<Exposure> exposure =
          result
              .find(Hazard.TOXIC)
              .filter(Outcome.Cloud.class::isInstance)
              .map(Outcome.Cloud.class::cast)
              .map(
                  cloud ->
                      Exposure.at(
                          cloud.cloud(),
                          cloud.amount(),
                          values.downwindM(),
                          values.acrossM(),
                          place.heightM(),
                          place.airChangesPerHour(),
                          Exposure.lastsUntilS(cloud.cloud(), values.downwindM())));
      places.add(new PlaceRun(place, values, exposure));
    }
    return places;
  }
}
