package windrose.feature.basemap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import windrose.domain.park.Park;

/** The smallest park with something of everything, for tests to spoil: two enterprises, a tank, a gateway, two detectors. */
public final class TinyPark {
  private final Map<String, String> files = new TreeMap<>();

  public TinyPark() {
    collection(
        "park.geojson",
        feature(
            "TINY",
            "小园区",
            "Tiny Park",
            "'kind':'park_boundary','fictional':true",
            box(0, 0, 40, 20)));
    collection(
        "enterprises.geojson",
        feature("E1", "甲厂", "Plant A", "'phone_24h':'000-1','headcount_day':12", box(1, 1, 10, 10)),
        feature("E2", "乙厂", "Plant B", "'phone_24h':'000-2'", box(20, 1, 30, 10)));
    collection(
        "bunds.geojson",
        feature("B1", "围堰", "Bund", "'enterprise':'E1','tanks':['T1']", box(2, 2, 5, 5)));
    collection(
        "tanks.geojson",
        feature(
            "T1",
            "液氯储罐",
            "Chlorine tank",
            "'enterprise':'E1','bund':'B1','medium':'cl2','medium_zh':'液氯','medium_en':'Chlorine',"
                + "'cas':'7782-50-5','type':'horizontal','volume_m3':60,'fill_percent':78.2,"
                + "'center':[116.0035,35.0035]",
            box(3, 3, 4, 4)));
    collection(
        "roads.geojson",
        feature(
            "R1",
            "路",
            "Road",
            "'class':'park','from':'N1','to':'N2','oneway':false",
            line(0, 0, 1, 0)),
        feature(
            "R2",
            "路",
            "Road",
            "'class':'park','from':'N2','to':'N3','oneway':true",
            line(1, 0, 1, 5)));
    collection(
        "stations.geojson",
        feature(
            "GW-E1",
            "网关",
            "Gateway",
            "'kind':'gateway','enterprise':'E1','protocol':'mqtt'",
            point(6, 6)),
        feature(
            "GD-1",
            "氯气探测器",
            "Chlorine detector",
            "'kind':'gas_detector','enterprise':'E1','asset':'T1','gateway':'GW-E1','height_m':0.4",
            point(3.5, 3.5)),
        feature("GD-2", "探测器", "Detector", "'kind':'gas_detector','enterprise':'E2'", point(25, 5)),
        feature("WX-1", "气象塔", "Mast", "'kind':'weather_mast','height_m':10", point(15, 15)));
    files.put(
        "sensors.csv",
        """
        station_code,sensor_code,factor,name_zh,name_en,cas,unit,range_low,range_high,alarm_high1,alarm_high2,interval_s
        GD-1,cl2,cl2,氯,Chlorine,7782-50-5,mg/m3,0,30,1,2,10
        GD-2,lel,lel,可燃气,Combustible,,%LEL,0,100,25,50,10
        WX-1,wind_speed,wind_speed,风速,Wind speed,,m/s,0,60,,,10
        """);
    collection(
        "far/park.geojson",
        feature(
            "SITE-3",
            "气站",
            "Gas station",
            "'kind':'site_boundary','enterprise':'E3'",
            box(300, 0, 302, 2)));
    collection(
        "far/enterprises.geojson", feature("E3", "丙站", "Station C", "", box(300, 0, 302, 2)));
  }

  private void collection(String name, String... features) {
    files.put(
        name,
        "{'type':'FeatureCollection','features':[\n".replace('\'', '"')
            + String.join(",\n", List.of(features))
            + "\n]}\n");
  }

  private static String feature(String id, String zh, String en, String more, String geometry) {
    String properties =
        "'name_zh':'%s','name_en':'%s'%s".formatted(zh, en, more.isEmpty() ? "" : "," + more);
    return "{'type':'Feature','id':'%s','properties':{%s},'geometry':%s}"
        .formatted(id, properties, geometry)
        .replace('\'', '"');
  }

  /** Thousandths of a degree from 116 E, 35 N. */
  private static String at(double east, double north) {
    return "[%s,%s]".formatted(round(116 + east / 1000), round(35 + north / 1000));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private static String box(double w, double s, double e, double n) {
    return "{'type':'Polygon','coordinates':[[%s,%s,%s,%s,%s]]}"
        .formatted(at(w, s), at(e, s), at(e, n), at(w, n), at(w, s));
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return "{'type':'LineString','coordinates':[%s,%s]}".formatted(at(x1, y1), at(x2, y2));
  }

  private static String point(double x, double y) {
    return "{'type':'Point','coordinates':%s}".formatted(at(x, y));
  }

  /** The same park with one text in one file replaced; the text must stand there. */
  public TinyPark with(String file, String text, String instead) {
    String old = files.get(file);
    if (old == null || !old.contains(text)) {
      throw new IllegalArgumentException(file + " does not hold " + text);
    }
    int at = old.indexOf(text);
    files.put(file, old.substring(0, at) + instead + old.substring(at + text.length()));
    return this;
  }

  public TinyPark withFile(String file, String content) {
    files.put(file, content);
    return this;
  }

  public TinyPark without(String file) {
    files.remove(file);
    return this;
  }

  public Path writeTo(Path folder) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      }
      return folder;
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  public Park read(Path folder) throws ParkRefused {
    return ParkFolder.read(writeTo(folder));
  }
}
