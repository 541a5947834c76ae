package windrose.feature.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What boxes in the field send when they are broken, misconfigured or malicious: payload → what the reason must name. */
final class SenselessPayloads {
  private SenselessPayloads() {}

  /** What a device may send, and a word of the reason that must be given. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Payload(byte[] bytes, String reason) {}

  static List<Payload> all() {
    List<Payload> all = new ArrayList<>();
    String[][] texts = {
      {"", "a JSON object or an array"},
      {" \n\t", "a JSON object or an array"},
      {"null", "a JSON object or an array"},
      {"42", "a JSON object or an array"},
      {"true", "a JSON object or an array"},
      {"\"text\"", "a JSON object or an array"},
      {"NaN", "not JSON"},
      {"cl2=3.5", "not JSON"},
      {"<reading>3.5</reading>", "not JSON"},
      {"##0101QN=20160801085857223;ST=32;CN=1062", "not JSON"},
      {"{", "not JSON"},
      {"[", "not JSON"},
      {"{\"values\":{\"cl2\":1", "not JSON"},
      {"{\"values\":{\"cl2\":1}", "not JSON"},
      {"{\"values\":{\"cl2\":1}}}", "not JSON"},
      {"{\"values\":{\"cl2\":1}} x", "not JSON"},
      {"{\"values\":{\"cl2\":1}}{\"values\":{\"cl2\":2}}", "follows the end"},
      {"{'values':{'cl2':1}}", "not JSON"},
      {"{values:{cl2:1}}", "not JSON"},
      {"{\"values\":{\"cl2\":1,}}", "not JSON"},
      {"{\"values\":{\"cl2\":01}}", "not JSON"},
      {"{\"values\":{\"cl2\":+1}}", "not JSON"},
      {"{\"values\":{\"cl2\":.5}}", "not JSON"},
      {"{\"values\":{\"cl2\":5.}}", "not JSON"},
      {"{\"values\":{\"cl2\":0x1F}}", "not JSON"},
      {"{\"values\":{\"cl2\":1,5}}", "not JSON"},
      {"{\"values\":{\"cl2\":NaN}}", "not JSON"},
      {"{\"values\":{\"cl2\":Infinity}}", "not JSON"},
      {"{\"values\":{\"cl2\":-Infinity}}", "not JSON"},
      {"{\"values\":{\"cl2\":-}}", "not JSON"},
      {"{\"values\":{\"cl2\":1e}}", "not JSON"},
      {"{\"values\":{\"cl2\":1}//x\n}", "not JSON"},
      {"{\"values\":{\"cl2\":1e999}}", "too large"},
      {"{\"values\":{\"cl2\":-1e999}}", "too large"},
      {"{\"values\":{\"cl2\":" + "9".repeat(400) + "}}", "too large"},
      {"{\"values\":{\"cl2\":" + "9".repeat(5_000) + "}}", "not JSON"},
      {"{\"values\":{\"cl2\":\"12,3\"}}", "12,3"},
      {"{\"values\":{\"cl2\":\"1.5\"}}", "a text instead of a number"},
      {"{\"values\":{\"cl2\":\"\"}}", "a text instead of a number"},
      {"{\"values\":{\"cl2\":\"---\"}}", "a text instead of a number"},
      {"{\"values\":{\"cl2\":\"\\u0000\"}}", "a text instead of a number"},
      {"{\"values\":{\"cl2\":null}}", "null instead of a number"},
      {"{\"values\":{\"cl2\":true}}", "neither a number"},
      {"{\"values\":{\"cl2\":[1]}}", "neither a number"},
      {"{\"values\":{\"cl2\":{}}}", "missing or no number"},
      {"{\"values\":{\"cl2\":{\"v\":null}}}", "missing or no number"},
      {"{\"values\":{\"cl2\":{\"v\":\"1\"}}}", "missing or no number"},
      {"{\"values\":{\"cl2\":{\"v\":1e999}}}", "too large"},
      {"{\"values\":{\"cl2\":{\"v\":1,\"q\":\"X\"}}}", "unknown data flag"},
      {"{\"values\":{\"cl2\":1,\"cl2\":2}}", "Duplicate field"},
      {"{\"values\":{\"cl2\":1},\"values\":{\"cl2\":2}}", "Duplicate field"},
      {"{\"values\":{\"nosuch\":1}}", "no such sensor"},
      {"{\"values\":{\"\":1}}", "no such sensor"},
      {"{\"values\":{\"a\\u0000b\":1}}", "no such sensor"},
      {"{\"values\":{\"'; drop table reading; --\":1}}", "no such sensor"},
      {"{\"values\":{\"CL2\":1}}", "no such sensor"},
      {"{\"values\":{\"氯\":1}}", "no such sensor"},
      {"{\"cl2\":1}", "\"values\" is missing"},
      {"{\"ts\":1795219200000}", "\"values\" is missing"},
      {"{\"values\":[1]}", "must be an object"},
      {"{\"values\":null}", "must be an object"},
      {"[1]", "objects only"},
      {"{\"ts\":\"yesterday\",\"values\":{\"cl2\":1}}", "no time with offset"},
      {"{\"ts\":\"2026-11-21 08:00:00\",\"values\":{\"cl2\":1}}", "no time with offset"},
      {"{\"ts\":\"2026-13-41T25:61:00Z\",\"values\":{\"cl2\":1}}", "no time with offset"},
      {"{\"ts\":null,\"values\":{\"cl2\":1}}", "must be milliseconds"},
      {"{\"ts\":1.5e12,\"values\":{\"cl2\":1}}", "must be milliseconds"},
      {"{\"ts\":" + "9".repeat(30) + ",\"values\":{\"cl2\":1}}", "out of range"},
      {"{\"ts\":0,\"values\":{\"cl2\":1}}", "clock is not set"},
      {"{\"ts\":-5,\"values\":{\"cl2\":1}}", "before 1970"},
      {"{\"ts\":1795219200,\"values\":{\"cl2\":1}}", "seconds"},
      {"{\"ts\":1795219200000000,\"values\":{\"cl2\":1}}", "microseconds"},
      {"{\"ts\":9223372036854775807,\"values\":{\"cl2\":1}}", "nanoseconds"},
      {"{\"values\":" + "[".repeat(10_000), "must be an object"},
      {"{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "not JSON"},
      {"{\"values\":{\"cl2\":" + "{\"v\":".repeat(5_000), "not JSON"},
      {"{\"values\":{\"" + "a".repeat(40_000) + "\":1}}", "no such sensor"},
    };
    for (String[] text : texts) {
      all.add(new Payload(text[0].getBytes(StandardCharsets.UTF_8), text[1]));
    }
    all.add(new Payload("{\"values\":{\"氯\":1}}".getBytes(Charset.forName("GBK")), "not JSON"));
    all.add(new Payload(new byte[] {0, 1, 2, 3, (byte) 0xFF}, "not JSON"));
    all.add(new Payload(new byte[1_000], "not JSON"));
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    cut.writeBytes("{\"values\":{\"cl2\":1}, \"x\":\"".getBytes(StandardCharsets.UTF_8));
    cut.write(0xE6);
    all.add(new Payload(cut.toByteArray(), "not JSON"));
    return all;
  }
}
