package windrose.app.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The few MQTT 3.1.1 packets that a load needs, written straight into a buffer. */
final class Packets {
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;

  private Packets() {}

  static byte[] connect(String clientId, String user, String password) {
    ByteBuffer body = ByteBuffer.allocate(1_000);
    text(body, "MQTT");
    body.put((byte) 4).put((byte) (user.isEmpty() ? 0x02 : 0xC2)).putShort((short) 60);
    text(body, clientId);
    if (!user.isEmpty()) {
      text(body, user);
      text(body, password);
    }
    return packet(0x10, body);
  }

  static byte[] subscribe(String filter) {
    ByteBuffer body = ByteBuffer.allocate(1_000);
    body.putShort((short) 1);
    text(body, filter);
    body.put((byte) 1);
    return packet(0x82, body);
  }

  private static byte[] packet(int first, ByteBuffer body) {
    body.flip();
    ByteBuffer packet = ByteBuffer.allocate(body.limit() + 5);
    packet.put((byte) first);
    length(packet, body.limit());
    packet.put(body).flip();
    byte[] bytes = new byte[packet.limit()];
    packet.get(bytes);
    return bytes;
  }

  static void length(ByteBuffer buffer, int length) {
    int left = length;
    do {
      int digit = left & 0x7F;
      left >>= 7;
      buffer.put((byte) (left > 0 ? digit | 0x80 : digit));
    } while (left > 0);
  }

  static void text(ByteBuffer buffer, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.putShort((short) bytes.length).put(bytes);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
