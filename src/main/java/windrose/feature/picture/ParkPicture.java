package windrose.feature.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import windrose.feature.basemap.ParkShape;

/** Draws plan, stations, wind and time as one SVG; for the work pool. */
final class ParkPicture {
  private static final int HEAD_PX = 56;
  private static final int MOST_LABELS = 24;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final String FONT =
      "font-family=\"Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif\"";

  private final Plan plan;
  private final Palette palette;
  private final Words words;
  private final Instant now;
  private final Canvas canvas;

  /** What does not move. */
  record Plan(
      String nameZh,
      String nameEn,
      boolean fictional,
      Envelope bounds,
      List<ParkShape> grounds,
      List<ParkShape> water,
      List<ParkShape> roads,
      List<ParkShape> enterprises,
      List<ParkShape> tanks) {}

  /** What moves. */
  record Present(List<StationMark> stations, int online, Optional<WindMark> wind, Instant now) {}

  private ParkPicture(Plan plan, Palette palette, Words words, Instant now, int widthPx) {
    this.plan = plan;
    this.palette = palette;
    this.words = words;
    this.now = now;
    this.canvas = new Canvas(plan.bounds(), widthPx, HEAD_PX);
  }

  static String draw(Plan plan, Present present, Palette palette, Words words, int widthPx) {
    return new ParkPicture(plan, palette, words, present.now(), widthPx).draw(present);
  }

