package dev.taizhang.flow;

import dev.taizhang.cells.CourseFigures;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.campaign.CampaignCounts;
import dev.taizhang.figures.campaign.UnplacedCounts;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.courses.Watch;
import dev.taizhang.figures.survival.PlacementCurves;
import dev.taizhang.figures.survival.PlacementTimes;
import dev.taizhang.flow.Stage.Build;
import dev.taizhang.flow.Stage.Setting;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.History;
import dev.taizhang.tables.MedianTimeToPlacement;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.UnplacedTwoYears;
import dev.taizhang.warehouse.TableRows;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The stages that tell the courses of graduates up to the dates of the rates: how long it took
 * until they were placed, and what became of those who were not.
 */
final class CourseStages {

  static final Stage TIME_TO_PLACEMENT =
      of(TimeToPlacement.TABLE, CourseStages::timeToPlacement)
          .saidBy(CourseFigures.class, PlacementTimes.class, PlacementCurves.class)
          .under(Setting.REFERENCE);

  static final Stage MEDIAN_TIME_TO_PLACEMENT =
      of(MedianTimeToPlacement.TABLE, CourseStages::medians)
          .saidBy(CourseFigures.class, PlacementTimes.class, PlacementCurves.class)
          .under(Setting.REFERENCE);

  static final Stage CAMPAIGN =
      of(Campaign.TABLE, CourseStages::campaign)
          .saidBy(CourseFigures.class, CampaignCounts.class)
          .under(Setting.REFERENCE, Setting.THRESHOLDS);

  static final Stage UNPLACED_TWO_YEARS =
      of(UnplacedTwoYears.TABLE, CourseStages::unplaced, FollowUp.TABLE)
          .saidBy(CourseFigures.class, UnplacedCounts.class)
          .under(Setting.REFERENCE);

  private CourseStages() {}

  private static Stage of(Table output, Build build, Table... more) {
    return Stage.perDate(
        Stage.Scope.DATES_OF_COURSES,
        output,
        build,
        Stream.concat(Stream.of(History.TABLE, Slices.TABLE, AsOf.TABLE), Stream.of(more))
            .toArray(Table[]::new));
  }

  private static TableRows timeToPlacement(Inputs in) {
    return TableRows.of(TimeToPlacement.RECORDS, curves(in).byDay());
  }

  private static TableRows medians(Inputs in) {
    return TableRows.of(MedianTimeToPlacement.RECORDS, curves(in).medians());
  }

  private static PlacementCurves curves(Inputs in) {
    Names names = Names.of(in.reference());
    CourseDates dates = dates(in, PlacementTimes::isTold);
    return PlacementCurves.of(
        CourseFigures.of(
            in.of(History.TABLE), Optional.empty(), dates, () -> new PlacementTimes(names)),
        dates,
        HardshipGroups.of(in.reference()));
  }

  private static TableRows campaign(Inputs in) {
    CourseDates dates = dates(in, CampaignCounts::isTold);
    int coveredDays = in.thresholds().coveredDays();
    return TableRows.of(
        Campaign.RECORDS,
        CourseFigures.of(
                in.of(History.TABLE),
                Optional.empty(),
                dates,
                () -> new CampaignCounts(coveredDays))
            .rows(dates, HardshipGroups.of(in.reference()), Names.of(in.reference())));
  }

  private static TableRows unplaced(Inputs in) {
    CourseDates dates = dates(in, UnplacedCounts::isTold);
    return TableRows.of(
        UnplacedTwoYears.RECORDS,
        CourseFigures.of(
                in.of(History.TABLE),
                Optional.of(in.of(FollowUp.TABLE)),
                dates,
                UnplacedCounts::new)
            .rows(dates, HardshipGroups.of(in.reference()), Names.of(in.reference())));
  }

  private static CourseDates dates(Inputs in, Predicate<Watch> wanted) {
    return CourseDates.of(
        in.records(AsOf.RECORDS).stream()
            .filter(AsOf.Speaking::inRates)
            .filter(one -> in.isWanted(one.asOfDate()))
            .toList(),
        in.records(Slices.RECORDS),
        wanted);
  }
}
