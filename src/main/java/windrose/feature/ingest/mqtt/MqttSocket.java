package windrose.feature.ingest.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.internal.net.NetSocketInternal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection under an MQTT endpoint: who it says it is, whether it is read from, and its acknowledgements.
 *
 * <p>The library's endpoint hides a user name that comes without a password, cannot pause, and makes four objects and a write of
 * each acknowledgement; here those of one commit leave together as one piece of bytes.
 */
final class MqttSocket {
  /** Acknowledgements of one commit leave in as few packets as they fit. */
  private static final int ANSWERS_PER_FLUSH = 256;

  private static final int PUBACK_BYTES = 4;
  private static final int PUBACK_SUCCESS = 0x40_02_00_00;

  private final NetSocketInternal socket;
  private final Channel channel;
  private final String address;
  private final long openedNs = System.nanoTime();
  private final Set<Wait> waits = EnumSet.noneOf(Wait.class);
  private @Nullable ByteBuf answers;
  private @Nullable Runnable afterAnswers;
  private boolean connected;
  private boolean deaf;
  private @Nullable String userName;
  private @Nullable String password;

  /** Why a connection is not read from; it is read again when no reason is left. */
  enum Wait {
    /** Too many of its messages wait for their commit. */
    WINDOW,
    /** It sends faster than one client may. */
    RATE,
    /** It does not read our answers. */
    ANSWERS,
    /** The database takes no more for now, from nobody. */
    DATABASE
  }

  MqttSocket(NetSocketInternal socket) {
    this.socket = socket;
    this.channel = socket.channelHandlerContext().channel();
    this.address = String.valueOf(socket.remoteAddress().hostAddress());
  }

  /** Once the library has set up its decoder: hears the first message before the library does, which must be CONNECT. */
  void watchConnect(Consumer<MqttSocket> connecting, Consumer<MqttSocket> noise) {
    socket.exceptionHandler(broken -> noise.accept(this));
    channel.pipeline().addFirst(new FlushConsolidationHandler(ANSWERS_PER_FLUSH, true));
    channel
        .pipeline()
        .addAfter(
            "mqttDecoder",
            "windroseConnect",
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelWritabilityChanged(ChannelHandlerContext context) {
                context.fireChannelWritabilityChanged();
                answersAreRead();
              }

              @Override
              public void channelRead(ChannelHandlerContext context, Object message) {
                if (deaf) {
                  ReferenceCountUtil.release(message);
                } else if (connected) {
                  context.fireChannelRead(message);
                } else if (message instanceof MqttConnectMessage connect
                    && connect.decoderResult().isSuccess()) {
                  connected = true;
                  remember(connect);
                  connecting.accept(MqttSocket.this);
                  context.fireChannelRead(message);
                } else if (isOfUnknownVersion(message)) {
                  context.fireChannelRead(message); // the library answers this one
                } else {
                  ReferenceCountUtil.release(message);
                  noise.accept(MqttSocket.this);
                }
              }
            });
  }

  private static boolean isOfUnknownVersion(Object message) {
    return message instanceof MqttMessage mqtt
        && mqtt.decoderResult().cause() instanceof MqttUnacceptableProtocolVersionException;
  }

  private void remember(MqttConnectMessage connect) {
    byte[] secret = connect.payload().passwordInBytes();
    userName = connect.variableHeader().hasUserName() ? connect.payload().userName() : null;
    password = secret == null ? null : new String(secret, StandardCharsets.UTF_8);
  }

  void onClosed(Runnable closed) {
    channel.closeFuture().addListener(done -> closed.run());
  }

  Optional<String> userName() {
    return Optional.ofNullable(userName);
  }

  Optional<String> password() {
    return Optional.ofNullable(password);
  }

  String address() {
    return address;
  }

  long openedNs() {
    return openedNs;
  }

  /** It is about to be closed: what it still says is dropped, unanswered. */
  void stopListening() {
    deaf = true;
  }

  /** A PUBACK that says success, the same bytes in all versions; it leaves with the others of this turn of the loop. */
  void acknowledge(int messageId) {
    ByteBuf waiting = answers;
    if (waiting == null) {
      waiting = channel.alloc().buffer(ANSWERS_PER_FLUSH * PUBACK_BYTES);
      answers = waiting;
      channel.eventLoop().execute(this::sendAnswers);
    }
    waiting.writeInt(PUBACK_SUCCESS | messageId);
  }

  /** What was acknowledged leaves now; before anything else is said or the connection ends. */
  void sendAnswers() {
    ByteBuf waiting = answers;
    answers = null;
    if (waiting == null) {
      return;
    }
    ChannelHandlerContext encoder = channel.pipeline().context("mqttEncoder");
    if (encoder == null) {
      waiting.release();
    } else {
      var unused =
          encoder.writeAndFlush(
              waiting); // a connection that breaks meanwhile is told of by onClosed()
    }
  }

  boolean leavesAnswersUnread() {
    return !channel.isWritable();
  }

  /** Calls once, when the other side has read most of what waits for it. */
  void whenAnswersAreRead(Runnable goOn) {
    afterAnswers = goOn;
  }

  private void answersAreRead() {
    Runnable goOn = afterAnswers;
    if (goOn != null && channel.isWritable()) {
      afterAnswers = null;
      goOn.run();
    }
  }

  boolean isWaiting(Wait reason) {
    return waits.contains(reason);
  }

  /** Stops reading; what has been read and decoded already is held back as well. */
  void pause(Wait reason) {
    if (waits.isEmpty()) {
      socket.pause();
      channel.config().setAutoRead(false);
    }
    waits.add(reason);
  }

  /** Messages held back are handed on now, and may cause the next pause while they are. */
  void resume(Wait reason) {
    if (waits.remove(reason) && waits.isEmpty() && !deaf && channel.isActive()) {
      socket.resume();
      if (waits.isEmpty()) {
        channel.config().setAutoRead(true);
      }
    }
  }

  /** At once, also when answers wait that nobody reads. */
  void close() {
    var unused = channel.close(); // onClosed() tells
  }
}
