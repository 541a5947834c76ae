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
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What devices were acknowledged, each line on the disk before the device goes on: the other book, which must agree with the
 * database whatever was killed.
 */
final class Ledger implements AutoCloseable {
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

  /** Acknowledged, and not in the database or with another value; and what is in it twice. */
  List<String> disagreements(ApiClient reader, long fromMs) {
    Map<String, Map<Long, Double>> stored = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] field = line.split(",", -1);
        Map<Long, Double> series =
            stored.computeIfAbsent(field[2], id -> read(reader, id, fromMs, wrong));
        Double value = series.get(Long.parseLong(field[3]));
        if (value == null || value != Double.parseDouble(field[4])) {
          wrong.add(line + " is stored as " + value);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return wrong;
  }

  private static Map<Long, Double> read(
      ApiClient reader, String series, long fromMs, List<String> wrong) {
    JsonObject columns = reader.get("/api/v1/series/" + series + "/readings?from=" + fromMs).json();
    JsonArray at = columns.getJsonArray("at");
    Map<Long, Double> stored = new HashMap<>();
    TreeSet<Long> twice = new TreeSet<>();
    for (int i = 0; i < at.size(); i++) {
      if (stored.put(at.getLong(i), columns.getJsonArray("v").getDouble(i)) != null) {
        twice.add(at.getLong(i));
      }
    }
    twice.forEach(instant -> wrong.add(series + " has " + instant + " twice"));
    return stored;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
