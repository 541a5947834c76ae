package windrose.feature.overlays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.geo.MapProjection;
import windrose.domain.park.ParkArea;
import windrose.platform.web.Problem;
import windrose.platform.work.Cancellation;

class OverlayImportTest {
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;
  private static final double LON = 119.70;
  private static final double LAT = 32.26;

  private static CutPicture cut(byte[] file) {
    return OverlayImport.cut(file, List.of(), new Cancellation());
  }

  /** Two hundred metres around one place, in whatever system; the colours change sides at that place. */
  private static byte[] around(int epsg) {
    MapProjection.PlanePoint middle = MapProjection.find(epsg).orElseThrow().toPlane(LON, LAT);
    boolean isDegrees = epsg == 4326 || epsg == 4490;
    double pixel = isDegrees ? 1e-5 : 1;
    return GeoTiffs.redAndBlue(200, 200)
        .at(middle.x() - 100 * pixel, middle.y() + 100 * pixel, pixel, pixel)
        .in(epsg)
        .bytes();
  }

  @ParameterizedTest
  @CsvSource({"4326", "4490", "3857", "32650", "4528", "4549", "4510"})
  void a_picture_of_each_system_stands_where_it_belongs(int epsg) throws IOException {
    CutPicture picture = cut(around(epsg));
    assertThat(picture.bounds().centre().x).isCloseTo(LON, within(2e-5));
    assertThat(picture.bounds().centre().y).isCloseTo(LAT, within(2e-5));
    double metre = 1 / 111_320.0;
    assertThat(colourAt(picture, LON - 5 * metre, LAT)).isEqualTo(RED);
    assertThat(colourAt(picture, LON + 5 * metre, LAT)).isEqualTo(BLUE);
    assertThat(colourAt(picture, LON + 300 * metre, LAT) >>> 24).isZero();
  }

