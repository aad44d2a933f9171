package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.TOLERANCE;
import static dev.taizhang.statistics.ReferenceValues.count;
import static dev.taizhang.statistics.ReferenceValues.number;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WilsonTest {

  private static final StructType COUNTS =
      new StructType()
          .add("successes", DataTypes.LongType, false)
          .add("trials", DataTypes.LongType, false);

  record Case(long successes, long trials, double low, double high) {}

  static List<Case> cases() {
    return ReferenceValues.read(
        "wilson.csv",
        row ->
            new Case(
                count(row, "successes"),
                count(row, "trials"),
                number(row, "low"),
                number(row, "high")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalIsTheOneOfR(Case expected) {
    Interval interval = Wilson.interval(expected.successes(), expected.trials());

    assertEquals(expected.low(), interval.low(), TOLERANCE);
    assertEquals(expected.high(), interval.high(), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalHoldsTheProportionAndStaysWithinZeroAndOne(Case expected) {
    Interval interval = Wilson.interval(expected.successes(), expected.trials());
    double proportion = (double) expected.successes() / expected.trials();

    assertTrue(
        0 <= interval.low()
            && interval.low() <= proportion
            && proportion <= interval.high()
            && interval.high() <= 1,
        interval.toString());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "10", "1000000"})
  void limitIsExactWithoutSuccessesAndWithNothingElse(long trials) {
    assertEquals(0.0, Wilson.interval(0, trials).low());
    assertEquals(1.0, Wilson.interval(trials, trials).high());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "-1, 10", "11, 10", "1, -1"})
  void countsThatAreNoProportionAreRefused(long successes, long trials) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Wilson.interval(successes, trials));

    assertEquals("Not a proportion: " + successes + " of " + trials, refused.getMessage());
  }

  @Test
  void expressionsGiveWhatTheFunctionGives() {
    List<Case> cases = cases();
    List<Row> limits =
        limits(
            cases.stream().map(one -> RowFactory.create(one.successes(), one.trials())).toList());

    assertEquals(cases.size(), limits.size());
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      Interval expected = Wilson.interval(one.successes(), one.trials());
      assertEquals(expected.low(), limits.get(i).getDouble(0), TOLERANCE, one.toString());
      assertEquals(expected.high(), limits.get(i).getDouble(1), TOLERANCE, one.toString());
    }
  }

  @Test
  void expressionsAreNullWithoutTrials() {
    Row limits = limits(List.of(RowFactory.create(0L, 0L))).get(0);

    assertNull(limits.get(0));
    assertNull(limits.get(1));
  }

  private static List<Row> limits(List<Row> counts) {
    return SharedSpark.session()
        .createDataFrame(counts, COUNTS)
        .select(
            Wilson.low(col("successes"), col("trials")),
            Wilson.high(col("successes"), col("trials")))
        .collectAsList();
  }
}
