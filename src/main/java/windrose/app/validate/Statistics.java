package windrose.app.validate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How a group of predictions compares with what was expected, after Chang and Hanna (2004).
 *
 * <p>Refused and unreadable rows stay in the number of rows, in the share inside the band and in FAC2. MG, VG, FB and NMSE can only be
 * taken over rows with two numbers; MG above 1 and FB above 0 mean that we predict too little.
 *
 * @param pairs rows with two numbers above zero
 * @param fractionalBias null when the rows are of different units
 */
record Statistics(
    int rows,
    int refused,
    int inBand,
    int pairs,
    double factorTwo,
    @Nullable Double geometricMean,
    @Nullable Double geometricVariance,
    @Nullable Double fractionalBias,
    @Nullable Double normalisedSquareError) {
  static Statistics of(List<Prediction> predictions) {
    int rows = predictions.size();
    int refused = (int) predictions.stream().filter(Prediction::isRefused).count();
    int inBand = (int) predictions.stream().filter(Prediction::inBand).count();
    double logs = 0;
    double squares = 0;
    double expected = 0;
    double predicted = 0;
    double difference = 0;
    int pairs = 0;
    int withinTwo = 0;
    for (Prediction each : predictions) {
      Double e = each.expectedValue();
      Double p = each.predictedValue();
      if (e == null) {
        withinTwo += each.inBand() ? 1 : 0;
        continue;
      }
      if (p == null || !(e > 0) || !(p > 0)) {
        continue;
      }
      pairs++;
      double log = Math.log(e / p);
      logs += log;
      squares += log * log;
      expected += e;
      predicted += p;
      difference += (e - p) * (e - p);
      withinTwo += p / e >= 0.5 && p / e <= 2 ? 1 : 0;
    }
    boolean oneUnit =
        predictions.stream().map(each -> each.quantity() + each.unit()).distinct().count() <= 1;
    return new Statistics(
        rows,
        refused,
        inBand,
        pairs,
        rows == 0 ? 0 : (double) withinTwo / rows,
        pairs == 0 ? null : Math.exp(logs / pairs),
        pairs == 0 ? null : Math.exp(squares / pairs),
        pairs == 0 || !oneUnit ? null : 2 * (expected - predicted) / (expected + predicted),
        pairs == 0 || !oneUnit
            ? null
            : difference / pairs / (expected / pairs * predicted / pairs));
  }

  double inBandShare() {
    return rows == 0 ? 0 : (double) inBand / rows;
  }

  static String text(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
