package windrose.feature.basemap;

import java.util.Set;

/**
 * An optional raster basemap from outside, drawn below our own layers.
 *
 * <p>Off unless configured: it sends every place that people look at to its owner, and it needs the network.
 *
 * @param urlTemplate with {@code {z}}, {@code {x}} and {@code {y}}, key included
 * @param datum of the tiles: {@code WGS-84}, {@code CGCS2000} (Tianditu; the same within centimetres) or {@code GCJ-02}, which
 *     lies 300 to 600 m beside our own layers unless the page shifts it
 */
public record ExternalTiles(String name, String urlTemplate, String datum, String attribution) {
  private static final Set<String> DATUMS = Set.of("WGS-84", "CGCS2000", "GCJ-02");

  public ExternalTiles {
    if (!DATUMS.contains(datum)) {
      throw new IllegalArgumentException(
          "'%s' is not a datum for tiles; write WGS-84, CGCS2000 or GCJ-02".formatted(datum));
    }
    if (!urlTemplate.matches("https?://.*")
        || !urlTemplate.contains("{z}")
        || !urlTemplate.contains("{x}")
        || !urlTemplate.contains("{y}")) {
      throw new IllegalArgumentException(
          "'%s' is not a tile address; write https://… with {z}, {x} and {y}"
              .formatted(urlTemplate));
    }
  }

  /** The origin that the tiles come from, for the page's content policy. */
  public String origin() {
    return urlTemplate.replaceFirst("^(https?://[^/]+).*$", "$1");
  }
}
