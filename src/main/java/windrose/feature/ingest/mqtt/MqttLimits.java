package windrose.feature.ingest.mqtt;

/**
 * How much the MQTT listener takes, from all and from each.
 *
 * @param connections open connections in total
 * @param connectionsPerAddress open connections from one source address
 * @param halfOpen connections that have not said CONNECT yet; one more closes the oldest of them
 * @param connectWithinMs how long a connection may take to say CONNECT
 * @param messageBytes the largest message
 * @param messagesPerSecond what one client may send for long; above it, reading of this client waits
 * @param bytesPerSecond the same in bytes of payload
 * @param unacknowledged messages of one client that wait for their commit: told to MQTT 5 clients as Receive Maximum, for
 *     others reading waits
 * @param unacknowledgedBytes the same in bytes of payload
 * @param waitAtMostMs for how long a client over its window may stay unread before it is closed
 * @param slowReaderMs for how long a client may leave our answers unread before it is closed
 */
public record MqttLimits(
    int connections,
    int connectionsPerAddress,
    int halfOpen,
    long connectWithinMs,
    int messageBytes,
    int messagesPerSecond,
    int bytesPerSecond,
    int unacknowledged,
    int unacknowledgedBytes,
    long waitAtMostMs,
    long slowReaderMs) {
  /** Room for every device of a large park; one client alone can take about a quarter of a small server. */
  public static final MqttLimits USUAL =
      new MqttLimits(
          5_000, 1_000, 500, 10_000, 64 * 1024, 25_000, 8_000_000, 1_000, 4_000_000, 60_000,
          10_000);

  public MqttLimits withConnections(int total, int perAddress) {
    return new MqttLimits(
        total,
        perAddress,
        halfOpen,
        connectWithinMs,
        messageBytes,
        messagesPerSecond,
        bytesPerSecond,
        unacknowledged,
        unacknowledgedBytes,
        waitAtMostMs,
        slowReaderMs);
  }

  public MqttLimits withHalfOpen(int connections, long withinMs) {
    return new MqttLimits(
        this.connections,
        connectionsPerAddress,
        connections,
        withinMs,
        messageBytes,
        messagesPerSecond,
        bytesPerSecond,
        unacknowledged,
        unacknowledgedBytes,
        waitAtMostMs,
        slowReaderMs);
  }

  public MqttLimits withRate(int messages, int bytes) {
    return new MqttLimits(
        connections,
        connectionsPerAddress,
        halfOpen,
        connectWithinMs,
        messageBytes,
        messages,
        bytes,
        unacknowledged,
        unacknowledgedBytes,
        waitAtMostMs,
        slowReaderMs);
  }

  public MqttLimits withWindow(int messages, long waitMs) {
    return new MqttLimits(
        connections,
        connectionsPerAddress,
        halfOpen,
        connectWithinMs,
        messageBytes,
        messagesPerSecond,
        bytesPerSecond,
        messages,
        unacknowledgedBytes,
        waitMs,
        slowReaderMs);
  }
}
