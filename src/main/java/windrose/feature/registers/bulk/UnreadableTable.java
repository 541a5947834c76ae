package windrose.feature.registers.bulk;

/** A file that is no table at all, with what is wrong with it. */
final class UnreadableTable extends Exception {
  private static final long serialVersionUID = 1L;

  private final int row;
  private final String zh;

  UnreadableTable(int row, String zh, String en) {
    super(en);
    this.row = row;
    this.zh = zh;
  }

  RowProblem problem() {
    return new RowProblem(row, "", null, zh, String.valueOf(getMessage()));
  }
}
