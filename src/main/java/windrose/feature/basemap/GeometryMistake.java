package windrose.feature.basemap;

/** A geometry that cannot be taken, with the reason. */
final class GeometryMistake extends Exception {
  private static final long serialVersionUID = 1L;

  GeometryMistake(String message) {
    super(message);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
