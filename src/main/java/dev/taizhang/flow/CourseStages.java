package dev.taizhang.flow;

import dev.taizhang.cells.CourseFigures;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.campaign.CampaignCounts;
import dev.taizhang.figures.campaign.UnplacedCounts;
import dev.taizhang.figures.courses.Both;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.figures.survival.PlacementCurves;
import dev.taizhang.figures.survival.PlacementTimes;
import dev.taizhang.flow.Stage.Build;
import dev.taizhang.flow.Stage.Setting;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.History;
import dev.taizhang.tables.MedianTimeToPlacement;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.UnplacedTwoYears;
import dev.taizhang.warehouse.TableRows;
import java.util.List;
import java.util.Optional;

/**
 * The stages that tell the courses of graduates up to the dates of the rates: how long it took
 * until they were placed, and what became of those who were not.
 */
final class CourseStages {

  static final Stage TIME_TO_PLACEMENT =
      of(TimeToPlacement.TABLE, CourseStages::timeToPlacement)
          .saidBy(CourseFigures.class, Both.class, PlacementTimes.class, PlacementCurves.class)
          .under(Setting.REFERENCE);

  static final Stage MEDIAN_TIME_TO_PLACEMENT =
      afterTimes(MedianTimeToPlacement.TABLE, CourseStages::medians)
          .saidBy(CourseFigures.class, Both.class, PlacementTimes.class, PlacementCurves.class)
          .under(Setting.REFERENCE);

  static final Stage CAMPAIGN =
      afterTimes(Campaign.TABLE, CourseStages::campaign)
          .saidBy(CourseFigures.class, Both.class, CampaignCounts.class)
          .under(Setting.REFERENCE, Setting.THRESHOLDS);

  static final Stage UNPLACED_TWO_YEARS =
      afterTimes(UnplacedTwoYears.TABLE, CourseStages::unplaced)
          .saidBy(CourseFigures.class, Both.class, UnplacedCounts.class)
          .under(Setting.REFERENCE);

  private CourseStages() {}

  /**
   * What is counted of courses.
   *
   * @param dates until when they are looked at
   * @param times how long graduates wait
   * @param campaign what became of those unplaced on 1 July
   * @param unplaced who is unplaced, and since when nobody told of them
   */
  private record Counted(
      CourseDates dates, PlacementTimes times, CampaignCounts campaign, UnplacedCounts unplaced) {}

  private static Stage of(Table output, Build build) {
    return Stage.perDate(
        Stage.Scope.DATES_OF_COURSES,
        output,
        build,
        History.TABLE,
        Slices.TABLE,
        AsOf.TABLE,
        FollowUp.TABLE);
  }

  /** Courses are gone through once, by the stage of the times; the others find what it counted. */
  private static Stage afterTimes(Table output, Build build) {
    return of(output, build).after(TimeToPlacement.TABLE);
  }

  private static TableRows timeToPlacement(Inputs in) {
    return TableRows.of(TimeToPlacement.RECORDS, curves(in).byDay());
  }

  private static TableRows medians(Inputs in) {
    return TableRows.of(MedianTimeToPlacement.RECORDS, curves(in).medians());
  }

  private static PlacementCurves curves(Inputs in) {
    Counted counted = counted(in);
    return PlacementCurves.of(counted.times(), counted.dates(), HardshipGroups.of(in.reference()));
  }

  private static TableRows campaign(Inputs in) {
    Counted counted = counted(in);
    return TableRows.of(
        Campaign.RECORDS,
        counted
            .campaign()
            .rows(
                counted.dates(),
                HardshipGroups.of(in.reference()),
                Names.of(in.reference()),
                in.thresholds().coveredDays()));
  }

  private static TableRows unplaced(Inputs in) {
    Counted counted = counted(in);
    return TableRows.of(
        UnplacedTwoYears.RECORDS,
        counted
            .unplaced()
            .rows(counted.dates(), HardshipGroups.of(in.reference()), Names.of(in.reference())));
  }

  private static Counted counted(Inputs in) {
    List<Speaking> wanted =
        in.records(AsOf.RECORDS).stream()
            .filter(Speaking::inRates)
            .filter(one -> in.isWanted(one.asOfDate()))
            .toList();
    return in.shared().once(Counted.class, wanted, () -> counted(in, wanted));
  }

  private static Counted counted(Inputs in, List<Speaking> wanted) {
    Names names = Names.of(in.reference());
    CourseFigures.Empty<Both<PlacementTimes, Both<CampaignCounts, UnplacedCounts>>> nobody =
        () ->
            new Both<>(
                new PlacementTimes(names), new Both<>(new CampaignCounts(), new UnplacedCounts()));
    CourseDates dates = CourseDates.of(wanted, in.records(Slices.RECORDS), nobody.counts()::isTold);
    Both<PlacementTimes, Both<CampaignCounts, UnplacedCounts>> all =
        CourseFigures.of(in.of(History.TABLE), Optional.of(in.of(FollowUp.TABLE)), dates, nobody);
    return new Counted(dates, all.one(), all.other().one(), all.other().other());
  }
}
