package dev.taizhang.release;

import static dev.taizhang.release.EditionSource.records;

import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.MedianTimeToPlacement;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.UnplacedTwoYears;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;

/**
 * What an edition tells of how long placement takes, at the newest date.
 *
 * @param placedByDay how long it takes, of groups alone
 * @param medianTimes the same in one number, of groups by degree level
 * @param campaigns the campaign, in the places that the edition has
 * @param unplaced who is unplaced of the last two years, in the same places
 */
record CourseSource(
    List<TimeToPlacement.PlacedByDay> placedByDay,
    List<MedianTimeToPlacement.MedianTime> medianTimes,
    List<Campaign.CampaignMonth> campaigns,
    List<UnplacedTwoYears.Unplaced> unplaced) {

  static final List<Table> TABLES =
      List.of(
          TimeToPlacement.TABLE,
          MedianTimeToPlacement.TABLE,
          Campaign.TABLE,
          UnplacedTwoYears.TABLE);

  static final CourseSource NOTHING = new CourseSource(List.of(), List.of(), List.of(), List.of());

  static CourseSource read(Warehouse warehouse, LocalDate newest) {
    return new CourseSource(
        records(
            warehouse,
            TimeToPlacement.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && EditionCuts.isOfAll(
                        one.degreeLevel(), one.disciplineCode(), one.provinceCode())),
        records(
            warehouse,
            MedianTimeToPlacement.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && EditionCuts.isOfAll(one.disciplineCode(), one.provinceCode())),
        records(
            warehouse,
            Campaign.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && EditionCuts.isOfPlace(one.placeLevel(), one.hardshipGroup())),
        records(
            warehouse,
            UnplacedTwoYears.RECORDS,
            one ->
                EditionCuts.isNow(one.asOfDate(), one.asOfKind(), newest)
                    && EditionCuts.isOfPlace(one.placeLevel(), one.hardshipGroup())));
  }
}
