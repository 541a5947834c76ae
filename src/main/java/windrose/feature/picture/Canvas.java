package windrose.feature.picture;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import windrose.domain.geo.LonLat;

/**
 * Turns shapes in degrees into SVG, metre-true around the middle of what is shown.
 *
 * <p>Looks are given as attributes and never as a style sheet, which our content policy would refuse.
 */
final class Canvas {
  private static final double MARGIN = 0.04;
  private static final double WORTH_DRAWING_PX = 0.4;

  private final Envelope shown;
  private final double squeeze;
  private final double pixelsPerDegree;
  private final int widthPx;
  private final int heightPx;
  private final int headPx;
  private final StringBuilder svg = new StringBuilder(64_000);

  /** Fits these bounds into a width; the height follows, with room for a line of text above and below. */
  Canvas(Envelope bounds, int widthPx, int headPx) {
    this.shown = new Envelope(bounds);
    shown.expandBy(bounds.getWidth() * MARGIN, bounds.getHeight() * MARGIN);
    this.squeeze = Math.cos(Math.toRadians(shown.centre().y));
    this.widthPx = widthPx;
    this.headPx = headPx;
    this.pixelsPerDegree = widthPx / (shown.getWidth() * squeeze);
    this.heightPx = (int) Math.round(shown.getHeight() * pixelsPerDegree) + 2 * headPx;
  }

  int widthPx() {
    return widthPx;
  }

  int heightPx() {
    return heightPx;
  }

  double x(double lon) {
    return (lon - shown.getMinX()) * squeeze * pixelsPerDegree;
  }

  double y(double lat) {
    return headPx + (shown.getMaxY() - lat) * pixelsPerDegree;
  }

  boolean shows(LonLat position) {
    return shown.contains(position.lon(), position.lat());
  }

  /** A shape with these attributes, without the corners that nobody would see. */
  void shape(Geometry geometry, String attributes) {
    if (!shown.intersects(geometry.getEnvelopeInternal())) {
      return;
    }
    Geometry simple =
        DouglasPeuckerSimplifier.simplify(geometry, WORTH_DRAWING_PX / pixelsPerDegree);
    StringBuilder path = new StringBuilder(256);
    for (int i = 0; i < simple.getNumGeometries(); i++) {
      Geometry part = simple.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        line(path, polygon.getExteriorRing().getCoordinates(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          line(path, polygon.getInteriorRingN(hole).getCoordinates(), true);
        }
      } else if (part instanceof LineString one) {
        line(path, one.getCoordinates(), false);
      }
    }
    if (path.length() > 0) {
      add("<path d=\"%s\" %s/>", path, attributes);
    }
  }

  private void line(StringBuilder path, Coordinate[] corners, boolean closed) {
    for (int i = 0; i < corners.length; i++) {
      path.append(i == 0 ? 'M' : 'L').append(number(x(corners[i].x))).append(' ');
      path.append(number(y(corners[i].y)));
    }
    if (closed) {
      path.append('Z');
    }
  }

  void text(double x, double y, int sizePx, String attributes, String words) {
    add(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" %s>%s</text>",
        number(x), number(y), sizePx, attributes, escape(words));
  }

  /** Adds markup; the arguments must be our own, see {@link #escape} for everything else. */
  void add(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  void add(CharSequence markup) {
    svg.append(markup);
  }

  String markup() {
    return svg.toString();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A name from a file or a device is text, whatever it contains. */
  static String escape(String words) {
    StringBuilder safe = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char one = words.charAt(i);
      switch (one) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(one < ' ' ? ' ' : one);
      }
    }
    return safe.toString();
  }
}
