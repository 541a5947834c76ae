package windrose.feature.overlays;

import java.util.Optional;
import java.util.UUID;

/**
 * A picture that people can lay over the map.
 *
 * @param bytes how much of the database its tiles take; 0 if they come from elsewhere
 */
record Overlay(
    UUID id, OverlayWords words, int position, TileSource tiles, long bytes, String addedBy) {
  Overlay with(OverlayWords other) {
    return new Overlay(id, other, position, tiles, bytes, addedBy);
  }

  Overlay at(int otherPosition) {
    return new Overlay(id, words, otherPosition, tiles, bytes, addedBy);
  }

  /** Where browsers fetch the tiles if not from us. */
  Optional<TileAddress> address() {
    return tiles.address();
  }
}
