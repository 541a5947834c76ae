package windrose.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same table is read by the page's own test. */
class AlarmPriorityTest {
  @Test
  void every_row_of_the_shared_table_holds() throws IOException {
    JsonNode table =
        new ObjectMapper().readTree(Path.of("src/test/resources/protocol/priority.json").toFile());
    assertThat(table).isNotEmpty();
    for (JsonNode row : table) {
      assertThat(
              AlarmPriority.of(
                  row.get("factor").asText(), row.get("unit").asText(), row.get("level").asInt()))
          .as(row.toString())
          .isEqualTo(row.get("priority").asInt());
    }
  }
}
