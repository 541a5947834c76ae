package windrose.app;

/** One item of the self-check: what was asked, the result, and the evidence. */
record SelfcheckItem(Result result, String question, String evidence) {
  enum Result {
    PASS,
    FAIL,
    MANUAL
  }

  static SelfcheckItem of(boolean holds, String question, String evidence) {
    return new SelfcheckItem(holds ? Result.PASS : Result.FAIL, question, evidence);
  }

  static SelfcheckItem manual(String question, String evidence) {
    return new SelfcheckItem(Result.MANUAL, question, evidence);
  }

  String line() {
    return "%-7s%s: %s".formatted(result, question, evidence);
  }
}
