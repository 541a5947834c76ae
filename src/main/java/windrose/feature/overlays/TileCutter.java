package windrose.feature.overlays;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.geo.LonLat;
import windrose.platform.work.Cancellation;
import windrose.platform.work.OffLoop;

/**
 * Bends a picture into tiles of the web's Mercator: the finest from the picture itself, each coarser one from its four children.
 *
 * <p>The place of every 16th pixel is computed exactly and those between by straight lines; within a tile of a few hundred metres
 * that is off by less than a hundredth of a pixel.
 */
@OffLoop("the import of an overlay, on HeavyWork")
final class TileCutter {
  static final int LOWEST_ZOOM = 8;
  private static final int HIGHEST_ZOOM = 20;
  private static final int MOST_FINEST_TILES = 300;
  private static final int STEP_PX = 16;
  private static final int NODES = TileGrid.SIDE_PX / STEP_PX + 1;
  private static final double WIDEST_DEGREES = 2;

  private final Pixels pixels;
  private final GeoReference place;
  private final Cancellation cancellation;
  private final Envelope world;
  private final int maxZoom;
  private final List<CutPicture.Tile> tiles = new ArrayList<>();

  private TileCutter(
      TiffHeader header, Pixels pixels, GeoReference place, Cancellation cancellation) {
    this.pixels = pixels;
    this.place = place;
    this.cancellation = cancellation;
    this.world = world(header, place);
    this.maxZoom = finestZoom(header);
  }

  /** The whole way from a file's bytes to its tiles. */
  static CutPicture cut(
      byte[] file, TiffHeader header, GeoReference place, Cancellation cancellation) {
    world(header, place);
    return new TileCutter(header, PictureDecoder.decode(file, header), place, cancellation).cut();
  }

  /** Where the picture lies, in degrees; cheap, and refuses what lies nowhere. */
  static Envelope bounds(TiffHeader header, GeoReference place) {
    Envelope world = world(header, place);
    return new Envelope(
        TileGrid.lon(world.getMinX()),
        TileGrid.lon(world.getMaxX()),
        TileGrid.lat(world.getMaxY()),
        TileGrid.lat(world.getMinY()));
  }

  private static Envelope world(TiffHeader header, GeoReference place) {
    Envelope world = new Envelope();
    int steps = 16;
    for (int i = 0; i <= steps; i++) {
      double column = (double) header.widthPx() * i / steps;
      double row = (double) header.heightPx() * i / steps;
      include(world, place.toLonLat(column, 0));
      include(world, place.toLonLat(column, header.heightPx()));
      include(world, place.toLonLat(0, row));
      include(world, place.toLonLat(header.widthPx(), row));
    }
    if (world.getWidth() * 360 > WIDEST_DEGREES || world.getHeight() * 360 > WIDEST_DEGREES) {
      throw Refusal.of(
          "The picture covers more than 200 km; a park's overlay is smaller. Its pixel size or coordinate system is probably wrong.",
          "图像覆盖范围超过 200 km，不像园区影像；像素大小或坐标系很可能有误。");
    }
    return world;
  }

  private static void include(Envelope world, LonLat at) {
    if (Math.abs(at.lat()) > 85) {
      throw Refusal.of(
          "The picture lies beyond 85° of latitude, where map tiles end.",
          "图像位于纬度 85° 以外，超出地图瓦片范围。");
    }
    world.expandToInclude(TileGrid.x(at.lon()), TileGrid.y(at.lat()));
  }

  /** The zoom at which a pixel of ours is about one of the picture's, unless that makes too many tiles. */
  private int finestZoom(TiffHeader header) {
    LonLat middle = place.toLonLat(header.widthPx() / 2.0, header.heightPx() / 2.0);
    LonLat next = place.toLonLat(header.widthPx() / 2.0 + pixels.factor(), header.heightPx() / 2.0);
    double step =
        Math.hypot(
            TileGrid.x(next.lon()) - TileGrid.x(middle.lon()),
            TileGrid.y(next.lat()) - TileGrid.y(middle.lat()));
    double exact = -Math.log(step * TileGrid.SIDE_PX) / Math.log(2);
    int zoom = (int) Math.max(LOWEST_ZOOM, Math.min(HIGHEST_ZOOM, Math.ceil(exact - 0.4)));
    while (zoom > LOWEST_ZOOM && across(zoom) > MOST_FINEST_TILES) {
      zoom--;
    }
    return zoom;
  }

