package windrose.feature.cameras;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import windrose.platform.web.Problem;

/**
 * The address at which browsers themselves fetch a camera's picture; the server never does.
 *
 * @param kind how it is spoken there
 */
record CameraSource(String station, Kind kind, URI url) {
  private static final int LONGEST = 1_000;

  enum Kind {
    HLS,
    WHEP,
    SNAPSHOT;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      for (Kind kind : values()) {
        if (kind.code().equals(code)) {
          return kind;
        }
      }
      throw Problem.invalidField(
          "/kind", "'kind' is one of hls, whep, snapshot.", "类型须为 hls、whep 或 snapshot。");
    }
  }

  static CameraSource of(String station, String kind, String url) {
    return new CameraSource(station, Kind.of(kind), address(url.strip()));
  }

  private static URI address(String text) {
    try {
      URI url = new URI(text);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (text.length() > LONGEST || !Set.of("http", "https").contains(scheme)) {
        throw wrong();
      }
      // a host of letters that our content policy can name; nothing that could end its directive
      if (url.getHost() == null || !url.getHost().matches("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\]")) {
        throw wrong();
      }
      if (url.getRawUserInfo() != null) {
        throw Problem.invalidField(
            "/url",
            "Leave name and password out of the address: every viewer's browser would learn them.",
            "地址中不要写用户名和密码，否则每个看画面的人都会得到。");
      }
      return url;
    } catch (URISyntaxException notAnAddress) {
      throw wrong();
    }
  }

  private static Problem wrong() {
    return Problem.invalidField(
        "/url",
        "'url' must be an address with http or https, such as https://video.example.com/cam1.m3u8.",
        "地址须以 http 或 https 开头，例如 https://video.example.com/cam1.m3u8。");
  }

  /** What the content policy must allow: scheme, host and port. */
  String origin() {
    return url.getScheme().toLowerCase(Locale.ROOT)
        + "://"
        + url.getHost().toLowerCase(Locale.ROOT)
        + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }
}
