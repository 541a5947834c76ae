package windrose.domain.park;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import windrose.domain.access.Action;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;

class PropertyClassesTest {
  private static final Map<String, Object> DEPOT =
      new LinkedHashMap<>(
          Map.of(
              "kind",
              "material_depot",
              "stock",
              Map.of("boots", 40),
              "keeper",
              "郑建国",
              "phone",
              "000",
              "leader_wechat",
              "zheng"));

  private static ViewScope seeing(Set<FieldClass> fields) {
    return new ViewScope(
        Set.of(Layer.RESOURCES), new Area.Everywhere(), fields, TimeRange.ALWAYS, Set.<Action>of());
  }

  private static Set<String> names(Set<FieldClass> fields) {
    return PropertyClasses.visible(seeing(fields), Layer.RESOURCES, DEPOT).keySet();
  }

  @Test
  void people_and_stock_are_left_out_unless_the_scope_shows_them() {
    assertThat(names(Set.of(FieldClass.GENERAL))).containsExactly("kind");
    assertThat(names(Set.of(FieldClass.GENERAL, FieldClass.INTERNAL)))
        .containsExactlyInAnyOrder("kind", "stock");
    assertThat(names(Set.of(FieldClass.GENERAL, FieldClass.PERSONAL)))
        .containsExactlyInAnyOrder("kind", "keeper", "phone");
  }

  @Test
  void a_property_nobody_classified_needs_everything() {
    assertThat(names(Set.of(FieldClass.values()))).contains("leader_wechat");
  }

  @Test
  void a_unit_is_a_place_in_a_plant_but_part_of_the_stock_in_a_depot() {
    ViewScope general = seeing(Set.of(FieldClass.GENERAL));
    assertThat(PropertyClasses.shows(general, Layer.TANKS, "unit")).isTrue();
    assertThat(PropertyClasses.shows(general, Layer.RESOURCES, "unit")).isFalse();
  }
}
