package windrose.domain.hj212;

/** What a {@link FrameSplitter} cuts from a stream: a whole data segment, or what was left of a broken one. */
public sealed interface FramePiece {
  /** The bytes between the length field and the check sum, as far as they came. */
  byte[] data();

  /** A data segment whose length and check sum are right. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  record Whole(byte[] data) implements FramePiece {}

  /** A frame that must not be believed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  record Broken(Damage damage, byte[] data) implements FramePiece {}

  /** Why a frame is not believed. */
  enum Damage {
    /** The check sum does not fit the bytes. */
    CHECK_SUM("crc"),
    /** No check sum stands where the length field says that one should. */
    LENGTH("length"),
    /** Longer than this listener takes. */
    TOO_LONG("too-long"),
    /** The next frame began before this one was whole. */
    CUT("cut"),
    /** The rest did not come in time. */
    EXPIRED("expired");

    private final String code;

    Damage(String code) {
      this.code = code;
    }

    /** For counters. */
    public String code() {
      return code;
    }
  }
}
