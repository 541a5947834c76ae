package windrose.feature.simulator.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.await;
import static windrose.testing.Waiting.until;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.domain.hj212.DataArea;
import windrose.domain.hj212.FramePiece;
import windrose.domain.hj212.FrameSplitter;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Packet;
import windrose.feature.simulator.DemoPark;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.FieldFaults;

/** The demo's environmental stations against a small listener of the test's own, over a real socket. */
class Hj212FleetTest {
  private static final long ANSWER_MS = 200;

  private final List<Packet> heard = new CopyOnWriteArrayList<>();
  private final List<NetSocket> lines = new CopyOnWriteArrayList<>();
  private volatile boolean acknowledges = true;
  private Vertx vertx;
  private NetServer server;
  private Hj212Fleet fleet;

  @BeforeEach
  void listen() {
    vertx = Vertx.vertx();
    server =
        await(
            vertx
                .createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(0))
                .connectHandler(this::welcome)
                .listen());
    DemoWorld world = new DemoWorld(DemoPark.PARK, 1, FieldFaults.NONE);
    fleet =
        new Hj212Fleet(
            vertx,
            DemoPark.PARK,
            Clock.systemUTC(),
            world,
            new SimulatedDevice.Address("127.0.0.1", server.actualPort()),
            code -> Future.succeededFuture("secret-of-" + code),
            ANSWER_MS);
  }

  @AfterEach
  void close() {
    await(fleet.stop());
    await(vertx.close());
  }

  private void welcome(NetSocket line) {
    lines.add(line);
    FrameSplitter splitter = new FrameSplitter();
    line.handler(
        bytes -> {
          for (FramePiece piece : splitter.feed(bytes.getBytes())) {
            Packet packet = Packet.read(piece.data());
            heard.add(packet);
            if (acknowledges && packet.header().asksForAnswer()) {
              send(line, packet.header(), "9014", "");
            }
          }
        });
  }

  private static void send(NetSocket line, Header to, String cn, String area) {
    Header header = new Header(to.qn(), "91", cn, to.pw(), to.mn(), 4, null, null, false, Map.of());
    line.write(Buffer.buffer(Packet.frame(header, area)));
  }

  private List<Packet> heardOf(String cn) {
    return heard.stream().filter(one -> one.header().command().equals(cn)).toList();
  }

  @Test
  void every_station_reports_now_and_the_hour_before_with_its_number_and_password() {
    vertx.runOnContext(go -> fleet.start());
    until("all acknowledged", () -> heardOf("2011").size() >= 7 && fleet.unacknowledged() == 0);

    assertThat(fleet.size()).isEqualTo(7);
    assertThat(heardOf("2011")).extracting(one -> one.header().mn()).doesNotHaveDuplicates();
    assertThat(heardOf("2061")).hasSize(6);
    assertThat(heardOf("1013")).hasSize(7);
    Packet air =
        heardOf("2011").stream()
            .filter(one -> String.valueOf(one.header().mn()).endsWith("AQ0001"))
            .findFirst()
            .orElseThrow();
    assertThat(air.header().pw()).isEqualTo("secret-of-AQ-1");
    assertThat(air.header().st()).isEqualTo("22");
    assertThat(DataArea.read(air.dataArea()).factors())
        .containsKeys("a21026", "a21004", "a05024", "a21005", "a99054", "a24088", "a01001")
        .doesNotContainKey("a34004");
    assertThat(heardOf("2061").get(0).dataArea()).contains("a34004-Avg=").contains("a34002-Max=");
  }

  @Test
  void what_is_not_acknowledged_is_sent_again_with_its_number_and_a_mark() {
    acknowledges = false;
    vertx.runOnContext(go -> fleet.start());
    until(
        "sent three times",
        () -> heardOf("2011").stream().filter(one -> one.header().isResent()).count() >= 14);

    List<Packet> one =
        heardOf("2011").stream()
            .filter(packet -> String.valueOf(packet.header().mn()).endsWith("AQ0001"))
            .toList();
    assertThat(one.get(0).header().isResent()).isFalse();
    assertThat(one)
        .extracting(packet -> packet.header().qn())
        .containsOnly(one.get(0).header().qn());
    acknowledges = true;
    until("all acknowledged", () -> fleet.unacknowledged() == 0);
  }

  @Test
  void a_command_is_obeyed_by_whom_it_names_and_an_unknown_one_is_refused() {
    vertx.runOnContext(go -> fleet.start());
    until("all connected", () -> heardOf("1013").size() == 7);
    Header first = heardOf("1013").get(0).header();
    NetSocket line = lines.get(0);

    Header order =
        new Header("1", "22", "x", first.pw(), first.mn(), 5, null, null, false, Map.of());
    send(line, order, "1062", "RtdInterval=60");
    until("done", () -> heardOf("9012").size() == 1);
    send(line, order, "1072", "NewPW=1");
    until("refused", () -> heardOf("9011").size() == 2);

    assertThat(heardOf("9011")).extracting(Packet::dataArea).containsExactly("QnRtn=1", "QnRtn=8");
    assertThat(heardOf("9012").get(0).dataArea()).isEqualTo("ExeRtn=1");
  }
}
