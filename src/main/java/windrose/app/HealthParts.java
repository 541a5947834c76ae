package windrose.app;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import windrose.feature.ingest.broker.BrokerFeature;
import windrose.platform.db.DatabaseWatch;
import windrose.platform.observe.Health;

/** What the health page asks of the server's parts. */
record HealthParts(Health health, DatabaseWatch databaseWatch, Storage storage) {
  static final String DATABASE = "database";

  void add(Optional<BrokerFeature> broker, BooleanSupplier draining) {
    health.part(DATABASE, this::database);
    broker.ifPresent(reader -> health.part("broker", () -> stateOf(reader)));
    health.part(
        "server",
        () ->
            draining.getAsBoolean()
                ? Health.State.notYet("the server is stopping")
                : Health.State.ok());
  }

  private Health.State database() {
    return databaseWatch
        .awaySince()
        .or(storage::downSince)
        .map(since -> Health.State.failing("the database does not answer", since))
        .orElseGet(Health.State::ok);
  }

  private static Health.State stateOf(BrokerFeature broker) {
    return broker
        .awaySince()
        .map(since -> Health.State.failing("the MQTT broker does not answer", since))
        .orElseGet(Health.State::ok);
  }
}
