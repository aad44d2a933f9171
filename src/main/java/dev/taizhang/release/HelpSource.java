package dev.taizhang.release;

import static dev.taizhang.release.EditionSource.records;

import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.DeclineReasons;
import dev.taizhang.tables.Plans;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Training;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;

/**
 * What an edition tells of help, at the newest date.
 *
 * @param coverage whom help reached, of all together, and of universities by few groups
 * @param funnel how far recommendations led, of all together
 * @param declined why posts were declined, of all together
 * @param trained training, and what followed, of all together
 * @param plans who has a file and a plan, of all together and of each university
 */
record HelpSource(
    List<AssistanceCoverage.Covered> coverage,
    List<AssistanceFunnel.Led> funnel,
    List<DeclineReasons.Declined> declined,
    List<Training.Trained> trained,
    List<Plans.Planned> plans) {

  static final List<Table> TABLES =
      List.of(
          AssistanceCoverage.TABLE,
          AssistanceFunnel.TABLE,
          DeclineReasons.TABLE,
          Training.TABLE,
          Plans.TABLE);

  static final HelpSource NOTHING =
      new HelpSource(List.of(), List.of(), List.of(), List.of(), List.of());

  /** The window, in days, that universities are shown for. */
  private static final int WINDOW_OF_UNIVERSITIES = 30;

  static HelpSource read(Warehouse warehouse, LocalDate newest) {
    return new HelpSource(
        records(
            warehouse,
            AssistanceCoverage.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && (EditionCuts.isOfAll(one.universityCode(), one.provinceCode())
                        || isOfUniversity(one))),
        records(
            warehouse,
            AssistanceFunnel.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && EditionCuts.isOfAll(one.universityCode(), one.provinceCode())),
        records(
            warehouse,
            DeclineReasons.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && EditionCuts.isOfAll(one.universityCode(), one.provinceCode())),
        records(
            warehouse,
            Training.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && EditionCuts.isOfAll(one.universityCode(), one.provinceCode())),
        records(
            warehouse,
            Plans.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && (!one.universityCode().equals(EditionCuts.ALL)
                        || one.provinceCode().equals(EditionCuts.ALL))));
  }

  private static boolean isOfUniversity(AssistanceCoverage.Covered one) {
    return !one.universityCode().equals(EditionCuts.ALL)
        && one.provider().equals(EditionCuts.ALL)
        && one.windowDays() == WINDOW_OF_UNIVERSITIES
        && EditionCuts.FEW_GROUPS.contains(one.hardshipGroup());
  }
}
