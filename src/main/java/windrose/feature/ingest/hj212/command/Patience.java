package windrose.feature.ingest.hj212.command;

/**
 * How long a command waits.
 *
 * @param answerMs for the answer to a request, each time it is sent (HJ 212-2017: 10 s over radio)
 * @param retries how often it is sent again
 * @param resultMs for the result, after the request was accepted and after each piece of data
 */
public record Patience(long answerMs, int retries, long resultMs) {
  public static final Patience OF_THE_STANDARD = new Patience(10_000, 3, 60_000);
}
