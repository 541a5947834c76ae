package windrose.app.validate;

/** Rows about the air inside a building. */
final class RunBuildings {
  private RunBuildings() {}

  static Prediction answer(Question question, RunInputs in, RunAnswers answers) {
    throw new RowRefused("indoor air is not modelled yet");
  }
}
