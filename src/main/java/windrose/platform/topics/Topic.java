package windrose.platform.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A typed announcement board inside the one process: every subscriber hears every event, in order, at once.
 *
 * <p>It holds nothing and loses nothing: an event is handed over before {@link #announce} returns. One failing
 * subscriber is logged and does not keep the others from hearing. Event loop only.
 */
public final class Topic<E> {
  private static final Logger log = LoggerFactory.getLogger(Topic.class);

  private final String name;
  private final List<Consumer<? super E>> subscribers = new ArrayList<>();

  public Topic(String name) {
    this.name = name;
  }

  public void subscribe(Consumer<? super E> subscriber) {
    subscribers.add(subscriber);
  }

  public void announce(E event) {
    for (Consumer<? super E> subscriber : subscribers) {
      try {
        subscriber.accept(event);
      } catch (RuntimeException mistake) {
        log.error("a subscriber of {} failed on {}", name, event, mistake);
      }
    }
  }
}
