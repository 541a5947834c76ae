package windrose.domain.chemical;

import java.util.Locale;
import java.util.Optional;

/** The numbers that the substances table can hold; the name is the column's, its end the unit. */
public enum SubstanceValue {
  MOLAR_MASS_G_MOL(ValueGroup.THERMO, "g/mol"),
  BOILING_POINT_K(ValueGroup.THERMO, "K"),
  MELTING_POINT_K(ValueGroup.THERMO, "K"),
  CRITICAL_TEMPERATURE_K(ValueGroup.THERMO, "K"),
  CRITICAL_PRESSURE_PA(ValueGroup.THERMO, "Pa"),
  ACENTRIC_FACTOR(ValueGroup.THERMO, "1"),
  ANTOINE_A(ValueGroup.THERMO, "1"),
  ANTOINE_B(ValueGroup.THERMO, "1"),
  ANTOINE_C(ValueGroup.THERMO, "1"),
  ANTOINE_MIN_K(ValueGroup.THERMO, "K"),
  ANTOINE_MAX_K(ValueGroup.THERMO, "K"),
  DIPPR101_C1(ValueGroup.THERMO, "1"),
  DIPPR101_C2(ValueGroup.THERMO, "1"),
  DIPPR101_C3(ValueGroup.THERMO, "1"),
  DIPPR101_C4(ValueGroup.THERMO, "1"),
  DIPPR101_C5(ValueGroup.THERMO, "1"),
  DIPPR101_MIN_K(ValueGroup.THERMO, "K"),
  DIPPR101_MAX_K(ValueGroup.THERMO, "K"),
  LIQUID_DENSITY_KG_M3(ValueGroup.THERMO, "kg/m3"),
  LIQUID_DENSITY_AT_K(ValueGroup.THERMO, "K"),
  HEAT_CAPACITY_GAS_298K_J_KG_K(ValueGroup.THERMO, "J/(kg K)"),
  HEAT_CAPACITY_LIQUID_J_KG_K(ValueGroup.THERMO, "J/(kg K)"),
  HEAT_CAPACITY_LIQUID_AT_K(ValueGroup.THERMO, "K"),
  HEAT_OF_VAPORIZATION_J_KG(ValueGroup.THERMO, "J/kg"),
  HEAT_OF_COMBUSTION_J_KG(ValueGroup.THERMO, "J/kg"),
  HEAT_CAPACITY_RATIO_298K(ValueGroup.THERMO, "1"),
  LEL_VOL_PERCENT(ValueGroup.FLAMMABILITY, "%VOL"),
  UEL_VOL_PERCENT(ValueGroup.FLAMMABILITY, "%VOL"),
  AEGL1_10MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL1_30MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL1_60MIN(ValueGroup.AEGL60, SubstanceValue.OF_THE_ROW),
  AEGL1_240MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL1_480MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL2_10MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL2_30MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL2_60MIN(ValueGroup.AEGL60, SubstanceValue.OF_THE_ROW),
  AEGL2_240MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL2_480MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL3_10MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL3_30MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL3_60MIN(ValueGroup.AEGL60, SubstanceValue.OF_THE_ROW),
  AEGL3_240MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  AEGL3_480MIN(ValueGroup.AEGL, SubstanceValue.OF_THE_ROW),
  ERPG1(ValueGroup.ERPG, SubstanceValue.OF_THE_ROW),
  ERPG2(ValueGroup.ERPG, SubstanceValue.OF_THE_ROW),
  ERPG3(ValueGroup.ERPG, SubstanceValue.OF_THE_ROW),
  IDLH_NIOSH_PPM(ValueGroup.IDLH, "ppm"),
  IDLH_GBT50493_MG_M3(ValueGroup.IDLH_GBT50493, "mg/m3"),
  OEL_MAC_MG_M3(ValueGroup.OEL, "mg/m3"),
  OEL_TWA_MG_M3(ValueGroup.OEL, "mg/m3"),
  OEL_STEL_MG_M3(ValueGroup.OEL, "mg/m3"),
  PAC1(ValueGroup.PAC, SubstanceValue.OF_THE_ROW),
  PAC2(ValueGroup.PAC, SubstanceValue.OF_THE_ROW),
  PAC3(ValueGroup.PAC, SubstanceValue.OF_THE_ROW),
  ODOUR_THRESHOLD_PPM(ValueGroup.ODOUR, "ppm"),
  GB18218_THRESHOLD_T(ValueGroup.GB18218, "t"),
  GB18218_BETA(ValueGroup.GB18218, "1");

  private static final String OF_THE_ROW = "";

  private final ValueGroup group;
  private final String unit;

  SubstanceValue(ValueGroup group, String unit) {
    this.group = group;
    this.unit = unit;
  }

  /** The column in the file and the field in answers: {@code boiling_point_k}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What Chinese sentences call the values that models need; the column's name where no model needs it. */
  String nameZh() {
    return switch (this) {
      case MOLAR_MASS_G_MOL -> "摩尔质量";
      case BOILING_POINT_K -> "沸点";
      case MELTING_POINT_K -> "熔点";
      case CRITICAL_TEMPERATURE_K -> "临界温度";
      case CRITICAL_PRESSURE_PA -> "临界压力";
      case ACENTRIC_FACTOR -> "偏心因子";
      case LIQUID_DENSITY_KG_M3 -> "液体密度";
      case LIQUID_DENSITY_AT_K -> "液体密度的测定温度";
      case HEAT_CAPACITY_GAS_298K_J_KG_K -> "气体比热容";
      case HEAT_CAPACITY_LIQUID_J_KG_K -> "液体比热容";
      case HEAT_CAPACITY_LIQUID_AT_K -> "液体比热容的测定温度";
      case HEAT_OF_VAPORIZATION_J_KG -> "汽化热";
      case HEAT_OF_COMBUSTION_J_KG -> "燃烧热";
      case HEAT_CAPACITY_RATIO_298K -> "比热比";
      case LEL_VOL_PERCENT -> "爆炸下限";
      case UEL_VOL_PERCENT -> "爆炸上限";
      default -> code();
    };
  }

  public static Optional<SubstanceValue> find(String code) {
    for (SubstanceValue value : values()) {
      if (value.code().equals(code)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  public ValueGroup group() {
    return group;
  }

  /** The unit; guideline concentrations are in their row's own, ppm or mg/m³. */
  String unit(String exposureUnit) {
    return unit.equals(OF_THE_ROW) ? exposureUnit : unit;
  }
}
