package windrose.domain.park;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;

/**
 * The one table that says how sensitive each property of the park is.
 *
 * <p>A property that stands in no line may be anything, a name or a stock, since parks bring their own: it is shown only to
 * those who may see internal <em>and</em> personal fields.
 */
public final class PropertyClasses {
  private static final String PERSONAL =
      "contact phone phone_24h emergency_phone safety_officer keeper";

  private static final String INTERNAL =
      """
      fill_percent max_fill_percent mass_t design_mass_t standby_empty volume_m3 density_kg_m3
      design_pressure_mpa_g design_temperature_c operating_pressure_mpa_g operating_temperature_c
      largest_nozzle_mm outlet_height_m process media tanks stock item quantity last_confirmed
      capacity_m3_h used_percent antidotes headcount_day headcount_night load
      protocol gateway mn close_seconds remote normally level staff vehicles skills turnout_s
      """;

  private static final String GENERAL =
      """
      id code kind name_zh name_en short_zh short_en industry_zh industry_en address_zh address_en note_en
      enterprise unit bund asset plot place where factor use class from to area_ha area_m2 fictional datum
      control_room main_gate center major_hazard_level muster_minutes distance_km distance_to_park_m
      height_m length_m width_m depth_m diameter_m wall_height_m capacity_m3 capacity floor indoor
      medium medium_zh medium_en cas type type_zh lanes oneway hazmat_allowed bridge ramp speed_kmh
      electrified tracks voltage_kv mean_flow_m3_s low_flow_m3_s mean_velocity_m_s direction protected
      flows_to receiving gate households population_day population_night vulnerability elderly_share
      children_share pupils boarders beds non_ambulant icu_beds burn_beds decontamination_lanes ambulances
      toxic_gas_rated accessible flow_l_s pressure_mpa outlet low_water_usable
      cover_radius_m public_area
      camera_kind bearing_deg fov_deg range_m ptz gate_class lanes_in lanes_out hours bays_loaded bays_empty
      """;

  private static final Map<String, FieldClass> TABLE = table();

  private PropertyClasses() {}

  private static Map<String, FieldClass> table() {
    Map<String, FieldClass> table = new HashMap<>();
    put(table, PERSONAL, FieldClass.PERSONAL);
    put(table, INTERNAL, FieldClass.INTERNAL);
    put(table, GENERAL, FieldClass.GENERAL);
    return Map.copyOf(table);
  }

  private static void put(Map<String, FieldClass> table, String names, FieldClass fieldClass) {
    for (String name : names.strip().split("\\s+", -1)) {
      if (table.put(name, fieldClass) != null) {
        throw new IllegalStateException("'" + name + "' stands in two classes");
      }
    }
  }

  /** Whether the scope shows this property of a thing on this layer. */
  public static boolean shows(ViewScope scope, Layer layer, String property) {
    if (layer == Layer.RESOURCES && property.equals("unit")) {
      return scope.shows(FieldClass.INTERNAL); // a unit of measurement there, part of the stock
    }
    FieldClass fieldClass = TABLE.get(property);
    return fieldClass == null
        ? scope.shows(FieldClass.INTERNAL) && scope.shows(FieldClass.PERSONAL)
        : scope.shows(fieldClass);
  }

  /** The properties that the scope shows, in their order. */
  public static Map<String, Object> visible(
      ViewScope scope, Layer layer, Map<String, Object> properties) {
    Map<String, Object> visible = new LinkedHashMap<>();
    properties.forEach(
        (name, value) -> {
          if (shows(scope, layer, name)) {
            visible.put(name, value);
          }
        });
    return visible;
  }

  static boolean isClassified(String property) {
    return TABLE.containsKey(property);
  }
}
