package windrose.domain.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketTest {
  private static final Instant T0 = Instant.parse("2026-11-21T08:00:00Z");
  private final Ticket open =
      Ticket.opened(
          new UUID(0, 1), 7, "GD-1", "silent", null, "windrose", T0, T0.minusSeconds(301));

  @Test
  void times_the_repair_from_its_opening() {
    Ticket taken = open.assigned("li", T0.plusSeconds(600));
    Ticket repaired = taken.repaired("windrose", T0.plusSeconds(5400));
    Ticket closed = repaired.closed("li", T0.plusSeconds(7200), "new cable");
    assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
    assertThat(closed.timeToAcknowledge()).contains(Duration.ofMinutes(10));
    assertThat(closed.timeToRepair()).contains(Duration.ofMinutes(90));
    assertThat(closed.measure()).isEqualTo("new cable");
  }

  @Test
  void a_relapse_before_closing_is_the_same_work() {
    Ticket again =
        open.assigned("li", T0)
            .repaired("windrose", T0.plusSeconds(60))
            .relapsed(T0.plusSeconds(90));
    assertThat(again.state()).isEqualTo(TicketState.ACKNOWLEDGED);
    assertThat(again.relapses()).isEqualTo(1);
    assertThat(again.repairedAt()).isNull();
    assertThat(open.repaired("windrose", T0).relapsed(T0).state()).isEqualTo(TicketState.OPEN);
  }

  @Test
  void handing_it_on_keeps_the_moment_it_was_first_taken() {
    Ticket twice = open.assigned("li", T0.plusSeconds(60)).assigned("wang", T0.plusSeconds(900));
    assertThat(twice.assignee()).isEqualTo("wang");
    assertThat(twice.timeToAcknowledge()).contains(Duration.ofMinutes(1));
  }

  @Test
  void steps_that_make_no_sense_are_refused() {
    Ticket closed = open.closed("li", T0, "nothing found");
    assertThatThrownBy(() -> closed.assigned("li", T0)).isInstanceOf(TicketRefused.class);
    assertThatThrownBy(() -> closed.closed("li", T0, "again")).isInstanceOf(TicketRefused.class);
    assertThatThrownBy(open::reopened).isInstanceOf(TicketRefused.class);
    assertThatThrownBy(() -> open.relapsed(T0)).isInstanceOf(TicketRefused.class);
    assertThat(closed.reopened().state()).isEqualTo(TicketState.OPEN);
  }

  @Test
  void a_clock_that_was_set_back_gives_no_negative_time() {
    assertThat(open.repaired("windrose", T0.minusSeconds(7200)).timeToRepair())
        .contains(Duration.ZERO);
  }
}