  /** What the finest tile shows at a place; transparent where there is none. */
  private static int colourAt(CutPicture picture, double lon, double lat) throws IOException {
    double side = 1.0 / (1L << picture.maxZoom());
    double x = TileGrid.x(lon) / side;
    double y = TileGrid.y(lat) / side;
    for (CutPicture.Tile tile : picture.tiles()) {
      if (tile.zoom() == picture.maxZoom() && tile.x() == (int) x && tile.y() == (int) y) {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(tile.picture().getBytes()));
        return image.getRGB((int) (x % 1 * 512), (int) (y % 1 * 512));
      }
    }
    return 0;
  }

  @Test
  void the_finest_tiles_are_about_as_fine_as_the_picture_and_coarser_ones_reach_down_to_zoom_8() {
    CutPicture picture = cut(around(4528));
    assertThat(picture.metresPerPixel()).isBetween(0.5, 1.1);
    for (int zoom = 8; zoom <= picture.maxZoom(); zoom++) {
      int wanted = zoom;
      assertThat(picture.tiles()).anyMatch(tile -> tile.zoom() == wanted);
    }
  }

  @Test
  void grey_keeps_its_shade_and_nothing_stays_transparent() throws IOException {
    byte[] file =
        GeoTiffs.greyBelowNothing(200, 200, 128).at(LON, LAT, 1e-5, 1e-5).in(4326).bytes();
    CutPicture picture = cut(file);
    assertThat(colourAt(picture, LON + 100e-5, LAT - 150e-5)).isEqualTo(0xff808080);
    assertThat(colourAt(picture, LON + 100e-5, LAT - 50e-5) >>> 24).isZero();
  }

  @Test
  void a_picture_too_large_to_hold_is_scaled_down() {
    byte[] file =
        GeoTiffs.greyBelowNothing(6000, 3000, 90).at(LON, LAT, 1e-6, 1e-6).in(4326).bytes();
    CutPicture picture = cut(file);
    assertThat(picture.metresPerPixel()).isBetween(0.1, 0.25);
    assertThat(picture.bounds().getWidth()).isCloseTo(6000e-6, within(1e-7));
  }

  @Test
  void what_is_packed_as_jpeg_or_in_tiles_is_read_too() throws IOException {
    for (String packing : List.of("JPEG", "LZW", "Deflate", "PackBits")) {
      BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < 64; x++) {
        for (int y = 0; y < 48; y++) {
          image.setRGB(x, y, 0x2080c0);
        }
      }
      byte[] file = packed(image, packing);
      Pixels pixels = PictureDecoder.decode(file, TiffHeader.read(file));
      int argb = pixels.at(32.5, 24.5);
      assertThat((argb >> 16) & 255).as(packing).isCloseTo(0x20, within(4));
      assertThat((argb >> 8) & 255).as(packing).isCloseTo(0x80, within(4));
      assertThat(argb & 255).as(packing).isCloseTo(0xc0, within(4));
    }
  }

  private static byte[] packed(BufferedImage image, String packing) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(packing);
      how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      how.setTiling(16, 16, 0, 0);
      writer.write(null, new IIOImage(image, null, null), how);
    }
    return bytes.toByteArray();
  }

  @Test
  void what_cannot_be_read_is_refused_with_a_sentence_that_says_what_to_do() {
    GeoTiffs placed = GeoTiffs.redAndBlue(20, 20).at(LON, LAT, 1e-5, 1e-5);
    assertRefused("not a TIFF at all".getBytes(StandardCharsets.UTF_8), "not a TIFF");
    assertRefused(new byte[] {0x49, 0x49, 42, 0, 8}, "damaged");
    assertRefused(new byte[] {0x49, 0x49, 43, 0, 8, 0, 0, 0}, "BigTIFF");
    assertRefused(placed.bytes(), "does not say its coordinate system");
    assertRefused(
        GeoTiffs.redAndBlue(20, 20).at(LON, LAT, 1e-5, 1e-5).in(4214).bytes(), "EPSG:4214");
    assertRefused(GeoTiffs.redAndBlue(20, 20).in(4326).bytes(), "does not say where");
    assertRefused(
        GeoTiffs.redAndBlue(20, 20).at(LON, LAT, 1e-5, 1e-5).in(4326).bytes(16, 20), "16 bits");
    assertRefused(
        GeoTiffs.redAndBlue(20, 20).at(LON, LAT, 1e-5, 1e-5).in(4326).bytes(8, 90_000_000),
        "at most 150 million");
    assertRefused(GeoTiffs.redAndBlue(20, 20).at(LON, LAT, 1, 1).in(4326).bytes(), "200 km");
    assertRefused(
        GeoTiffs.redAndBlue(20, 20).at(500_000, 3_600_000, 1, 1).in(4326).bytes(), "on Earth");
  }

  private static void assertRefused(byte[] file, String words) {
    assertThatThrownBy(() -> cut(file))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.errors().get(0).detail()).contains(words);
              assertThat(problem.errors().get(0).detailZh()).isNotBlank();
            });
  }

  @Test
  void a_picture_far_from_the_park_is_taken_for_a_mistake_in_its_system() {
    ParkArea park = new ParkArea("main", "园区", "Park", new Envelope(119.6, 119.8, 32.2, 32.3));
    Envelope near = new Envelope(119.85, 119.9, 32.2, 32.3);
    OverlayImport.checkNearThePark(near, List.of(park));
    Envelope far = new Envelope(116.6, 116.7, 32.2, 32.3);
    assertThatThrownBy(() -> OverlayImport.checkNearThePark(far, List.of(park)))
        .hasMessageContaining("km from the park");
  }

  @ParameterizedTest
  @CsvSource({
    "https://tiles.example.com/a/{z}/{x}/{y}.png?tk=1,https://tiles.example.com",
    "http://10.1.2.3:8080/{z}/{x}/{y},http://10.1.2.3:8080",
    "/drone/{z}/{x}/{y}.png,"
  })
  void an_address_of_tiles_gives_its_origin_to_the_content_policy(String text, String origin) {
    assertThat(TileAddress.of(text).origin().orElse(null)).isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "https://tiles.example.com/{z}/{x}.png",
    "ftp://tiles.example.com/{z}/{x}/{y}",
    "javascript:alert(1)/{z}/{x}/{y}",
    "//tiles.example.com/{z}/{x}/{y}",
    "https://user:word@tiles.example.com/{z}/{x}/{y}",
    "https://{x}.example.com/{z}/{x}/{y}",
    "'https://a;script-src/{z}/{x}/{y}'"
  })
  void an_address_that_could_do_more_than_show_tiles_is_refused(String text) {
    assertThatThrownBy(() -> TileAddress.of(text)).isInstanceOf(Problem.class);
  }
}
