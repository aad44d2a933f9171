package dev.taizhang.release.gates;

import dev.taizhang.release.draft.ReleaseDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The newest date stands for the end of a month that is not over. If each week's date did, figures
 * that are planned once a month would leave each week, and their differences would tell of few.
 */
final class SecondOfItsMonth {

  private SecondOfItsMonth() {}

  static Optional<Finding> of(GateView view) {
    ReleaseDate date = view.draft().date();
    List<String> before =
        view.draft().source().givenOut().stream()
            .filter(one -> YearMonth.from(one).equals(YearMonth.from(date.date())))
            .filter(one -> !one.equals(date.date()))
            .map(LocalDate::toString)
            .distinct()
            .sorted()
            .toList();
    if (!date.standsForMonthEnd() || before.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(before);
    return Optional.of(
        new Finding(
            Gate.SECOND_OF_ITS_MONTH,
            before.size(),
            "The date %s stands for the end of its month, of which a release was given out already (%s): what the plan has at the end of a month would leave more often. What to do: wait for the end of the month and give it with --as-of; or let it pass with --accept second_of_its_month --why TEXT."
                .formatted(date.date(), some),
            "%s 代表当月月末，而当月已有发布（%s）：计划中每月一次的指标会更频繁地公布。怎么办：待月末后用 --as-of 指定；或用 --accept second_of_its_month --why 说明理由后放行。"
                .formatted(date.date(), some)));
  }
}
