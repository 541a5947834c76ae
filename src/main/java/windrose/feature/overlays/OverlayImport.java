package windrose.feature.overlays;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LonLat;
import windrose.domain.park.ParkArea;
import windrose.platform.work.Cancellation;
import windrose.platform.work.OffLoop;

/** From a file's bytes to tiles: header, limits, place, and only then the pixels. */
@OffLoop("OverlaysFeature, on HeavyWork")
final class OverlayImport {
  private static final double FARTHEST_M = 50_000;

  private OverlayImport() {}

  static CutPicture cut(byte[] file, List<ParkArea> areas, Cancellation cancellation) {
    TiffHeader header = TiffHeader.read(file);
    PictureLimits.check(header);
    GeoReference place = GeoReference.of(header);
    checkNearThePark(TileCutter.bounds(header, place), areas);
    return TileCutter.cut(file, header, place, cancellation);
  }

  /** A wrong coordinate system puts a picture elsewhere, and nobody would find it there. */
  static void checkNearThePark(Envelope bounds, List<ParkArea> areas) {
    double nearestM =
        areas.stream().mapToDouble(area -> distanceM(bounds, area.bounds())).min().orElse(0);
    if (nearestM > FARTHEST_M) {
      Coordinate at = bounds.centre();
      throw Refusal.of(
          "The picture lies at %.3f°, %.3f°, %.0f km from the park: its coordinate system is probably not the one it states."
              .formatted(at.x, at.y, nearestM / 1000),
          "图像位于 %.3f°, %.3f°，距园区 %.0f km，坐标系很可能与文件所写不符。".formatted(at.x, at.y, nearestM / 1000));
    }
  }

  private static double distanceM(Envelope a, Envelope b) {
    if (a.intersects(b)) {
      return 0;
    }
    LonLat park = new LonLat(b.centre().x, b.centre().y);
    return LocalFrame.around(park).distanceM(new LonLat(a.centre().x, a.centre().y), park);
  }
}
