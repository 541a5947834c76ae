package windrose.feature.overlays;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The tiles of an overlay: ours, cut from a file, or those of an address.
 *
 * @param bounds in degrees; unknown for an address
 * @param metresPerPixel of the finest tiles; unknown for an address
 * @param address empty for ours
 */
record TileSource(
    @Nullable Envelope bounds,
    int minZoom,
    int maxZoom,
    @Nullable Double metresPerPixel,
    Optional<TileAddress> address) {
  static TileSource ours(CutPicture picture) {
    return new TileSource(
        picture.bounds(),
        picture.minZoom(),
        picture.maxZoom(),
        picture.metresPerPixel(),
        Optional.empty());
  }
}
