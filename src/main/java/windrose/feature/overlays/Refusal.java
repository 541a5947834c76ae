package windrose.feature.overlays;

import windrose.platform.web.Problem;

/** A file that cannot become an overlay, with a sentence about what to do. */
final class Refusal {
  private Refusal() {}

  static Problem of(String sentence, String inChinese) {
    return Problem.invalidField("/file", sentence, inChinese);
  }
}
