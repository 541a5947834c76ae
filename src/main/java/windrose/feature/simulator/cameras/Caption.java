package windrose.feature.simulator.cameras;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import windrose.domain.park.Station;

/** Writes on the picture what it is: camera, time, that it is simulated, and in a drill that it is a drill. */
final class Caption {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC+8'").withZone(ZoneOffset.ofHours(8));
  private static final String FONT =
      "font-family=\"system-ui,'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif\"";
  private static final int BAR = 34;

  private Caption() {}

  static void write(Svg svg, Station camera, Moment moment) {
    int y = Lens.HEIGHT - BAR;
    svg.rect(0, y, Lens.WIDTH, BAR, "fill=\"#0b0f14\" fill-opacity=\".74\"");
    svg.raw("<g " + FONT + " font-size=\"15\" fill=\"#e8ecef\">");
    svg.raw(
        "<text x=\"14\" y=\""
            + (y + 22)
            + "\"><tspan font-weight=\"600\">"
            + Svg.escaped(camera.code())
            + "</tspan><tspan dx=\"16\">"
            + Svg.escaped(shortened(camera.nameZh()))
            + "</tspan></text>");
    text(
        svg,
        646,
        y + 22,
        "end",
        "style=\"font-variant-numeric:tabular-nums\"",
        CLOCK.format(Instant.ofEpochMilli(moment.epochMs())));
    text(svg, Lens.WIDTH - 14, y + 22, "end", "fill=\"#c9d1d8\"", "模拟画面 SIMULATED");
    if (moment.isDrill()) {
      svg.raw(
          "<rect x=\""
              + (Lens.WIDTH - 150)
              + "\" y=\"14\" width=\"136\" height=\"34\" rx=\"3\" fill=\"#0b0f14\" fill-opacity=\".78\" stroke=\"#ffb454\" stroke-width=\"1.5\"/>");
      text(
          svg,
          Lens.WIDTH - 82,
          37,
          "middle",
          "font-size=\"17\" font-weight=\"600\" fill=\"#ffb454\"",
          "演练 DRILL");
    }
    svg.raw("</g>");
  }

  private static String shortened(String name) {
    return name.length() <= 20 ? name : name.substring(0, 19) + "…";
  }

  private static void text(Svg svg, int x, int y, String anchor, String more, String plain) {
    svg.raw(
        "<text x=\""
            + x
            + "\" y=\""
            + y
            + "\" text-anchor=\""
            + anchor
            + "\" "
            + more
            + ">"
            + Svg.escaped(plain)
            + "</text>");
  }
}
