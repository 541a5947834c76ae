package windrose.platform.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTest {
  @Test
  void a_failing_subscriber_keeps_nobody_else_from_hearing() {
    Topic<String> topic = new Topic<>("test");
    List<String> heard = new ArrayList<>();
    topic.subscribe(
        event -> {
          throw new IllegalStateException("broken subscriber, on purpose");
        });
    topic.subscribe(heard::add);

    topic.announce("first");
    topic.announce("second");

    assertThat(heard).containsExactly("first", "second");
  }
}
