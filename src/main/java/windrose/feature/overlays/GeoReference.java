package windrose.feature.overlays;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.NoninvertibleTransformationException;
import windrose.domain.geo.LonLat;
import windrose.domain.geo.MapProjection;
import windrose.platform.web.Problem;

/**
 * Where on Earth each pixel of a GeoTIFF lies, and back; pixels count from the outer corner of the first one.
 *
 * @param pixelOfPlane from the coordinate system's x and y to column and row
 */
record GeoReference(
    int epsg,
    MapProjection projection,
    AffineTransformation planeOfPixel,
    AffineTransformation pixelOfPlane) {
  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC = 2048;
  private static final int PROJECTED = 3072;
  private static final int SELF_DEFINED = 32_767;

  static GeoReference of(TiffHeader header) {
    int epsg = epsg(header);
    MapProjection projection =
        MapProjection.find(epsg).orElseThrow(() -> unknownSystem("EPSG:" + epsg));
    AffineTransformation placed = placed(header);
    if (header.geoKeys().getOrDefault(RASTER_TYPE, 1) == 2) {
      // the file counts from the middles of pixels
      placed = AffineTransformation.translationInstance(-0.5, -0.5).compose(placed);
    }
    try {
      return new GeoReference(epsg, projection, placed, placed.getInverse());
    } catch (NoninvertibleTransformationException flat) {
      throw noPlace();
    }
  }

  private static int epsg(TiffHeader header) {
    int model = header.geoKeys().getOrDefault(MODEL_TYPE, 0);
    int code = header.geoKeys().getOrDefault(model == 2 ? GEOGRAPHIC : PROJECTED, 0);
    if (code == 0) {
      throw Refusal.of(
          "The file does not say its coordinate system. Export it as a GeoTIFF with an EPSG code (gdal_translate -a_srs EPSG:4490).",
          "文件没有写明坐标系，请导出带 EPSG 编码的 GeoTIFF（gdal_translate -a_srs EPSG:4490）。");
    }
    if (code == SELF_DEFINED) {
      throw unknownSystem("defined in the file itself");
    }
    return code;
  }

  private static Problem unknownSystem(String which) {
    return Refusal.of(
        ("The coordinate system (%s) is not one of EPSG:4326, 4490, 3857, UTM 326xx/327xx or CGCS2000"
                + " Gauss-Krüger 4491–4554. Reproject the picture (gdalwarp -t_srs EPSG:4490).")
            .formatted(which),
        "坐标系（%s）不在支持范围：EPSG:4326、4490、3857、UTM 326xx/327xx、CGCS2000 高斯-克吕格 4491–4554。请重投影（gdalwarp -t_srs EPSG:4490）。"
            .formatted(which));
  }

  private static AffineTransformation placed(TiffHeader header) {
    if (header.matrix().size() == 16) {
      var m = header.matrix();
      return new AffineTransformation(m.get(0), m.get(1), m.get(3), m.get(4), m.get(5), m.get(7));
    }
    if (header.pixelScale().size() < 2 || header.tiePoints().size() < 6) {
      throw noPlace();
    }
    double scaleX = header.pixelScale().get(0);
    double scaleY = header.pixelScale().get(1);
    double left = header.tiePoints().get(3) - header.tiePoints().get(0) * scaleX;
    double top = header.tiePoints().get(4) + header.tiePoints().get(1) * scaleY;
    return new AffineTransformation(scaleX, 0, left, 0, -scaleY, top);
  }

  private static Problem noPlace() {
    return Refusal.of(
        "The file does not say where the picture lies (neither tie point with pixel size nor a transformation). Rectify it first (gdalwarp).",
        "文件没有写明图像的位置（缺少控制点加像素大小或仿射变换），请先做几何校正（gdalwarp）。");
  }

  LonLat toLonLat(double column, double row) {
    Coordinate plane = planeOfPixel.transform(new Coordinate(column, row), new Coordinate());
    try {
      return projection.toLonLat(new MapProjection.PlanePoint(plane.x, plane.y));
    } catch (IllegalArgumentException offEarth) {
      throw Refusal.of(
          "The picture's corners do not lie on Earth; its coordinate system is probably not EPSG:%d."
              .formatted(epsg),
          "图像的角点不在地球上，坐标系很可能不是 EPSG:%d。".formatted(epsg));
    }
  }

  /** Column and row as x and y. */
  Coordinate toPixel(double lon, double lat) {
    MapProjection.PlanePoint plane = projection.toPlane(lon, lat);
    return pixelOfPlane.transform(new Coordinate(plane.x(), plane.y()), new Coordinate());
  }
}
