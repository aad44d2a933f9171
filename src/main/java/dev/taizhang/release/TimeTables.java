package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.tables.MedianTimeToPlacement.MedianTime;
import dev.taizhang.tables.TimeToPlacement.PlacedByDay;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Makes {@code time_to_placement} and {@code median_time_to_placement}. */
final class TimeTables {

  private final EditionSource source;
  private final EditionWords words;
  private final List<String> groups;

  TimeTables(EditionSource source, EditionWords words, List<String> groups) {
    this.source = source;
    this.words = words;
    this.groups = groups;
  }

  List<EditionTable> tables() {
    return List.of(byDay(), medians());
  }

  private EditionTable byDay() {
    TableLayout<PlacedByDay> layout =
        new TableLayout<PlacedByDay>(words)
            .value("as_of_date", PlacedByDay::asOfDate)
            .count("graduation_year", PlacedByDay::graduationYear)
            .value("clock", PlacedByDay::clock)
            .value("hardship_group", PlacedByDay::hardshipGroup)
            .count("day", PlacedByDay::day)
            .value("on_date", PlacedByDay::onDate)
            .count("graduates", PlacedByDay::graduates)
            .count("placed_in_employment", PlacedByDay::employment)
            .count("placed_in_study", PlacedByDay::domesticStudy)
            .count("placed_abroad", PlacedByDay::abroad)
            .count("censored", PlacedByDay::censored)
            .count("at_risk", PlacedByDay::atRisk)
            .count("lost", PlacedByDay::lost);
    share(layout, "unplaced_share", PlacedByDay::unplacedShare);
    share(layout, "unplaced_share_low", PlacedByDay::unplacedShareLow);
    share(layout, "unplaced_share_high", PlacedByDay::unplacedShareHigh);
    share(layout, "employment_share", PlacedByDay::employmentShare);
    share(layout, "domestic_study_share", PlacedByDay::domesticStudyShare);
    share(layout, "abroad_share", PlacedByDay::abroadShare);
    share(layout, "unplaced_share_earliest", PlacedByDay::unplacedShareEarliest);
    share(layout, "unplaced_share_latest", PlacedByDay::unplacedShareLatest);
    return layout.table(
        "time_to_placement",
        "all",
        source.courses().placedByDay().stream()
            .sorted(
                comparing(PlacedByDay::graduationYear, Comparator.<Integer>reverseOrder())
                    .thenComparing(PlacedByDay::clock)
                    .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                    .thenComparing(PlacedByDay::day))
            .toList());
  }

  private static void share(
      TableLayout<PlacedByDay> layout, String column, Function<PlacedByDay, Double> share) {
    layout.shown(column, day -> RateLayout.marked(Shown.share(share.apply(day)), day.graduates()));
  }

  private EditionTable medians() {
    TableLayout<MedianTime> layout =
        new TableLayout<MedianTime>(words)
            .value("as_of_date", MedianTime::asOfDate)
            .count("graduation_year", MedianTime::graduationYear)
            .value("clock", MedianTime::clock)
            .value("degree_level", MedianTime::degreeLevel)
            .value("hardship_group", MedianTime::hardshipGroup)
            .count("graduates", MedianTime::graduates)
            .count("placed_for_good", MedianTime::placed)
            .count("censored", MedianTime::censored)
            .count("lost", MedianTime::lost);
    days(layout, "median_days", MedianTime::medianDays);
    days(layout, "median_days_low", MedianTime::medianDaysLow);
    days(layout, "median_days_high", MedianTime::medianDaysHigh);
    days(layout, "median_days_earliest", MedianTime::medianDaysEarliest);
    days(layout, "median_days_latest", MedianTime::medianDaysLatest);
    days(layout, "reference_median_days", MedianTime::referenceMedianDays);
    days(layout, "days_later", MedianTime::daysLater);
    days(layout, "mean_days_in_180", MedianTime::meanDaysIn180);
    return layout.table(
        "median_time_to_placement",
        "all",
        source.courses().medianTimes().stream()
            .sorted(
                comparing(MedianTime::graduationYear, Comparator.<Integer>reverseOrder())
                    .thenComparing(MedianTime::clock)
                    .thenComparing(one -> RateOrder.DEGREES.indexOf(one.degreeLevel()))
                    .thenComparing(one -> groups.indexOf(one.hardshipGroup())))
            .toList());
  }

  /** Whole days, half up; nothing where it is not reached yet. */
  private static void days(
      TableLayout<MedianTime> layout, String column, Function<MedianTime, Double> days) {
    layout.shown(
        column,
        time -> {
          Double value = days.apply(time);
          return value == null
              ? Shown.NOTHING
              : RateLayout.marked(Shown.of(Math.round(value)), time.graduates());
        });
  }
}
