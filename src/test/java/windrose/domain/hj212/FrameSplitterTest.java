package windrose.domain.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.domain.hj212.Vectors.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.hj212.FramePiece.Broken;
import windrose.domain.hj212.FramePiece.Damage;

class FrameSplitterTest {
  private static final String A = Vectors.OFFICIAL;
  private static final String B = Vectors.SMALL_CRC;

  @Test
  void every_good_frame_comes_out_whole_however_it_is_chopped() {
    String stream = String.join("\r\n", Vectors.GOOD) + "\r\n";
    List<String> expected = Vectors.GOOD.stream().map(one -> "ok " + Vectors.segment(one)).toList();

    assertThat(cut(stream, Integer.MAX_VALUE)).isEqualTo(expected);
    assertThat(cut(stream, 1)).isEqualTo(expected);
    for (int step = 2; step < 40; step++) {
      assertThat(cut(stream, step)).as("in steps of " + step).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'', both glued without a line end",
        "'\r\n', the standard's line end",
        "'\n', half a line end",
        "'\r\n\r\n\r\n', three line ends",
        "' hello ', garbage between",
        "'#', a lonely mark",
        "'###', a mark too many"
      })
  void two_frames_are_found_with_anything_between_them(String between, String what) {
    assertThat(cut(A + between + B, 1))
        .as(what)
        .containsExactly("ok " + Vectors.segment(A), "ok " + Vectors.segment(B));
  }

  @Test
  void garbage_before_the_first_mark_is_counted_and_skipped() {
    FrameSplitter splitter = new FrameSplitter();
    List<FramePiece> pieces = splitter.feed(bytes("\r\nAT+CSQ=9\u00ff" + A));

    assertThat(pieces).hasSize(1);
    assertThat(splitter.garbageBytes()).isEqualTo(10);
  }

  @Test
  void a_wrong_check_sum_spoils_its_own_frame_only() {
    String wrong = A.substring(0, A.length() - 4) + "1C81";

    assertThat(cut(wrong + "\r\n" + B, 3))
        .containsExactly("crc " + Vectors.segment(A), "ok " + Vectors.segment(B));
  }

  @Test
  void the_bad_sample_of_a_public_unit_test_is_bad() {
    String segment =
        "QN=20190901181526940;ST=32;CN=2011;PW=123456;MN=X;CP=&&a34004-Rtd=4,a34004-Flag=N&&";

    assertThat(cut("##%04d%s1100\r\n".formatted(segment.length(), segment), 7))
        .containsExactly("crc " + segment);
  }

  @Test
  void a_length_that_is_too_small_spoils_its_own_frame_only() {
    assertThat(cut(A.replace("##0101", "##0090") + "\r\n" + B, 1))
        .containsExactly(
            "length " + Vectors.segment(A).substring(0, 90), "ok " + Vectors.segment(B));
  }

  @Test
  void a_length_that_is_too_large_spoils_its_own_frame_only() {
    List<String> cut = cut(A.replace("##0101", "##0999") + "\r\n" + B, 1);

    assertThat(cut).hasSize(2);
    assertThat(cut.get(0)).startsWith("cut QN=20160801085857223");
    assertThat(cut.get(1)).isEqualTo("ok " + Vectors.segment(B));
  }

  @Test
  void half_a_frame_ends_where_the_next_one_begins() {
    assertThat(cut(A.substring(0, 40) + B, 5))
        .containsExactly("cut " + A.substring(6, 40), "ok " + Vectors.segment(B));
  }

  @ParameterizedTest
  @CsvSource({"##QN=1;ST=22", "##abcdQN=1", "##00000101QN=1;ST=22"})
  void a_frame_without_a_readable_length_is_skipped(String start) {
    assertThat(cut(start + "\r\n" + B, 1)).element(1).isEqualTo("ok " + Vectors.segment(B));
  }

  @Test
  void a_frame_longer_than_the_limit_is_not_collected() {
    FrameSplitter splitter = new FrameSplitter(500);

    assertThat(splitter.feed(bytes("##0501QN="))).singleElement().isInstanceOf(Broken.class);
    assertThat(splitter.isInsideFrame()).isFalse();
    assertThat(new FrameSplitter(500).feed(bytes("##0500QN="))).isEmpty();
  }

  @Test
  void a_data_segment_of_more_than_1024_characters_is_taken() {
    String segment = "ST=22;CN=2011;MN=X;CP=&&" + "a99054-Rtd=1.5;".repeat(1_000) + "&&";
    String frame = Vectors.frame(segment);

    assertThat(frame).startsWith("##" + segment.length());
    assertThat(cut(frame + A, 997)).containsExactly("ok " + segment, "ok " + Vectors.segment(A));
  }

  @Test
  void what_waits_for_its_rest_can_be_given_up() {
    FrameSplitter splitter = new FrameSplitter();
    splitter.feed(bytes(A.substring(0, 50)));
    assertThat(splitter.isInsideFrame()).isTrue();

    assertThat(splitter.expire())
        .singleElement()
        .satisfies(piece -> assertThat(text(piece)).isEqualTo("expired " + A.substring(6, 50)));
    assertThat(splitter.isInsideFrame()).isFalse();
    assertThat(splitter.feed(bytes(B))).hasSize(1);
  }

  /** Whatever stands around a good frame, and however it is chopped: it is found, or was swallowed by a frame that claimed it. */
  @Test
  void random_noise_never_crashes_and_chopping_never_matters() {
    Random random = new Random(212);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder stream = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        String good = Vectors.GOOD.get(random.nextInt(Vectors.GOOD.size()));
        switch (random.nextInt(5)) {
          case 0 -> stream.append(good, 0, random.nextInt(good.length()));
          case 1 -> stream.append(noise(random));
          case 2 -> stream.append(flipped(good, random));
          default -> stream.append(good).append("\r\n");
        }
      }
      stream.append("\r\n").append(A);
      List<String> whole = cut(stream.toString(), Integer.MAX_VALUE);
      assertThat(cut(stream.toString(), 1 + random.nextInt(20))).isEqualTo(whole);
      assertThat(cut(stream.toString(), 1)).isEqualTo(whole);
      assertThat(whole).last().isEqualTo("ok " + Vectors.segment(A));
    }
  }

  private static String noise(Random random) {
    byte[] bytes = new byte[random.nextInt(60)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1).replace('#', '+');
  }

  private static String flipped(String frame, Random random) {
    char[] chars = frame.toCharArray();
    chars[2 + random.nextInt(chars.length - 2)] ^= (char) (1 + random.nextInt(127));
    return new String(chars).replace('#', '+').replaceFirst("\\+\\+", "##");
  }

  private static List<String> cut(String stream, int step) {
    FrameSplitter splitter = new FrameSplitter();
    byte[] bytes = stream.getBytes(StandardCharsets.ISO_8859_1);
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < bytes.length; ) {
      int to = (int) Math.min(bytes.length, (long) from + step);
      splitter.feed(Arrays.copyOfRange(bytes, from, to)).forEach(one -> pieces.add(text(one)));
      from = to;
    }
    return pieces;
  }

  private static String text(FramePiece piece) {
    String data = new String(piece.data(), StandardCharsets.ISO_8859_1);
    return (piece instanceof Broken broken ? broken.damage().code() : "ok") + " " + data;
  }

  @Test
  void every_damage_has_a_code_of_its_own() {
    assertThat(Arrays.stream(Damage.values()).map(Damage::code)).doesNotHaveDuplicates();
  }
}