  private long across(int zoom) {
    double side = 1.0 / (1L << zoom);
    return (long) (Math.ceil(world.getWidth() / side) * Math.ceil(world.getHeight() / side));
  }

  private CutPicture cut() {
    double side = 1.0 / (1L << LOWEST_ZOOM);
    for (int x = (int) (world.getMinX() / side); x * side < world.getMaxX(); x++) {
      for (int y = (int) (world.getMinY() / side); y * side < world.getMaxY(); y++) {
        draw(LOWEST_ZOOM, x, y);
      }
    }
    Envelope bounds =
        new Envelope(
            TileGrid.lon(world.getMinX()),
            TileGrid.lon(world.getMaxX()),
            TileGrid.lat(world.getMaxY()),
            TileGrid.lat(world.getMinY()));
    return new CutPicture(
        bounds, LOWEST_ZOOM, maxZoom, TileGrid.metresPerPixel(maxZoom, bounds.centre().y), tiles);
  }

  /** Makes a tile and all finer ones below it; null if the picture does not reach here. */
  private int @Nullable [] draw(int zoom, int x, int y) {
    double side = 1.0 / (1L << zoom);
    Envelope ground = new Envelope(x * side, (x + 1) * side, y * side, (y + 1) * side);
    if (!world.intersects(ground)) {
      return null;
    }
    cancellation.stopIfCancelled();
    int[] tile = zoom == maxZoom ? warp(x * side, y * side, side) : merge(zoom, x, y);
    int opaque = 0;
    int empty = 0;
    for (int argb : tile) {
      opaque += (argb >>> 24) == 255 ? 1 : 0;
      empty += (argb >>> 24) == 0 ? 1 : 0;
    }
    if (empty == tile.length) {
      return null;
    }
    try {
      Buffer picture = TileEncoder.encode(tile, opaque == tile.length);
      tiles.add(new CutPicture.Tile(zoom, x, y, picture));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return tile;
  }

  private int[] merge(int zoom, int x, int y) {
    int half = TileGrid.SIDE_PX / 2;
    int[] tile = new int[TileGrid.SIDE_PX * TileGrid.SIDE_PX];
    for (int quarter = 0; quarter < 4; quarter++) {
      int[] child = draw(zoom + 1, 2 * x + quarter % 2, 2 * y + quarter / 2);
      if (child == null) {
        continue;
      }
      int at = quarter % 2 * half + quarter / 2 * half * TileGrid.SIDE_PX;
      for (int row = 0; row < half; row++) {
        for (int column = 0; column < half; column++) {
          Mixture four = new Mixture();
          int from = 2 * row * TileGrid.SIDE_PX + 2 * column;
          four.add(child[from], 1);
          four.add(child[from + 1], 1);
          four.add(child[from + TileGrid.SIDE_PX], 1);
          four.add(child[from + TileGrid.SIDE_PX + 1], 1);
          tile[at + row * TileGrid.SIDE_PX + column] = four.argb();
        }
      }
    }
    return tile;
  }

  private int[] warp(double left, double top, double side) {
    Coordinate[] nodes = new Coordinate[NODES * NODES];
    for (int i = 0; i < NODES; i++) {
      double lat = TileGrid.lat(top + side * i / (NODES - 1));
      for (int j = 0; j < NODES; j++) {
        nodes[i * NODES + j] = place.toPixel(TileGrid.lon(left + side * j / (NODES - 1)), lat);
      }
    }
    int[] tile = new int[TileGrid.SIDE_PX * TileGrid.SIDE_PX];
    for (int row = 0; row < TileGrid.SIDE_PX; row++) {
      double down = (row % STEP_PX + 0.5) / STEP_PX;
      for (int column = 0; column < TileGrid.SIDE_PX; column++) {
        double right = (column % STEP_PX + 0.5) / STEP_PX;
        int node = row / STEP_PX * NODES + column / STEP_PX;
        Coordinate nw = nodes[node];
        Coordinate ne = nodes[node + 1];
        Coordinate sw = nodes[node + NODES];
        Coordinate se = nodes[node + NODES + 1];
        tile[row * TileGrid.SIDE_PX + column] =
            pixels.at(
                between(nw.x, ne.x, sw.x, se.x, right, down),
                between(nw.y, ne.y, sw.y, se.y, right, down));
      }
    }
    return tile;
  }

  private static double between(
      double nw, double ne, double sw, double se, double right, double down) {
    return (nw * (1 - right) + ne * right) * (1 - down) + (sw * (1 - right) + se * right) * down;
  }
}
