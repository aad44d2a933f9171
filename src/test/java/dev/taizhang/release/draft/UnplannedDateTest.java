package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.PlannedCut.Dates;
import dev.taizhang.reference.PublicationPlan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said to somebody whose plan has no rates of the date. */
class UnplannedDateTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 22);

  private static PublicationPlan plan(String table, Dates dates) {
    return new PublicationPlan(
        "ours", List.of(new PlannedCut("ours", table, "everywhere", Set.of("all"), Set.of(dates))));
  }

  private static String said(PublicationPlan plan, Dates... dates) {
    Set<Dates> called = EnumSet.noneOf(Dates.class);
    called.addAll(Arrays.asList(dates));
    return UnplannedDate.of(plan, new ReleaseDate(DATE, "plain", called)).getMessage();
  }

  @Test
  void planOfOtherDatesIsToldBoth() {
    assertEquals(
        "The plan 'ours' has no placement rates of 2025-06-22: its dates are official, and this one"
            + " is month_end|weekly; nothing was released. What to do: give another date with"
            + " --as-of, or add one of these to the dates of its lines in publication_plans.csv.",
        said(plan("placement_rates", Dates.OFFICIAL), Dates.WEEKLY, Dates.MONTH_END));
    assertEquals(
        "The plan 'ours' has no placement rates of 2025-06-22: its dates are month_end, and this"
            + " one is weekly; nothing was released. What to do: give another date with --as-of, or"
            + " add weekly to the dates of its lines in publication_plans.csv.",
        said(plan("placement_rates", Dates.MONTH_END), Dates.WEEKLY));
  }

  @Test
  void dateThatNoPlanCanNameNeedsAnotherOne() {
    assertEquals(
        "The plan 'ours' has no placement rates of 2025-06-22: its dates are official, and this one"
            + " is none of those of a plan; nothing was released. What to do: give another date"
            + " with --as-of, such as an official date or the end of a month.",
        said(plan("placement_rates", Dates.OFFICIAL)));
  }

  @Test
  void planWithoutRatesIsGivenALine() {
    assertEquals(
        "The plan 'ours' has no placement rates of 2025-06-22: it has no line of placement_rates;"
            + " nothing was released. What to do: add one to publication_plans.csv, such as"
            + " ours,placement_rates,everywhere,all,weekly,.",
        said(plan("placement_trend", Dates.WEEKLY), Dates.WEEKLY));
  }

  @Test
  void planOfGroupsThatNobodyIsInNeedsOthers() {
    assertEquals(
        "The plan 'ours' has no placement rates of 2025-06-22: nobody is in the groups that it"
            + " lists; nothing was released. What to do: add other groups to its lines in"
            + " publication_plans.csv.",
        said(plan("placement_rates", Dates.WEEKLY), Dates.WEEKLY));
  }
}
