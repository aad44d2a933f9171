package dev.taizhang.statistics;

import static dev.taizhang.statistics.ReferenceValues.TOLERANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AalenJohansenTest {

  static List<CurveCase> cases() {
    return CurveCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sharesAreThoseOfR(CurveCase one) {
    AalenJohansen curves = AalenJohansen.of(one.table());
    for (CurveCase.OnDay day : one.days()) {
      List<Double> shares = curves.at(day.day());
      assertEquals(day.first(), shares.get(0), TOLERANCE, one + " on day " + day.day());
      assertEquals(day.second(), shares.get(1), TOLERANCE, one + " on day " + day.day());
    }
  }

  @Test
  void nothingHasHappenedBeforeTheFirstDay() {
    RiskTable table = new RiskTable(List.of(new RiskTable.Day(3, List.of(1L, 1L), 1)));
    assertEquals(List.of(0.0, 0.0), AalenJohansen.of(table).at(2));
    assertEquals(List.of(), AalenJohansen.of(new RiskTable(List.of())).at(2));
  }

  @Test
  void causesAndWhoeverIsLeftAddUpToOne() {
    Random random = new Random(4);
    int censored = 0;
    for (int round = 0; round < 500; round++) {
      List<RiskTable.Day> days = new ArrayList<>();
      for (int day = 0; day < 1 + random.nextInt(40); day++) {
        RiskTable.Day one =
            new RiskTable.Day(
                day,
                List.of(random.nextLong(4), random.nextLong(3), random.nextLong(2)),
                random.nextLong(3));
        censored += (int) one.censored();
        days.add(one);
      }
      RiskTable table = new RiskTable(days);
      KaplanMeier left = KaplanMeier.of(table);
      AalenJohansen curves = AalenJohansen.of(table);
      for (int day = 0; day < 40; day++) {
        double causes = curves.at(day).stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(1, causes + left.at(day).share(), 1e-12);
      }
    }
    assertTrue(censored > 1_000, censored + " are watched no longer");
  }
}
