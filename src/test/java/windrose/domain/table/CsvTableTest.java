package windrose.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void finds_cells_by_column_name() throws CsvMistake {
    CsvTable table = CsvTable.parse("code,name\nA-1,阀门\r\nA-2,\n");
    assertThat(table.columns()).containsExactly("code", "name");
    assertThat(table.rows().get(0).find("name")).contains("阀门");
    assertThat(table.rows().get(1).find("name")).isEmpty();
    assertThat(table.rows().get(1).find("colour")).isEmpty();
  }

  @Test
  void quoted_cells_hold_commas_line_ends_and_quotes() throws CsvMistake {
    CsvTable table = CsvTable.parse("a,b\n\"1,2\",\"say \"\"hi\"\"\nthere\"\nx,y\n");
    assertThat(table.rows().get(0).cells())
        .containsEntry("a", "1,2")
        .containsEntry("b", "say \"hi\"\nthere");
    assertThat(table.rows().get(1).line()).isEqualTo(4);
  }

  @Test
  void skips_a_byte_order_mark_and_empty_lines() throws CsvMistake {
    CsvTable table = CsvTable.parse("\uFEFFa,b\n\n1,2\n\n");
    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(table.rows()).hasSize(1);
  }

  @Test
  void refuses_a_row_with_a_shifted_cell() {
    assertThatThrownBy(() -> CsvTable.parse("a,b\n1,2\n1,2,3\n"))
        .isInstanceOfSatisfying(
            CsvMistake.class,
            mistake -> {
              assertThat(mistake.line()).isEqualTo(3);
              assertThat(mistake.what()).isEqualTo("3 cells, but 2 columns");
            });
  }

  @Test
  void refuses_a_quote_that_is_never_closed() {
    assertThatThrownBy(() -> CsvTable.parse("a\n\"1\n2\n"))
        .hasMessage("a quote that is never closed");
  }

  @Test
  void refuses_two_columns_of_one_name_and_an_empty_file() {
    assertThatThrownBy(() -> CsvTable.parse("a,a\n")).hasMessageContaining("twice");
    assertThatThrownBy(() -> CsvTable.parse("")).hasMessageContaining("empty");
  }
}
