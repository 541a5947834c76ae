package windrose.feature.stations;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.domain.upkeep.ServiceFigures;
import windrose.domain.upkeep.StationPulse;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;

/** Asks how stations served in a time; the answer of the same question stands for a few seconds. */
final class HealthQuery {
  private static final Duration ANSWER_STANDS = Duration.ofSeconds(5);
  private static final Duration LONG_ANSWER_STANDS = Duration.ofMinutes(5);
  private static final int MOST_ANSWERS = 50;

  private final Database database;
  private final RegistersFeature registers;
  private final HealthStore store;
  private final HealthBook book;
  private final StationsFeature stations;
  private final Clock clock;
  private final Map<TimeRange, Answered> answers = new HashMap<>();

  private record Answered(Instant at, Future<Map<String, ServiceFigures>> figures) {}

  HealthQuery(
      Database database,
      RegistersFeature registers,
      HealthStore store,
      HealthBook book,
      StationsFeature stations,
      Clock clock) {
    this.database = database;
    this.registers = registers;
    this.store = store;
    this.book = book;
    this.stations = stations;
    this.clock = clock;
  }

  /** One station with its pulse and its figures. */
  record Served(
      RegisteredStation station,
      StationPulse pulse,
      StationPulse.State state,
      ServiceFigures figures) {}

  /** Every reporting station that the scope shows, over the whole window. */
  Future<List<Served>> listServed(ViewScope scope, TimeRange window) {
    Instant now = clock.instant();
    return sums(window, now)
        .map(
            sums -> {
              List<Served> all = new ArrayList<>();
              for (RegisteredStation station : book.reporting()) {
                if (station.isShownTo(scope)) {
                  all.add(served(station, sums, now));
                }
              }
              return all;
            });
  }

  private Served served(RegisteredStation station, Map<String, ServiceFigures> sums, Instant now) {
    StationPulse pulse = stations.pulse(station, now);
    ServiceFigures figures = sums.getOrDefault(station.code(), one());
    return new Served(station, pulse, pulse.state(stations.rule(), now), figures);
  }

  /** A station of which nothing was counted is still one station. */
  private static ServiceFigures one() {
    ServiceFigures none = ServiceFigures.none();
    return new ServiceFigures(1, 0, 0, 0, 0, 0, 0, 0, 0, none.delays());
  }

  Future<Map<Instant, ServiceFigures>> sumByHour(RegisteredStation station, TimeRange window) {
    return book.write().compose(done -> store.sumByHour(database, station.code(), window));
  }

  RegistersFeature registers() {
    return registers;
  }

  private Future<Map<String, ServiceFigures>> sums(TimeRange window, Instant now) {
    Answered known = answers.get(window);
    boolean isLong = window.length().compareTo(Duration.ofDays(2)) > 0;
    Duration stands = isLong ? LONG_ANSWER_STANDS : ANSWER_STANDS;
    if (known != null
        && !known.figures.failed()
        && Duration.between(known.at, now).abs().compareTo(stands) < 0) {
      return known.figures;
    }
    if (answers.size() >= MOST_ANSWERS) {
      answers.clear();
    }
    Future<Map<String, ServiceFigures>> figures =
        book.write().compose(done -> store.sumByStation(database, window));
    answers.put(window, new Answered(now, figures));
    return figures;
  }
}
