package windrose.feature.planner.request;

import static java.util.Map.entry;

import java.util.Map;

/** What people call the fields of a scenario in Chinese. */
final class InputWords {
  private static final Map<String, String> ZH =
      Map.ofEntries(
          entry("congestion", "设备拥挤程度"),
          entry("ground", "地面"),
          entry("mode", "方式"),
          entry("model", "模型"),
          entry("phase", "物态"),
          entry("stability", "稳定度"),
          entry("unit", "单位"),
          entry("hazards", "危害"),
          entry("connected", "是否持续供料"),
          entry("detonation", "是否爆轰"),
          entry("at", "位置"),
          entry("position", "位置"),
          entry("diameter_m", "直径（m）"),
          entry("duration_s", "持续时间（s）"),
          entry("exit_temperature_c", "出口温度（°C）"),
          entry("exit_velocity_mps", "出口速度（m/s）"),
          entry("height_m", "高度（m）"),
          entry("length_m", "长度（m）"),
          entry("mass_kg", "质量（kg）"),
          entry("pressure_kpa", "压力（kPa，绝对）"),
          entry("rate_kg_s", "泄漏速率（kg/s）"),
          entry("s", "时刻（s）"),
          entry("temperature_c", "温度（°C）"),
          entry("value", "等级值"),
          entry("wind_from_deg", "风向（°）"),
          entry("wind_mps", "风速（m/s）"),
          entry("air_changes_per_h", "换气次数（次/h）"),
          entry("cloud_percent", "云量（%）"),
          entry("fill_percent", "装满度（%）"),
          entry("hole_height_m", "泄漏口高度（m）"),
          entry("humidity_percent", "相对湿度（%）"),
          entry("largest_nozzle_mm", "最大接管口径（mm）"),
          entry("liquid_share", "液体份额"),
          entry("pipe_length_m", "接管长度（m）"),
          entry("pressure_hpa", "气压（hPa）"),
          entry("roughness_m", "粗糙度（m）"),
          entry("stands_at_m", "储罐离地高度（m）"),
          entry("velocity_mps", "泄漏速度（m/s）"),
          entry("wind_height_m", "测风高度（m）"),
          entry("area_m2", "液池面积（m²）"),
          entry("bund_area_m2", "围堰面积（m²）"),
          entry("hole_mm", "泄漏口径（mm）"),
          entry("mixing_lid_m", "逆温层高度（m）"),
          entry("source", "泄漏源"),
          entry("weather", "气象"),
          entry("levels", "等级"),
          entry("receptors", "受体"),
          entry("times", "时刻"),
          entry("id", "编号"),
          entry("shape", "容器形状"),
          entry("substance", "物质"),
          entry("tank", "储罐"),
          entry("detail", "详细程度"),
          entry("ensemble", "集合计算"),
          entry("direction_sigma_deg", "风向标准差（°）"),
          entry("speed_share", "风速的不确定度"),
          entry("class_share", "稳定度偏移一级的概率"),
          entry("rate_share", "泄漏速率的不确定度"),
          entry("members", "集合成员数"),
          entry("columns", "网格列数"),
          entry("rows", "网格行数"),
          entry("case", "假定的泄漏口"),
          entry("seed", "随机种子"),
          entry("until_s", "计算到（s）"),
          entry("began_s_ago", "已泄漏时间（s）"),
          entry("type", "类型"));

  private InputWords() {}

  /** The field's own name where there is no word for it. */
  static String zh(String name) {
    return ZH.getOrDefault(name, " " + name + " ");
  }
}
