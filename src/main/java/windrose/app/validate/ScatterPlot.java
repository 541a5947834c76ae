package windrose.app.validate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A picture that stands alone: expected against predicted on logarithmic axes, with the lines of agreement and of a factor of two. */
final class ScatterPlot {
  private static final int SIZE = 460;
  private static final int LEFT = 62;
  private static final int TOP = 40;
  private static final int SIDE = 360;

  private final List<Prediction> points;
  private final double low;
  private final double high;
  private final StringBuilder out = new StringBuilder();

  private ScatterPlot(List<Prediction> predictions) {
    points =
        predictions.stream()
            .filter(each -> positive(each.expectedValue()) && positive(each.predictedValue()))
            .toList();
    double least =
        points.stream().mapToDouble(p -> Math.min(expected(p), predicted(p))).min().orElse(1);
    double most =
        points.stream().mapToDouble(p -> Math.max(expected(p), predicted(p))).max().orElse(10);
    low = Math.floor(Math.log10(least) * 2 - 0.1) / 2;
    high = Math.ceil(Math.log10(most) * 2 + 0.1) / 2;
  }

  /** SVG; empty text when there are no two numbers to set side by side. */
  static String svg(String title, List<Prediction> predictions) {
    ScatterPlot plot = new ScatterPlot(predictions);
    return plot.points.isEmpty() ? "" : plot.draw(title);
  }

  private String draw(String title) {
    add(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s" font-family="system-ui, 'Noto Sans CJK SC', sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        <text x="%d" y="22" font-size="14" font-weight="600" fill="#1c2733">%s</text>
        """,
        SIZE, SIZE, Html.escape(title), LEFT, Html.escape(title));
    for (int decade = (int) Math.ceil(low); decade <= Math.floor(high); decade++) {
      double at = Math.pow(10, decade);
      add(
          "<path d=\"M%.1f %dV%d M%d %.1fH%d\" stroke=\"#dfe5ea\" fill=\"none\"/>%n",
          x(at), TOP, TOP + SIDE, LEFT, y(at), LEFT + SIDE);
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#52606d\">%s</text>%n",
          x(at), TOP + SIDE + 18, tick(decade));
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#52606d\">%s</text>%n",
          LEFT - 6, y(at) + 4, tick(decade));
    }
    line(1, "#1c2733", "");
    line(2, "#8a97a3", "5 4");
    line(0.5, "#8a97a3", "5 4");
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#8a97a3\"/>%n",
        LEFT, TOP, SIDE, SIDE);
    for (Prediction point : points) {
      dot(point);
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#1c2733\">参考值 reference</text>%n",
        LEFT + SIDE / 2, TOP + SIDE + 40);
    add(
        "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\" fill=\"#1c2733\">本引擎 predicted</text>%n",
        TOP + SIDE / 2);
    add("</svg>%n");
    return out.toString();
  }

  /** Inside the band a filled ring, outside a cross: shape first, colour second. */
  private void dot(Prediction point) {
    double px = x(expected(point));
    double py = y(predicted(point));
    String label =
        Html.escape(
            "%s %s %s: %s → %s"
                .formatted(
                    point.caseName(),
                    point.quantity(),
                    point.level(),
                    point.expected(),
                    point.predicted()));
    if (point.inBand()) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.4\" fill=\"#2f7fc1\" fill-opacity=\".55\" stroke=\"#1d5a8c\"><title>%s</title></circle>%n",
          px, py, label);
    } else {
      add(
          "<path d=\"M%.1f %.1fl8 8m0 -8l-8 8\" stroke=\"#c2410c\" stroke-width=\"2\" fill=\"none\"><title>%s</title></path>%n",
          px - 4, py - 4, label);
    }
  }

  private void line(double factor, String colour, String dashes) {
    double from = Math.max(low, low - Math.log10(factor));
    double to = Math.min(high, high - Math.log10(factor));
    add(
        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-dasharray=\"%s\" fill=\"none\"/>%n",
        x(Math.pow(10, from)),
        y(factor * Math.pow(10, from)),
        x(Math.pow(10, to)),
        y(factor * Math.pow(10, to)),
        colour,
        dashes);
  }

  private double x(double value) {
    return LEFT + SIDE * (Math.log10(value) - low) / (high - low);
  }

  private double y(double value) {
    return TOP + SIDE * (1 - (Math.log10(value) - low) / (high - low));
  }

  private void add(String form, Object... values) {
    out.append(String.format(Locale.ROOT, form, values));
  }

  private static String tick(int decade) {
    if (decade < -3 || decade > 4) {
      return "1e" + decade;
    }
    double value = Math.pow(10, decade);
    return decade < 0 ? String.valueOf(value) : String.valueOf(Math.round(value));
  }

  private static boolean positive(@Nullable Double value) {
    return value != null && value > 0;
  }

  private static double expected(Prediction point) {
    Double value = point.expectedValue();
    return value == null ? 1 : value;
  }

  private static double predicted(Prediction point) {
    Double value = point.predictedValue();
    return value == null ? 1 : value;
  }
}
