package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.TOLERANCE;
import static dev.taizhang.statistics.ReferenceValues.count;
import static dev.taizhang.statistics.ReferenceValues.number;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.try_divide;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.support.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewcombeTest {

  private static final StructType COUNTS =
      new StructType()
          .add("successes", DataTypes.LongType)
          .add("trials", DataTypes.LongType)
          .add("reference_successes", DataTypes.LongType)
          .add("reference_trials", DataTypes.LongType);

  record Case(
      long successes,
      long trials,
      long referenceSuccesses,
      long referenceTrials,
      double low,
      double high) {}

  static List<Case> cases() {
    return ReferenceValues.read(
        "newcombe.csv",
        row ->
            new Case(
                count(row, "successes"),
                count(row, "trials"),
                count(row, "reference_successes"),
                count(row, "reference_trials"),
                number(row, "low"),
                number(row, "high")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalIsTheOneOfR(Case expected) {
    Interval interval = interval(expected);

    assertEquals(expected.low(), interval.low(), TOLERANCE);
    assertEquals(expected.high(), interval.high(), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalChangesSignWhenTheGroupsChangePlaces(Case one) {
    Interval interval = interval(one);
    Interval swapped =
        Newcombe.interval(
            one.referenceSuccesses(), one.referenceTrials(), one.successes(), one.trials());

    assertEquals(-interval.high(), swapped.low(), TOLERANCE);
    assertEquals(-interval.low(), swapped.high(), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1, 2", "1, 2, 1, 0", "3, 2, 1, 2", "1, 2, -1, 2"})
  void countsThatAreNoProportionAreRefused(
      long successes, long trials, long referenceSuccesses, long referenceTrials) {
    assertThrows(
        IllegalArgumentException.class,
        () -> Newcombe.interval(successes, trials, referenceSuccesses, referenceTrials));
  }

  @Test
  void expressionsGiveWhatTheFunctionGives() {
    List<Case> cases = cases();
    List<Row> limits =
        limits(
            cases.stream()
                .map(
                    one ->
                        RowFactory.create(
                            one.successes(),
                            one.trials(),
                            one.referenceSuccesses(),
                            one.referenceTrials()))
                .toList());

    assertEquals(cases.size(), limits.size());
    for (int i = 0; i < cases.size(); i++) {
      Interval expected = interval(cases.get(i));
      String of = cases.get(i).toString();
      assertEquals(expected.low(), limits.get(i).getDouble(0), TOLERANCE, of);
      assertEquals(expected.high(), limits.get(i).getDouble(1), TOLERANCE, of);
    }
  }

  @Test
  void expressionsAreNullWithoutReference() {
    List<Row> limits =
        limits(List.of(RowFactory.create(1L, 2L, null, null), RowFactory.create(1L, 2L, 0L, 0L)));

    for (Row row : limits) {
      assertNull(row.get(0));
      assertNull(row.get(1));
    }
  }

  private static Interval interval(Case one) {
    return Newcombe.interval(
        one.successes(), one.trials(), one.referenceSuccesses(), one.referenceTrials());
  }

  private static List<Row> limits(List<Row> counts) {
    Column successes = col("successes");
    Column trials = col("trials");
    Column referenceSuccesses = col("reference_successes");
    Column referenceTrials = col("reference_trials");
    Column rate = try_divide(successes, trials);
    Column referenceRate = try_divide(referenceSuccesses, referenceTrials);
    return SharedSpark.session()
        .createDataFrame(counts, COUNTS)
        .select(
            Newcombe.low(
                rate,
                Wilson.low(successes, trials),
                referenceRate,
                Wilson.high(referenceSuccesses, referenceTrials)),
            Newcombe.high(
                rate,
                Wilson.high(successes, trials),
                referenceRate,
                Wilson.low(referenceSuccesses, referenceTrials)))
        .collectAsList();
  }
}
