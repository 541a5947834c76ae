package windrose.feature.basemap;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in a park's files, told so that the person who drew them finds the place.
 *
 * @param feature the id, or the line or position when there is no id; null when it is about the whole file
 * @param field null when it is about the whole feature
 */
public record ParkImportProblem(
    String file, @Nullable String feature, @Nullable String field, String message) {
  /** {@code tanks.geojson, E01-TK-101, volume_m3: '60 m3' must be a number}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (feature != null) {
      text.append(", ").append(feature);
    }
    if (field != null) {
      text.append(", ").append(field);
    }
    return text.append(": ").append(message).toString();
  }
}
