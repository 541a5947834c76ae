package windrose.app.load;

/**
 * What the devices send.
 *
 * @param stations spoken for by all connections together
 * @param valuesPerMessage of the {@link #SENSORS} that each station has
 * @param window unacknowledged messages per connection
 * @param messagesPerS of all connections together; 0 = as many as are acknowledged
 */
public record LoadPlan(
    int connections, int stations, int valuesPerMessage, int window, double messagesPerS) {
  public static final int SENSORS = 10;

  public LoadPlan atRate(double rate) {
    return new LoadPlan(connections, stations, valuesPerMessage, window, rate);
  }

  /** The gateway that a connection signs in as. */
  public static String gateway(int connection) {
    return "BENCH-GW-" + connection;
  }

  public static String station(int number) {
    return "BENCH-" + number;
  }

  public static String sensor(int number) {
    return "s" + number;
  }

  public static String secret(int connection) {
    return "a-bench-secret-of-gateway-" + connection;
  }
}
