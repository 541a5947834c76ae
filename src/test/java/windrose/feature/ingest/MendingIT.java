package windrose.feature.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.domain.access.Area;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.Quality;
import windrose.feature.ingest.alias.SensorAlias;
import windrose.feature.ingest.quarantine.Quarantine;
import windrose.feature.ingest.quarantine.QuarantineDesk;
import windrose.feature.ingest.quarantine.QuarantineDesk.Replayed;
import windrose.feature.ingest.quarantine.QuarantineFilter;
import windrose.feature.ingest.quarantine.QuarantineGroup;
import windrose.feature.ingest.quarantine.QuarantineLimits;
import windrose.feature.ingest.quarantine.Quarantined;
import windrose.feature.ingest.steps.Fault;
import windrose.feature.registers.ParkServer;
import windrose.platform.web.Problem;

/** A name or a unit is mended by a person, and what had come before is sent through the pipeline again. */
class MendingIT {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  private FieldServer server;

  @BeforeEach
  void start() {
    server = new FieldServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private QuarantineDesk desk() {
    return server.ingest.quarantine();
  }

  private void take(String station, Instant received, String json) {
    server.park.onLoop(
        () ->
            server
                .ingest
                .pipeline()
                .take(
                    new DeviceMessage(
                        Channels.MQTT,
                        station,
                        station,
                        received,
                        Buffer.buffer(json.replace('\'', '"')))));
  }

  private List<QuarantineGroup> groups() {
    return server.park.onLoop(() -> desk().listGroups(ViewScope.ALL));
  }

  private Replayed replay(String station) {
    QuarantineFilter filter = new QuarantineFilter(Optional.of(station), Optional.empty());
    return server.park.onLoop(() -> desk().replay(ViewScope.ALL, filter, "li"));
  }

  @Test
  void a_wrong_name_and_unit_are_mended_and_the_messages_of_before_become_readings_of_their_time() {
    take("GD-1", NOON, "{'values':{'CL2_ppb':3000,'cl2':0.5}}");
    take("GD-1", NOON.plusSeconds(10), "{'values':{'CL2_ppb':4000}}");
    assertThat(groups())
        .extracting(QuarantineGroup::reasonClass, QuarantineGroup::sensor, QuarantineGroup::count)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("no-sensor", "CL2_ppb", 2L));
    assertThat(replay("GD-1").still()).hasSize(2);

    server.park.onLoop(
        () ->
            server.ingest.aliases().put(new SensorAlias("GD-1", "CL2_ppb", "cl2", 0.001, 0), "li"));
    List<ReadingAccepted> announced = new ArrayList<>();
    server.ingest.readingAccepted().subscribe(announced::add);
    Replayed replayed = replay("GD-1");

    assertThat(replayed.mended()).isEqualTo(2);
    assertThat(replayed.still()).isEmpty();
    assertThat(groups()).isEmpty();
    List<Row> rows =
        server.rows("select at, received, value, quality from reading where value = 4");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get(OffsetDateTime.class, "received").toInstant())
        .isEqualTo(NOON.plusSeconds(10));
    assertThat(new Quality(rows.get(0).getInteger("quality")).has(Quality.LATE)).isTrue();
    assertThat(announced).isNotEmpty().noneMatch(ReadingAccepted::opensAlarms);
    assertThat(server.rows("select kind from journal where who = 'li' order by seq"))
        .extracting(row -> row.getString(0))
        .containsExactly("station.alias_set", "quarantine.replayed");

    take("GD-1", NOON.plusSeconds(20), "{'values':{'CL2_ppb':5000}}");
    assertThat(server.count("select count(*) from reading where value = 5")).isEqualTo(1);
    server.park.onLoop(() -> server.ingest.aliases().remove("GD-1", "CL2_ppb", "li"));
    take("GD-1", NOON.plusSeconds(30), "{'values':{'CL2_ppb':6000}}");
    assertThat(groups()).hasSize(1);
  }

  @Test
  void an_alias_of_an_unknown_sensor_is_refused() {
    assertThatThrownBy(
            () ->
                server.park.onLoop(
                    () ->
                        server
                            .ingest
                            .aliases()
                            .put(new SensorAlias("GD-1", "x", "nosuch", 1, 0), "li")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("nosuch");
  }

  @Test
  void what_is_put_away_leaves_its_reason_in_the_journal() {
    take("GD-2", NOON, "{");
    long id = server.count("select max(id) from quarantine");
    int gone =
        server.park.onLoop(
            () -> desk().dismiss(ViewScope.ALL, List.of(id, 4711L), "a test of the box", "li"));
    assertThat(gone).isEqualTo(1);
    assertThat(server.count("select count(*) from quarantine")).isZero();
    assertThat(server.rows("select body::text from journal where kind = 'quarantine.dismissed'"))
        .extracting(row -> row.getString(0))
        .singleElement()
        .asString()
        .contains("a test of the box");
  }

  @Test
  void an_enterprise_sees_and_mends_its_own_messages_only() {
    take("GD-1", NOON, "{");
    take("GD-2", NOON, "{");
    ViewScope first =
        new ViewScope(
            ViewScope.ALL.layers(),
            new Area.OfEnterprises(Set.of("E1")),
            ViewScope.ALL.fields(),
            ViewScope.ALL.time(),
            ViewScope.ALL.actions());
    assertThat(
            server.park.onLoop(
                () -> desk().listQuarantine(first, Long.MAX_VALUE, 10, QuarantineFilter.ALL)))
        .extracting(entry -> entry.station())
        .containsExactly("GD-1");
    long foreign = server.count("select id from quarantine where subject = 'GD-2'");
    assertThat(
            server.park.<Integer>onLoop(
                () -> desk().dismiss(first, List.of(foreign), "mine?", "x")))
        .isZero();
  }

  @Test
  void a_flood_of_nonsense_is_counted_and_no_longer_kept_and_the_oldest_make_room() {
    QuarantineLimits small = new QuarantineLimits(60, 50, 30, 1_000_000);
    Quarantine quarantine =
        server.onLoop(
            () ->
                new Quarantine(
                    server.park.vertx,
                    server.park.database,
                    ParkServer.PARK,
                    small,
                    server.metrics));
    server.park.onLoop(
        () -> {
          List<Future<Void>> all = new ArrayList<>();
          for (int i = 0; i < 500; i++) {
            all.add(
                quarantine.keep(
                    new Quarantined(
                        Channels.MQTT,
                        "GD-1",
                        "GD-1",
                        NOON,
                        Buffer.buffer("message " + i),
                        List.of(new Fault(Fault.Kind.UNREADABLE, "", "nonsense")))));
          }
          return Future.all(all).mapEmpty();
        });
    windrose.testing.Waiting.until(
        "the oldest made room", () -> server.count("select count(*) from quarantine") <= 30);
    assertThat(
            server.metrics.registry().get("windrose_quarantine_over_rate_total").counter().count())
        .isGreaterThanOrEqualTo(440);
  }
}
