package windrose.app.load;

/** What a crowd of open maps has seen so far; counted in one thread and read in another. */
public final class CrowdFigures {
  private Latencies sinceFrame = new Latencies();
  private Latencies sinceChange = new Latencies();
  private long frames;
  private long bytes;
  private int snapshots;
  private int cuts;

  /** Forgets what was measured so far, but not who is here. */
  public synchronized void restart() {
    sinceFrame = new Latencies();
    sinceChange = new Latencies();
    frames = 0;
    bytes = 0;
  }

  synchronized void snapshot() {
    snapshots++;
  }

  synchronized void patch(int length, long frameAgeMs) {
    frames++;
    bytes += length;
    sinceFrame.note(frameAgeMs * 1_000_000);
  }

  synchronized void change(long ageMs) {
    sinceChange.note(ageMs * 1_000_000);
  }

  synchronized void cut() {
    cuts++;
  }

  /** From the time in a frame, which the server gives it when it encodes it, to the last byte of it here. */
  public synchronized Latencies sinceFrame() {
    return sinceFrame;
  }

  /** From the time that a device gave a value to the last byte of the frame that brings it. */
  public synchronized Latencies sinceChange() {
    return sinceChange;
  }

  public synchronized long frames() {
    return frames;
  }

  public synchronized long bytes() {
    return bytes;
  }

  public synchronized int snapshots() {
    return snapshots;
  }

  public synchronized int cuts() {
    return cuts;
  }
}
