package windrose.feature.ingest.hj212;

import windrose.domain.hj212.FrameSplitter;
import windrose.feature.ingest.hj212.command.Patience;

/**
 * What the listener bears before it says no.
 *
 * @param maxDataBytes longest data segment; the standard says 1024, stations with many factors send more
 * @param connections open lines in all
 * @param connectionsPerAddress open lines of one address; a relay may bring many stations
 * @param window frames of one line that wait for their commit before it is read on
 * @param firstFrameMs a line on which no station has proved itself by then is closed
 * @param halfFrameMs a frame that has begun must be whole by then
 * @param idleMs a line on which nothing was heard for so long is closed: three heartbeats of five minutes
 * @param mostRefusals a line on which so much was refused in a row is closed
 * @param partWaitMs how long parts of a split message wait for the others
 * @param partAnswerMs after this a part that asks for an answer is kept raw and answered, since some stations send the next
 *     part only then
 * @param spoolAfterMs a frame that asks for no answer goes to the spool when it is not committed by then
 * @param spoolBytes the most that the spool holds
 */
public record Hj212Limits(
    int maxDataBytes,
    int connections,
    int connectionsPerAddress,
    int window,
    long firstFrameMs,
    long halfFrameMs,
    long idleMs,
    int mostRefusals,
    long partWaitMs,
    long partAnswerMs,
    long spoolAfterMs,
    long spoolBytes,
    Patience commands) {
  public static final Hj212Limits USUAL =
      new Hj212Limits(
          FrameSplitter.DEFAULT_MAX_DATA_BYTES,
          4_000,
          100,
          200,
          60_000,
          30_000,
          900_000,
          10,
          30_000,
          3_000,
          2_000,
          64L * 1024 * 1024,
          Patience.OF_THE_STANDARD);
}
