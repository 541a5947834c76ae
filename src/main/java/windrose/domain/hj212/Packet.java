package windrose.domain.hj212;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One data segment, read as far as it can be read.
 *
 * @param dataArea what stands between {@code CP=&&} and {@code &&}
 * @param fault the first thing that is wrong with it; null when it may be acted on
 */
public record Packet(Header header, String dataArea, @Nullable Fault fault) {
  private static final String OPENING = "CP=&&";
  private static final String CLOSING = "&&";
  private static final int MOST_FLAG = 255;

  /** What is wrong, as the answer's code and as a sentence. */
  public record Fault(QnRtn answer, String reason) {}

  /** Never fails: an answer needs the header even of a packet that is refused. */
  public static Packet read(byte[] data) {
    Optional<String> text = utf8(data);
    String readable = text.orElseGet(() -> new String(data, StandardCharsets.ISO_8859_1));
    int opening = readable.indexOf(OPENING);
    int closing = readable.lastIndexOf(CLOSING);
    boolean isEnclosed = opening >= 0 && closing >= opening + OPENING.length();
    int headerEnd = opening >= 0 ? opening : Math.max(readable.indexOf("CP="), -1);
    String before = headerEnd >= 0 ? readable.substring(0, headerEnd) : readable;
    String after = isEnclosed ? readable.substring(closing + CLOSING.length()) : "";
    Map<String, String> fields = fields(before + ";" + after);
    String area = isEnclosed ? readable.substring(opening + OPENING.length(), closing) : "";
    Fault fault = faultOf(fields);
    if (fault == null && text.isEmpty()) {
      fault = new Fault(QnRtn.REFUSED, "the text is not UTF-8 (GBK?)");
    }
    if (fault == null && !isEnclosed) {
      fault = new Fault(QnRtn.REFUSED, "the data area is not enclosed in CP=&& and &&");
    }
    return new Packet(header(fields), area, fault);
  }

  private static Optional<String> utf8(byte[] data) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split(";", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(field.substring(0, equals).strip(), field.substring(equals + 1).strip());
      }
    }
    return fields;
  }

  private static Header header(Map<String, String> fields) {
    Map<String, String> others = new HashMap<>(fields);
    for (String known : new String[] {"QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO", "RF"}) {
      others.remove(known);
    }
    return new Header(
        fields.get("QN"),
        fields.get("ST"),
        fields.get("CN"),
        fields.get("PW"),
        fields.get("MN"),
        number(fields.get("Flag")),
        number(fields.get("PNUM")),
        number(fields.get("PNO")),
        "1".equals(fields.get("RF")),
        others);
  }

  private static @Nullable Fault faultOf(Map<String, String> fields) {
    String mn = fields.getOrDefault("MN", "");
    if (mn.isEmpty()) {
      return new Fault(QnRtn.DEVICE, "no device number (MN)");
    }
    String qn = fields.get("QN");
    if (qn != null && !qn.matches("[0-9]{1,20}")) {
      return new Fault(QnRtn.NUMBER, "the request number (QN) is no time stamp");
    }
    String st = fields.get("ST");
    if (st != null && !st.matches("[0-9]{1,4}")) {
      return new Fault(QnRtn.SYSTEM, "the system code (ST) is no number");
    }
    if (!fields.getOrDefault("CN", "").matches("[0-9]{4}")) {
      return new Fault(QnRtn.COMMAND, "the command (CN) is not four digits");
    }
    String flag = fields.get("Flag");
    Integer bits = number(flag);
    if (flag != null && (bits == null || bits > MOST_FLAG)) {
      return new Fault(QnRtn.FLAG, "the flag is no number from 0 to 255");
    }
    Integer pnum = number(fields.get("PNUM"));
    Integer pno = number(fields.get("PNO"));
    if (pnum != null && pno != null && (pno < 1 || pno > pnum)) {
      return new Fault(QnRtn.REFUSED, "part %d of %d does not exist".formatted(pno, pnum));
    }
    return null;
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,8}") ? Integer.valueOf(text) : null;
  }

  /** The whole frame of a message, ready for the line. */
  public static byte[] frame(Header header, String dataArea) {
    return frame(segment(header, dataArea));
  }

  /** The data segment of a message, without length and check sum. */
  public static String segment(Header header, String dataArea) {
    StringBuilder text = new StringBuilder(128 + dataArea.length());
    append(text, "QN", header.qn());
    append(text, "ST", header.st());
    append(text, "CN", header.cn());
    append(text, "PW", header.pw());
    append(text, "MN", header.mn());
    append(text, "Flag", header.flag());
    append(text, "PNUM", header.pnum());
    append(text, "PNO", header.pno());
    append(text, "RF", header.isResent() ? "1" : null);
    return text.append(OPENING).append(dataArea).append(CLOSING).toString();
  }

  /** Length before, check sum and line end behind. */
  public static byte[] frame(String dataSegment) {
    byte[] data = dataSegment.getBytes(StandardCharsets.UTF_8);
    return ("##%04d".formatted(data.length) + dataSegment + Crc.text(data) + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(name).append('=').append(value).append(';');
    }
  }
}
