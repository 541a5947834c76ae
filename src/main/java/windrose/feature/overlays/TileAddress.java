package windrose.feature.overlays;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import windrose.platform.web.Problem;

/** An address of XYZ tiles that browsers ask themselves: on our own server ({@code /…}) or elsewhere over http or https. */
record TileAddress(String template, Optional<String> origin) {
  private static final int LONGEST = 1_000;

  static TileAddress of(String text) {
    String template = text.strip();
    boolean hasPlaces =
        Set.of("{z}", "{x}", "{y}").stream().allMatch(place -> template.contains(place));
    if (template.length() > LONGEST || !hasPlaces) {
      throw wrong();
    }
    if (template.startsWith("/") && !template.startsWith("//")) {
      return new TileAddress(template, Optional.empty());
    }
    try {
      URI url = new URI(template.replace("{", "").replace("}", ""));
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      // a host of letters that our content policy can name; nothing that could end its directive
      if (!Set.of("http", "https").contains(scheme)
          || url.getHost() == null
          || url.getRawUserInfo() != null
          || !template.startsWith("://" + url.getHost(), scheme.length())
          || !url.getHost().matches("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\]")) {
        throw wrong();
      }
      String port = url.getPort() < 0 ? "" : ":" + url.getPort();
      return new TileAddress(
          template, Optional.of(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port));
    } catch (URISyntaxException notAnAddress) {
      throw wrong();
    }
  }

  private static Problem wrong() {
    return Problem.invalidField(
        "/tiles",
        "'tiles' must be an address with {z}, {x} and {y}, such as https://tiles.example.com/{z}/{x}/{y}.png or /tiles/{z}/{x}/{y}.png, without name and password.",
        "地址须含 {z}、{x}、{y}，例如 https://tiles.example.com/{z}/{x}/{y}.png 或 /tiles/{z}/{x}/{y}.png，且不含用户名和密码。");
  }
}
