package windrose.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;

class ViewScopeTest {
  private static ViewScope of(Area area) {
    return new ViewScope(
        EnumSet.of(Layer.TANKS), area, Set.of(FieldClass.GENERAL), TimeRange.ALWAYS, Set.of());
  }

  @Test
  void nothing_shows_nothing_and_may_nothing() {
    for (Layer layer : Layer.values()) {
      assertThat(ViewScope.NOTHING.shows(layer, "E01", new LonLat(116, 35))).isFalse();
    }
    for (Action action : Action.values()) {
      assertThat(ViewScope.NOTHING.may(action)).isFalse();
    }
    assertThat(ViewScope.NOTHING.time().contains(java.time.Instant.EPOCH)).isFalse();
  }

  @Test
  void an_enterprise_sees_its_own_and_neither_others_nor_nobodys() {
    ViewScope scope = of(new Area.OfEnterprises(Set.of("E01")));

    assertThat(scope.shows(Layer.TANKS, "E01", null)).isTrue();
    assertThat(scope.shows(Layer.TANKS, "E02", null)).isFalse();
    assertThat(scope.shows(Layer.TANKS, null, new LonLat(116, 35))).isFalse();
    assertThat(scope.shows(Layer.ROADS, "E01", null)).isFalse();
  }

  @Test
  void an_outline_covers_what_stands_inside_it() throws Exception {
    ViewScope scope =
        of(new Area.Inside(new WKTReader().read("POLYGON((116 35,117 35,117 36,116 36,116 35))")));

    assertThat(scope.shows(Layer.TANKS, "E01", new LonLat(116.5, 35.5))).isTrue();
    assertThat(scope.shows(Layer.TANKS, "E01", new LonLat(115.5, 35.5))).isFalse();
    assertThat(scope.shows(Layer.TANKS, "E01", null)).isFalse();
  }

  @Test
  void a_token_never_gets_an_action_its_maker_lacks() {
    ViewScope maker = ViewScope.ALL.limitedTo(Set.of(Action.SEE_PARK));

    assertThat(maker.limitedTo(Set.of(Action.SEE_PARK, Action.IMPORT_PARK)).actions())
        .containsExactly(Action.SEE_PARK);
  }
}
