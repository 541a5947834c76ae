package windrose.platform.live;

/** Whose eyes a subscription has: equal viewers see the same rows and therefore share one encoded frame. */
public interface Viewer {
  /** The tag that asks for a layer as such, before any row. */
  Object THE_LAYER_ITSELF = "layer";

  /** Whether a row with this tag (what its layer attached to it) may be seen on this layer. */
  boolean sees(String layer, Object tag);
}
