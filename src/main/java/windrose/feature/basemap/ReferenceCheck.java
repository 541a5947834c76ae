package windrose.feature.basemap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import windrose.domain.mapping.Layer;
import windrose.domain.park.ParkFeature;

/** Checks that every name of another thing in the park's files leads to a thing of the right kind. */
final class ReferenceCheck {
  /** {@code property} of a thing on {@code layers} must name something that {@code fits}; {@code what} says it in words. */
  private record Rule(
      String property, Set<Layer> layers, String what, Predicate<ParkFeature> fits) {}

  private static final Set<Layer> ANY = Set.of(Layer.values());

  private static final List<Rule> RULES =
      List.of(
          new Rule("enterprise", ANY, "enterprise or public plot", ReferenceCheck::isOwner),
          new Rule("unit", Set.of(Layer.TANKS, Layer.BUNDS), "unit", on(Layer.UNITS)),
          new Rule("bund", Set.of(Layer.TANKS), "bund", on(Layer.BUNDS)),
          new Rule("tanks", Set.of(Layer.BUNDS), "tank", on(Layer.TANKS)),
          new Rule("asset", ANY, "thing in the park's files", one -> true),
          new Rule("gateway", Set.of(Layer.STATIONS), "gateway", ReferenceCheck::isGateway),
          new Rule("plot", ANY, "plot or thing on the park's layer", on(Layer.PARK)),
          new Rule("gate", Set.of(Layer.DRAINAGE), "sluice gate", on(Layer.DRAINAGE)),
          new Rule(
              "receiving",
              Set.of(Layer.DRAINAGE),
              "water",
              one -> one.layer() == Layer.RIVER || one.layer() == Layer.DRAINAGE),
          new Rule(
              "flows_to",
              Set.of(Layer.DRAINAGE),
              "water",
              one -> one.layer() == Layer.RIVER || one.layer() == Layer.DRAINAGE));

  private final List<DrawnFeature> drawn;
  private final Problems problems;
  private final Map<String, ParkFeature> byId = new HashMap<>();

  ReferenceCheck(List<DrawnFeature> drawn, Problems problems) {
    this.drawn = drawn;
    this.problems = problems;
    drawn.forEach(one -> byId.put(one.id(), one.feature()));
  }

  void check() {
    for (DrawnFeature one : drawn) {
      for (Rule rule : RULES) {
        Object value = one.feature().properties().get(rule.property());
        if (value != null && rule.layers().contains(one.feature().layer())) {
          for (Object name : value instanceof List<?> list ? list : List.of(value)) {
            follow(one, rule, String.valueOf(name));
          }
        }
      }
    }
  }

  private void follow(DrawnFeature one, Rule rule, String name) {
    ParkFeature target = byId.get(name);
    if (target == null && problems.mayHide(name)) {
      return;
    }
    if (target == null || !rule.fits().test(target)) {
      problems.add(
          one.file(),
          one.id(),
          rule.property(),
          "there is no %s '%s'".formatted(rule.what(), name));
    } else if (rule.property().equals("gateway") && isGateway(one.feature())) {
      problems.add(one.file(), one.id(), "gateway", "a gateway speaks for itself");
    }
  }

  private static Predicate<ParkFeature> on(Layer layer) {
    return one -> one.layer() == layer;
  }

  private static boolean isOwner(ParkFeature one) {
    return one.layer() == Layer.ENTERPRISES || "public_plot".equals(one.kind());
  }

  private static boolean isGateway(ParkFeature one) {
    return one.layer() == Layer.STATIONS && "gateway".equals(one.kind());
  }
}
