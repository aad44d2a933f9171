package dev.taizhang.release.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Scope;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of 90 disabled graduates everywhere 63 are placed, which the release does not say. */
class CoarseSharesTest {

  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
  private static final Scope SCOPE =
      new Scope("2026-08-31-official-1", AUGUST, "official", 2026, Set.of("in August"));
  private static final List<Counted> PEOPLE =
      List.of(people("none", 400, 300), people("disabled", 90, 63));

  private static Counted people(String group, long graduates, long placed) {
    return new Counted(
        SCOPE.releaseId(),
        2026,
        "10001",
        "in August",
        "410000",
        "410100",
        "2012",
        "02",
        List.of(group),
        graduates,
        placed);
  }

  private static Map<CutPlace, Map<String, PublishedFigure>> printed(OptionalLong disabled) {
    return Map.of(
        new CutPlace("all", "all"), Map.of("disabled", figure("disabled", disabled, disabled)));
  }

  private static PublishedFigure figure(String group, OptionalLong lowest, OptionalLong highest) {
    return new PublishedFigure(SCOPE, "all", "all", group, OptionalLong.empty(), lowest, highest);
  }

  private static Object[] row(PublishedTable table, Map<String, Object> values) {
    Map<String, Object> row = new HashMap<>(Map.of("hardship_group", "disabled"));
    for (String everywhere : List.of("degree_level", "province_code", "discipline_code")) {
      row.put(everywhere, "all");
    }
    row.putAll(values);
    return table.columns().stream().map(column -> row.get(column.name())).toArray();
  }

  private static Object[] gap(long placed, double rate) {
    return row(PublishedTables.HARDSHIP_GAPS, Map.of("placed", placed, "placement_rate", rate));
  }

  private static Object[] unplaced(LocalDate day, double share) {
    return row(PublishedTables.TIME_TO_PLACEMENT, Map.of("on_date", day, "unplaced_share", share));
  }

  private static List<PublishedFigure> said(
      OptionalLong printed, List<Object[]> gaps, List<Object[]> times) {
    return new CoarseShares(SCOPE, PEOPLE, printed(printed)).said(gaps, times);
  }

  @Test
  void wholePercentOf90GraduatesIsOneCount() {
    assertEquals(
        List.of(figure("disabled", OptionalLong.of(63), OptionalLong.of(63))),
        said(OptionalLong.empty(), List.<Object[]>of(gap(60, 0.70)), List.of()));
  }

  @Test
  void shareThatIsUnplacedOnTheDayIsTheSame() {
    assertEquals(
        List.of(figure("disabled", OptionalLong.of(63), OptionalLong.of(63))),
        said(
            OptionalLong.empty(),
            List.of(),
            List.of(unplaced(AUGUST, 0.30), unplaced(AUGUST.minusDays(7), 0.45))));
  }

  @Test
  void whatIsPrintedAnywayIsNotToldAgain() {
    assertEquals(List.of(), said(OptionalLong.of(63), List.<Object[]>of(gap(60, 0.70)), List.of()));
  }

  @Test
  void groupByOtherTagsTellsNothingOfThisOne() {
    assertEquals(
        List.of(), said(OptionalLong.empty(), List.<Object[]>of(gap(50, 0.55)), List.of()));
  }
}