  private String draw(Present present) {
    canvas.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\" %s>",
        canvas.widthPx(),
        canvas.heightPx(),
        canvas.widthPx(),
        canvas.heightPx(),
        words.code(),
        FONT);
    canvas.add("<title>%s</title>", Canvas.escape(name() + " " + time()));
    canvas.add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>", palette.land);
    ground();
    stations(present.stations());
    head(present);
    foot(present);
    canvas.add("</svg>");
    return canvas.markup();
  }

  private String name() {
    return words.name(plan.nameZh(), plan.nameEn());
  }

  private String time() {
    return CLOCK.format(now);
  }

  private void ground() {
    all(plan.water(), fill(palette.water));
    all(plan.grounds(), fill(palette.park) + line(palette.parcelLine, 1));
    all(plan.roads(), "fill=\"none\" " + line(palette.road, 1.5));
    all(plan.enterprises(), fill(palette.parcel) + line(palette.parcelLine, 1));
    all(plan.tanks(), "fill=\"none\" " + line(palette.tank, 0.7));
    for (ParkShape one : plan.enterprises()) {
      Point middle = one.geometry().getInteriorPoint();
      String label = words.name(text(one, "short_zh", "name_zh"), text(one, "short_en", "name_en"));
      canvas.text(
          canvas.x(middle.getX()),
          canvas.y(middle.getY()),
          12,
          "text-anchor=\"middle\" fill=\"" + palette.muted + "\"",
          label);
    }
  }

  private void all(List<ParkShape> shapes, String attributes) {
    shapes.forEach(one -> canvas.shape(one.geometry(), attributes));
  }

  private static String text(ParkShape shape, String first, String second) {
    Object found = shape.properties().getOrDefault(first, shape.properties().get(second));
    return found instanceof String text ? text : shape.id();
  }

  private void stations(List<StationMark> stations) {
    List<StationMark> bestFirst =
        stations.stream()
            .filter(one -> canvas.shows(one.position()))
            .sorted(Comparator.comparing(StationMark::condition).reversed())
            .toList();
    bestFirst.forEach(this::mark);
    int labelled = 0;
    for (int i = bestFirst.size() - 1; i >= 0 && bestFirst.get(i).isAboveLimit(); i--) {
      if (labelled++ < MOST_LABELS) {
        label(bestFirst.get(i));
      }
    }
    if (labelled > MOST_LABELS) {
      canvas.text(
          canvas.widthPx() - 16.0,
          canvas.heightPx() - HEAD_PX - 8.0,
          14,
          "text-anchor=\"end\" fill=\"" + palette.text + "\"",
          words.more(labelled - MOST_LABELS));
    }
  }

  private void mark(StationMark one) {
    String x = Canvas.number(canvas.x(one.position().lon()));
    String y = Canvas.number(canvas.y(one.position().lat()));
    String faint = one.isStale() ? " opacity=\"0.5\"" : "";
    canvas.add("<g transform=\"translate(%s %s)\"%s>", x, y, faint);
    switch (one.condition()) {
      case SECOND_LIMIT -> severity("M0-11L11 9H-11Z", palette.second, "2", 6);
      case FIRST_LIMIT -> severity("M0-11L11 0L0 11L-11 0Z", palette.first, "3", 4);
      case FAULT -> ringed(palette.quality, "!");
      case UNKNOWN ->
          canvas.add(
              "<circle r=\"4\" fill=\"none\" stroke=\"%s\" stroke-dasharray=\"2 2\"/>",
              palette.text);
      case SERVICE -> ringed(palette.normal, "×");
      case NORMAL -> canvas.add("<circle r=\"2.2\" fill=\"%s\"/>", palette.normal);
    }
    canvas.add("</g>");
  }

  private void severity(String shape, String colour, String digit, int baseline) {
    canvas.add(
        "<path d=\"%s\" fill=\"%s\" stroke=\"%s\"/>"
            + "<text y=\"%d\" font-size=\"11\" font-weight=\"700\" text-anchor=\"middle\""
            + " fill=\"%s\">%s</text>",
        shape, colour, palette.ground, baseline, palette.onSeverity, digit);
  }

  private void ringed(String colour, String sign) {
    canvas.add(
        "<circle r=\"6\" fill=\"%s\" stroke=\"%s\"/>"
            + "<text y=\"4\" font-size=\"10\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
        palette.ground, colour, colour, sign);
  }

  private void label(StationMark one) {
    String drill = one.isDrill() ? words.drill() + " " : "";
    canvas.text(
        canvas.x(one.position().lon()) + 14,
        canvas.y(one.position().lat()) + 5,
        14,
        "font-weight=\"600\" fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" paint-order=\"stroke\""
            .formatted(palette.text, palette.land),
        drill
            + one.name()
            + " "
            + one.label()
            + " · "
            + words.age(Duration.between(one.at(), now)));
  }

  private void head(Present present) {
    bar(0);
    canvas.text(16, 36, 20, "font-weight=\"600\" fill=\"" + palette.text + "\"", name());
    String right = present.wind().map(words::wind).orElseGet(words::windUnknown);
    boolean isOld = present.wind().map(WindMark::isStale).orElse(true);
    String age =
        present.wind().map(one -> " · " + words.age(Duration.between(one.at(), now))).orElse("");
    canvas.text(
        canvas.widthPx() - 60.0,
        35,
        16,
        "text-anchor=\"end\" fill=\"" + (isOld ? palette.muted : palette.text) + "\"",
        right + age);
    present
        .wind()
        .ifPresent(
            wind ->
                canvas.add(
                    "<g transform=\"translate(%d 28) rotate(%s)\" opacity=\"%s\"><path"
                        + " d=\"M0 15V-14M-8-5L0-14L8-5\" fill=\"none\" stroke=\"%s\""
                        + " stroke-width=\"3\"/></g>",
                    canvas.widthPx() - 30,
                    Canvas.number((wind.fromDeg() + 180) % 360),
                    isOld ? "0.5" : "1",
                    palette.accent));
  }

  private void foot(Present present) {
    bar(canvas.heightPx() - HEAD_PX);
    double y = canvas.heightPx() - 21.0;
    int above = (int) present.stations().stream().filter(StationMark::isAboveLimit).count();
    int unknown =
        (int)
            present.stations().stream().filter(one -> one.condition() == Condition.UNKNOWN).count();
    String drill = present.stations().stream().anyMatch(StationMark::isDrill) ? words.drill() : "";
    canvas.text(
        16,
        y,
        15,
        "fill=\"" + palette.text + "\"",
        words.sums(present.online(), present.stations().size(), above, unknown));
    String note = plan.fictional() ? words.fictional() + " · " : "";
    String last = (drill.isEmpty() ? "" : drill + " · ") + note + words.drawnAt(time());
    canvas.text(
        canvas.widthPx() - 16.0, y, 15, "text-anchor=\"end\" fill=\"" + palette.muted + "\"", last);
  }

  private void bar(int y) {
    canvas.add(
        "<rect y=\"%d\" width=\"100%%\" height=\"%d\" fill=\"%s\"/>", y, HEAD_PX, palette.ground);
  }

  private static String fill(String colour) {
    return "fill=\"" + colour + "\" ";
  }

  private static String line(String colour, double widthPx) {
    return "stroke=\"%s\" stroke-width=\"%s\"".formatted(colour, Canvas.number(widthPx));
  }
}
