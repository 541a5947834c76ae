package windrose.platform.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import windrose.platform.work.StartRefused;

/** A process of its own that opens a data folder, says how it went, and closes it when its input ends. */
final class ServerProbe {
  private ServerProbe() {}

  public static void main(String[] arguments) throws IOException {
    try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        EmbeddedPostgres server =
            EmbeddedPostgres.start(folder, line -> System.out.println("progress " + line))) {
      System.out.println("ready " + server.ownerUrl().withPassword());
      var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (input.readLine() != null) {
        System.out.println("alive");
      }
    } catch (StartRefused refused) {
      System.out.println("refused " + refused.line());
    }
  }
}
