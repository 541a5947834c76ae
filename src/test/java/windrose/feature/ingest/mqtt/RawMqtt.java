package windrose.feature.ingest.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** MQTT 3.1.1 by hand over a socket: does what no proper client would do. */
final class RawMqtt implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;

  RawMqtt(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(20_000);
      socket.setTcpNoDelay(true);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Connects and returns the code of the CONNACK. */
  int connect(String clientId, String user, String password) {
    send(connectMessage(4, clientId, user, password));
    return read(4)[3];
  }

  /** The same in MQTT 5. */
  int connect5(String clientId, String user, String password) {
    send(connectMessage(5, clientId, user, password));
    byte[] start = read(2);
    return read(start[1])[1];
  }

  private static byte[] connectMessage(int version, String clientId, String user, String password) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, "MQTT");
    body.write(version);
    body.write(password == null ? 0x82 : 0xC2);
    body.write(0);
    body.write(60);
    if (version == 5) {
      body.write(0);
    }
    text(body, clientId);
    text(body, user);
    if (password != null) {
      text(body, password);
    }
    return packet(0x10, body.toByteArray());
  }

  static byte[] publish(int id, String topic, String payload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, topic);
    if (id > 0) {
      body.write(id >> 8);
      body.write(id);
    }
    body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    return packet(id > 0 ? 0x32 : 0x30, body.toByteArray());
  }

  static byte[] publish5(int id, String topic, String payload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, topic);
    body.write(id >> 8);
    body.write(id);
    body.write(0);
    body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    return packet(0x32, body.toByteArray());
  }

  static byte[] packet(int header, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header);
    int length = body.length;
    do {
      int digit = length % 128;
      length /= 128;
      out.write(length > 0 ? digit | 0x80 : digit);
    } while (length > 0);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length >> 8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  byte[] read(int length) {
    try {
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      return bytes;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The packet id of the next PUBACK. */
  int readAcknowledged() {
    byte[] answer = read(4);
    if (answer[0] != 0x40) {
      throw new AssertionError("no PUBACK but " + answer[0]);
    }
    return ((answer[2] & 0xFF) << 8) | (answer[3] & 0xFF);
  }

  /** Whether the server closes it within the time; whatever it still says is read over. */
  boolean isClosedWithin(int ms) {
    try {
      socket.setSoTimeout(ms);
      while (in.read() >= 0) {
        // read over
      }
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (SocketException | EOFException closed) {
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void hangUp() {
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
