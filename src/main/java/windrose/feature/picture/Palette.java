package windrose.feature.picture;

import java.util.Optional;

/** The colours of both lights; the same as in the page's {@code tokens.css}, which a picture cannot read. */
enum Palette {
  DARK(
      "#0D1317", "#11181D", "#152733", "#172026", "#1D2830", "#2F3E48", "#3A4A55", "#5B707E",
      "#E7EEF2", "#93A5B1", "#4FB3A5", "#FF9140", "#FFD54F", "#CE93D8", "#78909C", "#1A1400"),
  LIGHT(
      "#F3F5F6", "#EEF1F1", "#CFE0E8", "#E7EBEC", "#F6F8F8", "#C9D3D8", "#C3CED4", "#8599A5",
      "#15202A", "#546571", "#1A766B", "#E65100", "#F2B705", "#6A1B9A", "#6B828E", "#1A1400");

  final String ground;
  final String land;
  final String water;
  final String park;
  final String parcel;
  final String parcelLine;
  final String road;
  final String tank;
  final String text;
  final String muted;
  final String accent;
  final String second;
  final String first;
  final String quality;
  final String normal;
  final String onSeverity;

  Palette(
      String ground,
      String land,
      String water,
      String park,
      String parcel,
      String parcelLine,
      String road,
      String tank,
      String text,
      String muted,
      String accent,
      String second,
      String first,
      String quality,
      String normal,
      String onSeverity) {
    this.ground = ground;
    this.land = land;
    this.water = water;
    this.park = park;
    this.parcel = parcel;
    this.parcelLine = parcelLine;
    this.road = road;
    this.tank = tank;
    this.text = text;
    this.muted = muted;
    this.accent = accent;
    this.second = second;
    this.first = first;
    this.quality = quality;
    this.normal = normal;
    this.onSeverity = onSeverity;
  }

  static Optional<Palette> find(String theme) {
    return switch (theme) {
      case "dark" -> Optional.of(DARK);
      case "light" -> Optional.of(LIGHT);
      default -> Optional.empty();
    };
  }
}
