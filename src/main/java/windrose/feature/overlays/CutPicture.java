package windrose.feature.overlays;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A picture as tiles of the web's Mercator.
 *
 * @param bounds in degrees
 * @param metresPerPixel of the finest tiles
 */
record CutPicture(
    Envelope bounds, int minZoom, int maxZoom, double metresPerPixel, List<Tile> tiles) {
  CutPicture {
    tiles = List.copyOf(tiles);
  }

  /** One tile, JPEG where it is opaque and PNG elsewhere. */
  record Tile(int zoom, int x, int y, Buffer picture) {}

  long bytes() {
    return tiles.stream().mapToLong(tile -> tile.picture().length()).sum();
  }
}
