package windrose.feature.simulator.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static Outbox.Letter letter(int n) {
    return new Outbox.Letter("t", Buffer.buffer("" + n));
  }

  private static Outbox filled(int limit, int count) {
    Outbox box = new Outbox(limit);
    for (int i = 0; i < count; i++) {
      box.add(letter(i));
    }
    return box;
  }

  @Test
  void an_acknowledged_message_is_forgotten_and_others_are_kept() {
    Outbox box = filled(10, 3);
    box.sentAs(7, box.takeNext().orElseThrow());
    box.sentAs(8, box.takeNext().orElseThrow());
    assertThat(box.acknowledged(7)).isTrue();
    assertThat(box.acknowledged(99)).isFalse();
    assertThat(box.size()).isEqualTo(2);
    assertThat(box.underway()).isEqualTo(1);
  }

  @Test
  void a_broken_line_puts_unacknowledged_messages_back_in_their_order() {
    Outbox box = filled(10, 4);
    box.sentAs(1, box.takeNext().orElseThrow());
    box.sentAs(2, box.takeNext().orElseThrow());
    box.sentAs(3, box.takeNext().orElseThrow());
    box.acknowledged(2);
    box.lineBroke();
    assertThat(box.listWaiting())
        .extracting(l -> l.body().toString())
        .containsExactly("0", "2", "3");
    assertThat(box.acknowledged(1)).isFalse();
  }

  @Test
  void a_full_outbox_gives_up_the_oldest_waiting_message_and_counts_it() {
    Outbox box = filled(3, 5);
    assertThat(box.size()).isEqualTo(3);
    assertThat(box.dropped()).isEqualTo(2);
    assertThat(box.takeNext().orElseThrow().body()).hasToString("2");
  }

  @Test
  void waiting_grows_with_each_failure_up_to_a_minute_and_starts_anew_after_success() {
    BackOff backOff = new BackOff(1);
    long longest = 0;
    for (int i = 0; i < 60; i++) {
      long ms = backOff.nextMs();
      assertThat(ms).isBetween(100L, 60_000L);
      longest = Math.max(longest, ms);
    }
    assertThat(longest).isGreaterThan(30_000);
    backOff.worked();
    assertThat(backOff.nextMs()).isLessThanOrEqualTo(1_000);
  }
}
