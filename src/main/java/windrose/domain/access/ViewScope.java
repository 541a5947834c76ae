package windrose.domain.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;

/**
 * Everything that decides what somebody may see and do: layers × area × fields × time × actions.
 *
 * <p>There is one such object per caller, and every list method of a store takes it: roles, live channels, share links, wall
 * displays and exports differ only in the scope they bring.
 */
public record ViewScope(
    Set<Layer> layers, Area area, Set<FieldClass> fields, TimeRange time, Set<Action> actions) {
  /** Sees and may do all; for the administrator and for the program's own work. */
  public static final ViewScope ALL =
      new ViewScope(
          EnumSet.allOf(Layer.class),
          new Area.Everywhere(),
          EnumSet.allOf(FieldClass.class),
          TimeRange.ALWAYS,
          EnumSet.allOf(Action.class));

  /** Sees nothing and may do nothing; what a stranger has. */
  public static final ViewScope NOTHING =
      new ViewScope(
          Set.of(),
          new Area.OfEnterprises(Set.of()),
          Set.of(),
          new TimeRange(TimeRange.ALWAYS.from(), TimeRange.ALWAYS.from()),
          Set.of());

  public ViewScope {
    layers = Set.copyOf(layers);
    fields = Set.copyOf(fields);
    actions = Set.copyOf(actions);
  }

  public boolean may(Action action) {
    return actions.contains(action);
  }

  public boolean shows(Layer layer) {
    return layers.contains(layer);
  }

  public boolean shows(FieldClass field) {
    return fields.contains(field);
  }

  /** Whether one thing of a layer is visible: its layer is shown and its place or owner lies in the area. */
  public boolean shows(Layer layer, @Nullable String enterprise, @Nullable LonLat position) {
    return shows(layer) && area.covers(enterprise, position);
  }

  /** The same scope with fewer actions, for a token that its maker keeps small. */
  public ViewScope limitedTo(Set<Action> fewer) {
    EnumSet<Action> both = EnumSet.noneOf(Action.class);
    for (Action action : fewer) {
      if (actions.contains(action)) {
        both.add(action);
      }
    }
    return new ViewScope(layers, area, fields, time, both);
  }
}
