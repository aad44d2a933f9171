package dev.taizhang.release;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.Reporting.Week;
import dev.taizhang.tables.Slices.Slice;
import java.util.List;

/**
 * What universities owe of a cohort.
 *
 * @param all the rate of all its graduates
 * @param universities how many report
 * @param late of them, those whose last ledger is older than expected
 * @param stale of them, those whose figures of the cohort are stale
 * @param staleDays from how many days on they are
 * @param notCovered of the stale ones, those that are not covered any more
 * @param coveredDays up to how many days they are
 * @param held slices of the cohort that do not count until somebody decides
 */
record Owed(
    PlacementRate all,
    long universities,
    long late,
    long stale,
    int staleDays,
    long notCovered,
    int coveredDays,
    long held) {

  /**
   * What is owed of a cohort.
   *
   * @param weeks the newest week of every university
   * @param speaking the slices that speak, of every cohort
   * @param notCounted slices that do not count until somebody decides, of every cohort
   */
  static Owed of(
      PlacementRate all,
      List<Week> weeks,
      List<Speaking> speaking,
      List<Slice> notCounted,
      int staleDays,
      int coveredDays) {
    List<Speaking> ofCohort =
        speaking.stream().filter(one -> one.graduationYear() == all.graduationYear()).toList();
    return new Owed(
        all,
        weeks.size(),
        weeks.stream().filter(week -> !week.onTime()).count(),
        ofCohort.stream().filter(one -> one.ageDays() > staleDays).count(),
        staleDays,
        ofCohort.stream().filter(one -> !one.covered()).count(),
        coveredDays,
        notCounted.stream()
            .filter(slice -> slice.graduationYear() == all.graduationYear())
            .count());
  }

  /** The sentence. */
  Label sentence() {
    String lowest = Wording.percent(all.placementRate());
    String highest =
        Wording.percent((double) (all.placed() + all.outcomeUnknown()) / all.graduates());
    String unknown = Wording.count(all.outcomeUnknown());
    return new Label(
        "%d 所高校中，%d 所未按时报送；本届数据超过 %d 天的有 %d 所，其中超过 %d 天的 %d 所；待核实、暂不采用的批次 %d 个；去向不明 %s 人，落实率因此在 %s%% 与 %s%% 之间。"
            .formatted(
                universities,
                late,
                staleDays,
                stale,
                coveredDays,
                notCovered,
                held,
                unknown,
                lowest,
                highest),
        "Late are %d of %d universities; figures of this cohort are older than %d days at %d, of these older than %d days at %d; slices held until somebody decides: %d; graduates whose outcome is unknown: %s, so the rate is between %s%% and %s%%."
            .formatted(
                late,
                universities,
                staleDays,
                stale,
                coveredDays,
                notCovered,
                held,
                unknown,
                lowest,
                highest));
  }
}
