package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.assertIsOfR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KaplanMeierTest {

  static List<CurveCase> cases() {
    return CurveCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shareAndLimitsAreThoseOfR(CurveCase one) {
    KaplanMeier curve = KaplanMeier.of(one.table());
    for (CurveCase.OnDay day : one.days()) {
      String what = one + " on day " + day.day();
      KaplanMeier.Step step = curve.at(day.day());
      assertIsOfR(OptionalDouble.of(day.share()), OptionalDouble.of(step.share()), what);
      assertIsOfR(day.low(), limit(step.limits() == null ? null : step.limits().low()), what);
      assertIsOfR(day.high(), limit(step.limits() == null ? null : step.limits().high()), what);
    }
  }

  private static OptionalDouble limit(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void medianAndMeanAreThoseOfR(CurveCase one) {
    KaplanMeier curve = KaplanMeier.of(one.table());
    assertIsOfR(one.median().value(), curve.median(), "median of " + one);
    assertIsOfR(one.median().low(), curve.medianLow(), "lower limit of " + one);
    assertIsOfR(one.median().high(), curve.medianHigh(), "upper limit of " + one);
    assertIsOfR(
        OptionalDouble.of(one.mean()),
        OptionalDouble.of(curve.restrictedMean(one.horizon())),
        "mean of " + one);
  }

  @Test
  void nobodyAtAllAndBeforeTheFirstDay() {
    KaplanMeier nobody = KaplanMeier.of(new RiskTable(List.of()));
    assertEquals(1, nobody.at(100).share());
    assertNull(nobody.at(100).limits());
    assertEquals(OptionalDouble.empty(), nobody.median());
    assertEquals(30, nobody.restrictedMean(30));
    assertEquals(1, KaplanMeier.of(new RiskTable(List.of(day(5, 1, 0)))).at(4).share());
  }

  private static RiskTable.Day day(int day, long events, long censored) {
    return new RiskTable.Day(day, List.of(events), censored);
  }

  @Test
  void countsBeyondAnIntegerAreCounted() {
    KaplanMeier curve =
        KaplanMeier.of(
            new RiskTable(List.of(day(1, 3_000_000_000L, 0), day(2, 0, 9_000_000_000L))));
    assertEquals(0.75, curve.at(1).share(), 1e-15);
  }

  @Test
  void daysOutOfOrderAreRefused() {
    List<RiskTable.Day> days = List.of(day(2, 1, 0), day(2, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new RiskTable(days));
    assertThrows(IllegalArgumentException.class, () -> day(1, -1, 0));
  }

  @Test
  void curveWithoutCensoringIsTheShareThatIsLeft() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      TreeMap<Integer, Long> events = new TreeMap<>();
      for (int person = 0; person < 1 + random.nextInt(200); person++) {
        events.merge(random.nextInt(60), 1L, Long::sum);
      }
      List<RiskTable.Day> days = new ArrayList<>();
      events.forEach((day, number) -> days.add(day(day, number, 0)));
      RiskTable table = new RiskTable(days);
      KaplanMeier curve = KaplanMeier.of(table);
      for (int day = 0; day < 60; day++) {
        long left = events.tailMap(day, false).values().stream().mapToLong(Long::longValue).sum();
        assertEquals((double) left / table.people(), curve.at(day).share(), 1e-12);
      }
    }
  }
}
