package windrose.feature.registers.editing;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.geo.Surroundings;
import windrose.domain.park.PropertyTypes;
import windrose.domain.park.Station;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;

/** Whether a station as drafted can stand beside the others; one rule for the page and for files. */
public final class StationCheck {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Pattern MN = Pattern.compile("[A-Za-z0-9]{1,24}");
  private static final int MOST_ADDRESSES = 50;

  private final RegistersFeature registers;

  public StationCheck(RegistersFeature registers) {
    this.registers = registers;
  }

  /**
   * What is wrong with it.
   *
   * @param alsoNew gateways that the same file brings
   */
  public List<Complaint> check(StationDraft draft, Map<String, StationDraft> alsoNew) {
    Complaints wrong = new Complaints();
    Station station = draft.station();
    wrong.code("code", station.code());
    if (!KIND.matcher(station.kind()).matches()) {
      wrong.add(
          "kind",
          "须为小写字母、数字和下划线,例如 gas_detector。",
          "must be small letters, digits and '_', such as gas_detector.");
    }
    wrong.name("name_zh", station.nameZh());
    wrong.name("name_en", station.nameEn());
    wrong.text("asset", station.asset());
    if (station.protocol() != null && !KIND.matcher(station.protocol()).matches()) {
      wrong.add(
          "protocol", "须为小写字母,例如 mqtt 或 hj212。", "must be small letters, such as mqtt or hj212.");
    }
    checkPlace(station.position(), wrong);
    checkHeight(station.heightM(), wrong);
    checkOwner(station.enterprise(), wrong);
    checkGateway(station, alsoNew, wrong);
    checkMn(draft, alsoNew, wrong);
    checkAddresses(draft.link().addresses(), wrong);
    station
        .properties()
        .forEach(
            (name, value) ->
                PropertyTypes.complaint(name, value)
                    .ifPresent(text -> wrong.add("properties/" + name, "数值不合规定:" + text, text)));
    return wrong.list();
  }

  private static void checkHeight(@Nullable Double heightM, Complaints wrong) {
    if (heightM != null && !(heightM >= -50 && heightM <= 1000)) {
      wrong.add("height_m", "须在 -50 至 1000 米之间。", "must be from -50 to 1000 metres.");
    }
  }

  private void checkPlace(LonLat position, Complaints wrong) {
    Envelope known = new Envelope();
    registers
        .listEnterprises(ViewScope.ALL)
        .forEach(one -> known.expandToInclude(one.position().lon(), one.position().lat()));
    if (known.isNull()) {
      return;
    }
    Envelope place = new Envelope(new Coordinate(position.lon(), position.lat()));
    Optional<String> complaint = new Surroundings(known).complaint(place);
    complaint.ifPresent(text -> wrong.add("position", "位置离园区太远,请检查经纬度顺序和坐标基准。", text));
  }

  private void checkOwner(@Nullable String enterprise, Complaints wrong) {
    if (enterprise != null
        && registers.listEnterprises(ViewScope.ALL).stream()
            .noneMatch(one -> one.code().equals(enterprise))
        && registers.listAllStations(ViewScope.ALL).stream()
            .noneMatch(one -> enterprise.equals(one.station().enterprise()))) {
      wrong.add(
          "enterprise",
          "没有编码为“%s”的企业。".formatted(enterprise),
          "there is no enterprise '%s'.".formatted(enterprise));
    }
  }

  private void checkGateway(Station station, Map<String, StationDraft> alsoNew, Complaints wrong) {
    String gateway = station.gateway();
    if (gateway == null) {
      return;
    }
    if (gateway.equals(station.code())) {
      wrong.add("gateway", "站点不能做自己的网关。", "a station cannot be its own gateway.");
      return;
    }
    String kind =
        Optional.ofNullable(alsoNew.get(gateway))
            .map(StationDraft::station)
            .or(() -> registers.findStation(gateway))
            .map(Station::kind)
            .orElse("");
    if (!kind.equals("gateway")) {
      wrong.add(
          "gateway",
          "没有类型为 gateway 的站点“%s”。".formatted(gateway),
          "there is no station '%s' of kind gateway.".formatted(gateway));
    }
  }

  private void checkMn(StationDraft draft, Map<String, StationDraft> alsoNew, Complaints wrong) {
    String mn = draft.link().mn();
    if (mn == null) {
      return;
    }
    if (!MN.matcher(mn).matches()) {
      wrong.add("mn", "MN 须为 1 至 24 位字母和数字。", "an MN has 1 to 24 letters and digits.");
      return;
    }
    String code = draft.station().code();
    Optional<String> other =
        registers.listAllStations(ViewScope.ALL).stream()
            .filter(one -> mn.equals(one.link().mn()))
            .map(RegisteredStation::code)
            .filter(one -> !one.equals(code) && !alsoNew.containsKey(one))
            .findFirst()
            .or(
                () ->
                    alsoNew.values().stream()
                        .filter(one -> mn.equals(one.link().mn()))
                        .map(one -> one.station().code())
                        .filter(one -> !one.equals(code))
                        .findFirst());
    other.ifPresent(
        taken ->
            wrong.add(
                "mn",
                "MN 已属于站点“%s”。".formatted(taken),
                "this MN belongs to the station '%s'.".formatted(taken)));
  }

  private static void checkAddresses(List<String> addresses, Complaints wrong) {
    if (addresses.size() > MOST_ADDRESSES) {
      wrong.add(
          "addresses",
          "最多 %d 个地址。".formatted(MOST_ADDRESSES),
          "at most %d addresses.".formatted(MOST_ADDRESSES));
    }
    for (String address : addresses) {
      if (!isAddress(address)) {
        wrong.add(
            "addresses",
            "“%s”不是 IP 地址或网段,例如 10.0.0.0/8。".formatted(address),
            "'%s' is neither an IP address nor a block such as 10.0.0.0/8.".formatted(address));
      }
    }
  }

  private static boolean isAddress(String text) {
    int slash = text.indexOf('/');
    String ip = slash < 0 ? text : text.substring(0, slash);
    boolean four = NetUtil.isValidIpV4Address(ip);
    if (!four && !NetUtil.isValidIpV6Address(ip)) {
      return false;
    }
    if (slash < 0) {
      return true;
    }
    String bits = text.substring(slash + 1);
    return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= (four ? 32 : 128);
  }
}
