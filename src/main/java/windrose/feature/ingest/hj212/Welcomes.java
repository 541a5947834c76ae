package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.feature.ingest.hj212.command.Commands;
import windrose.feature.ingest.hj212.command.Order;
import windrose.feature.ingest.hj212.settings.Hj212Settings;
import windrose.feature.ingest.hj212.settings.StationSettings.Welcome;

/** What a station is told by itself: its settings when it connects, the time when it asks for it. */
final class Welcomes {
  private static final Logger log = LoggerFactory.getLogger(Welcomes.class);
  private static final String WHO = "windrose";

  private final Hj212Settings settings;
  private final Commands commands;

  Welcomes(Hj212Settings settings, Commands commands) {
    this.settings = settings;
    this.commands = commands;
  }

  void connected(String station) {
    Future<Void> chain = Future.succeededFuture();
    for (Order order : orders(settings.settings(station).welcome())) {
      chain = chain.compose(done -> commands.run(station, order, WHO).mapEmpty());
    }
    chain.onFailure(why -> log.info("{} was not told all settings: {}", station, why.getMessage()));
  }

  void setTime(String station) {
    commands
        .run(station, Order.setTime(), WHO)
        .onFailure(why -> log.info("{} was not told the time: {}", station, why.getMessage()));
  }

  /** In the order of HJ 212-2017 6.7: time, time-outs, intervals. */
  private static List<Order> orders(Welcome welcome) {
    List<Order> orders = new ArrayList<>();
    if (welcome.setsTime()) {
      orders.add(Order.setTime());
    }
    Integer overtimeS = welcome.overtimeS();
    Integer retries = welcome.retryCount();
    if (overtimeS != null && retries != null) {
      orders.add(Order.timeoutAndRetries(overtimeS, retries));
    }
    Integer realTimeS = welcome.realTimeIntervalS();
    if (realTimeS != null) {
      orders.add(Order.realTimeInterval(realTimeS));
    }
    Integer minutes = welcome.minuteIntervalMin();
    if (minutes != null) {
      orders.add(Order.minuteInterval(minutes));
    }
    return orders;
  }
}
