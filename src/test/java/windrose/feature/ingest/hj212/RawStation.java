package windrose.feature.ingest.hj212;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import windrose.domain.hj212.FramePiece;
import windrose.domain.hj212.FrameSplitter;
import windrose.domain.hj212.Packet;

/** A TCP client that pastes bytes and reads frames. */
final class RawStation implements AutoCloseable {
  private static final int PATIENCE_MS = 10_000;

  private final Socket socket;
  private final FrameSplitter splitter = new FrameSplitter();
  private final ArrayDeque<Packet> heard = new ArrayDeque<>();

  RawStation(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  RawStation send(String text) {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawStation send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }

  RawStation sendByteByByte(String text) {
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      send(new byte[] {one});
    }
    return this;
  }

  /** The next frame; fails when none comes. */
  Packet hear() {
    while (heard.isEmpty()) {
      if (!read(PATIENCE_MS)) {
        throw new AssertionError("nothing was heard");
      }
    }
    return heard.removeFirst();
  }

  /** Command and data area of the next frame: {@code 9014 }, {@code 9011 QnRtn=3}. */
  String hearText() {
    Packet packet = hear();
    return packet.header().cn() + " " + packet.dataArea();
  }

  List<Packet> hearFor(int ms) {
    long end = System.nanoTime() + ms * 1_000_000L;
    while (System.nanoTime() < end) {
      int left = (int) Math.max(1, (end - System.nanoTime()) / 1_000_000L);
      if (!read(left)) {
        break;
      }
    }
    List<Packet> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  /** Whether the server hangs up in time. */
  boolean isHungUpWithin(int ms) {
    try {
      socket.setSoTimeout(ms);
      while (true) {
        if (socket.getInputStream().read() < 0) {
          return true;
        }
      }
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private boolean read(int ms) {
    byte[] buffer = new byte[8_192];
    try {
      socket.setSoTimeout(ms);
      int length = socket.getInputStream().read(buffer);
      if (length < 0) {
        return false;
      }
      for (FramePiece piece : splitter.feed(Arrays.copyOf(buffer, length))) {
        if (!(piece instanceof FramePiece.Whole)) {
          throw new AssertionError("the server sent a broken frame");
        }
        heard.add(Packet.read(piece.data()));
      }
      return true;
    } catch (SocketTimeoutException nothing) {
      return false;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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
