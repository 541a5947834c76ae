package windrose.feature.simulator.cameras;

import java.util.List;

/** A growing SVG text in whole pixels; nothing but a writer. */
final class Svg {
  private final StringBuilder text = new StringBuilder(512);

  Svg raw(String markup) {
    text.append(markup);
    return this;
  }

  Svg rect(double x, double y, double width, double height, String attributes) {
    text.append("<rect x=\"").append(pixel(x)).append("\" y=\"").append(pixel(y));
    text.append("\" width=\"").append(pixel(width)).append("\" height=\"").append(pixel(height));
    text.append("\" ").append(attributes).append("/>");
    return this;
  }

  Svg ellipse(double x, double y, double rx, double ry, String attributes) {
    text.append("<ellipse cx=\"").append(tenth(x)).append("\" cy=\"").append(tenth(y));
    text.append("\" rx=\"").append(tenth(rx)).append("\" ry=\"").append(tenth(ry));
    text.append("\" ").append(attributes).append("/>");
    return this;
  }

  Svg path(CharSequence d, String attributes) {
    text.append("<path d=\"").append(d).append("\" ").append(attributes).append("/>");
    return this;
  }

  /** The text of one closed outline. */
  static void outline(StringBuilder d, Lens lens, List<Lens.Spot> spots) {
    int lastX = Integer.MIN_VALUE;
    int lastY = Integer.MIN_VALUE;
    boolean isFirst = true;
    for (Lens.Spot spot : spots) {
      int x = pixel(lens.x(spot));
      int y = pixel(lens.y(spot));
      if (x != lastX || y != lastY) {
        d.append(isFirst ? 'M' : 'L').append(x).append(' ').append(y);
        isFirst = false;
      }
      lastX = x;
      lastY = y;
    }
    d.append('Z');
  }

  static int pixel(double value) {
    return (int) Math.round(value);
  }

  static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** Text that may stand between tags and in attributes. */
  static String escaped(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  int length() {
    return text.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
