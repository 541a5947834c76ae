package windrose.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What devices were acknowledged, each line on the disk before the device goes on: the other book, which must agree with the
 * database whatever was killed.
 */
final class Ledger implements AutoCloseable {
  private static final long PIECE_MS = 1_000_000;

  private final Path file;
  private final FileChannel channel;
  private final AtomicInteger lines = new AtomicInteger();

  private Ledger(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static Ledger open(Path file) throws IOException {
    return new Ledger(
        file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Written down and forced to the disk when it returns. */
  synchronized void note(String client, long id, String series, long at, double value) {
    String line = client + "," + id + "," + series + "," + at + "," + value + "\n";
    try {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    lines.incrementAndGet();
  }

  int size() {
    return lines.get();
  }

  /** Both books beside each other. {@code wrong} names each reading that is missing, changed, or there twice. */
  record Comparison(int acknowledged, int lost, int twice, List<String> wrong) {
    @Override
    public String toString() {
      return "%d acknowledged, %d lost or changed, %d twice".formatted(acknowledged, lost, twice);
    }
  }

  /** Reads everything that was ever acknowledged back from the server. */
  Comparison compare(ApiClient reader, long fromMs) {
    try {
      List<String> lines = Files.readAllLines(file);
      long toMs = fromMs;
      for (String line : lines) {
        toMs = Math.max(toMs, Long.parseLong(line.split(",", -1)[3]));
      }
      Map<String, Map<Long, Double>> stored = new HashMap<>();
      List<String> twice = new ArrayList<>();
      List<String> lost = new ArrayList<>();
      for (String line : lines) {
        String[] field = line.split(",", -1);
        if (!stored.containsKey(field[2])) {
          stored.put(field[2], read(reader, field[2], fromMs, toMs, twice));
        }
        Double value = stored.get(field[2]).get(Long.parseLong(field[3]));
        if (value == null || value != Double.parseDouble(field[4])) {
          lost.add(line + " is stored as " + value);
        }
      }
      List<String> wrong = new ArrayList<>(lost);
      wrong.addAll(twice);
      return new Comparison(lines.size(), lost.size(), twice.size(), wrong);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** In pieces, so that no answer grows beyond what a reader may ask for. */
  private static Map<Long, Double> read(
      ApiClient reader, String series, long fromMs, long toMs, List<String> twice) {
    Map<Long, Double> stored = new HashMap<>();
    for (long from = fromMs; from <= toMs; from += PIECE_MS) {
      JsonObject columns =
          reader
              .get(
                  "/api/v1/series/%s/readings?from=%d&to=%d"
                      .formatted(series, from, from + PIECE_MS - 1))
              .json();
      JsonArray at = columns.getJsonArray("at");
      for (int i = 0; i < at.size(); i++) {
        if (stored.put(at.getLong(i), columns.getJsonArray("v").getDouble(i)) != null) {
          twice.add(series + " has " + at.getLong(i) + " twice");
        }
      }
    }
    return stored;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
