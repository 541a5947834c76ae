package windrose.feature.stations;

import io.vertx.core.json.JsonObject;

/** What each figure means, in both languages, so that nobody has to guess what a percentage was divided by. */
final class Formulas {
  private Formulas() {}

  static JsonObject health() {
    return new JsonObject()
        .put(
            "online_rate",
            text(
                "在线率 = 收到过数据的分钟数 ÷ 应在线且平台运行的分钟数(按平台接收时间;维护时段与平台停机不计)",
                "Online rate = minutes in which it was heard ÷ minutes in which it was due and this server ran (by our clock; maintenance and our own pauses do not count)"))
        .put(
            "gap_minutes",
            text(
                "缺数分钟 = 应有数据而至今没有任何数据的分钟数(按设备时间;迟到补传的数据算有)",
                "Gap minutes = due minutes for which no value exists (by the device's clock; data that came late counts)"))
        .put(
            "data_rate",
            text(
                "数据到报率 = 收到的数据条数 ÷ 按采集间隔应有的条数(重复只计一次,迟到计入)",
                "Data rate = readings received ÷ readings owed by the interval (a duplicate counts once, late ones count)"))
        .put(
            "delay_p95_s",
            text(
                "时延 p95 = 95% 的数据从测得到收到不超过的秒数",
                "Delay p95 = seconds within which 95 % of the readings came from measuring to receiving"))
        .put(
            "bad_share",
            text(
                "不良数据占比 = 超量程、卡滞、替代、设备故障或时间在未来的条数 ÷ 全部条数",
                "Share of bad data = readings out of range, stuck, substituted, with a device fault or a time in the future ÷ all readings"));
  }

  static JsonObject access() {
    return text(
        "接入率 = 统计时段内有数据到达的设备数 ÷ 应接入的在用设备数(有测点的站点)",
        "Access rate = devices from which data came in the time ÷ devices in use that have to connect (stations with series)");
  }

  static JsonObject accessOfEnterprises() {
    return text(
        "企业接入率 = 统计时段内至少一台设备有数据的企业数 ÷ 有应接入设备的企业数",
        "Access rate of enterprises = enterprises with data from at least one device ÷ enterprises with devices that have to connect");
  }

  static JsonObject coverage() {
    return text(
        "公共区域监测覆盖率 = 公共区域内被气体探测器覆盖圆并集覆盖的面积 ÷ 公共区域面积。公共区域 = 园区边界 − 企业地块;覆盖半径取站点登记值,未登记时按 GB/T 50493-2019:室外可燃 10 m、有毒 4 m,室内 5 m、2 m",
        "Coverage of public areas = public area inside the union of the detectors' circles ÷ public area. Public area = park boundary − enterprises' parcels; radius as registered, else as in GB/T 50493-2019: outdoors combustible 10 m, toxic 4 m, indoors 5 m and 2 m");
  }

  static JsonObject text(String zh, String en) {
    return new JsonObject().put("zh", zh).put("en", en);
  }
}
