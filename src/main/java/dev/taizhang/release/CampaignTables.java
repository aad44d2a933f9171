package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.tables.Campaign.CampaignMonth;
import dev.taizhang.tables.UnplacedTwoYears.Unplaced;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Makes {@code campaign} and {@code unplaced_two_years}. */
final class CampaignTables {

  private static final String PLACES = "places";

  private final EditionSource source;
  private final EditionWords words;
  private final List<String> groups;

  CampaignTables(EditionSource source, EditionWords words, List<String> groups) {
    this.source = source;
    this.words = words;
    this.groups = groups;
  }

  List<EditionTable> tables() {
    Map<Integer, LocalDate> newest = newestMonths();
    return List.of(
        campaign(
            EditionCuts.ALL,
            source.courses().campaigns().stream().filter(this::isEverywhere).toList()),
        campaign(
            PLACES,
            source.courses().campaigns().stream()
                .filter(month -> !isEverywhere(month))
                .filter(month -> month.monthEnd().equals(newest.get(month.graduationYear())))
                .toList()),
        unplaced(
            EditionCuts.ALL,
            source.courses().unplaced().stream()
                .filter(one -> one.placeLevel().equals(EditionCuts.ALL))
                .toList()),
        unplaced(
            PLACES,
            source.courses().unplaced().stream()
                .filter(one -> !one.placeLevel().equals(EditionCuts.ALL))
                .toList()));
  }

  private boolean isEverywhere(CampaignMonth month) {
    return month.placeLevel().equals(EditionCuts.ALL);
  }

  /** The newest month of each cohort: places are shown at it alone. */
  private Map<Integer, LocalDate> newestMonths() {
    Map<Integer, LocalDate> newest = new HashMap<>();
    source
        .courses()
        .campaigns()
        .forEach(
            month ->
                newest.merge(
                    month.graduationYear(),
                    month.monthEnd(),
                    BinaryOperator.maxBy(Comparator.naturalOrder())));
    return newest;
  }

  private EditionTable campaign(String part, List<CampaignMonth> months) {
    return new TableLayout<CampaignMonth>(words)
        .value("as_of_date", CampaignMonth::asOfDate)
        .count("graduation_year", CampaignMonth::graduationYear)
        .value("month_end", CampaignMonth::monthEnd)
        .value("place_level", CampaignMonth::placeLevel)
        .value("place_code", CampaignMonth::placeCode)
        .value("place_name", CampaignMonth::placeName)
        .value("hardship_group", CampaignMonth::hardshipGroup)
        .count("unplaced_on_1_july", CampaignMonth::unplacedOn1July)
        .count("placed_since", CampaignMonth::placedSince)
        .count("awaiting", CampaignMonth::awaiting)
        .count("not_seeking", CampaignMonth::notSeeking)
        .count("outcome_unknown", CampaignMonth::outcomeUnknown)
        .count("lost_from_view", CampaignMonth::lostFromView)
        .shown("placed_share", month -> marked(month, month.placedShare()))
        .shown("placed_share_low", month -> marked(month, month.placedShareLow()))
        .shown("placed_share_high", month -> marked(month, month.placedShareHigh()))
        .table(
            "campaign",
            part,
            months.stream()
                .sorted(
                    comparing(CampaignMonth::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(CampaignMonth::placeLevel)
                        .thenComparing(CampaignMonth::placeCode)
                        .thenComparing(month -> groups.indexOf(month.hardshipGroup()))
                        .thenComparing(CampaignMonth::monthEnd))
                .toList());
  }

  private static Shown marked(CampaignMonth month, double share) {
    return RateLayout.marked(Shown.share(share), month.unplacedOn1July());
  }

  private EditionTable unplaced(String part, List<Unplaced> rows) {
    return new TableLayout<Unplaced>(words)
        .value("as_of_date", Unplaced::asOfDate)
        .count("graduation_year", Unplaced::graduationYear)
        .value("place_level", Unplaced::placeLevel)
        .value("place_code", Unplaced::placeCode)
        .value("place_name", Unplaced::placeName)
        .value("hardship_group", Unplaced::hardshipGroup)
        .count("graduates", Unplaced::graduates)
        .count("unplaced", Unplaced::unplaced)
        .count("awaiting", Unplaced::awaiting)
        .count("not_seeking", Unplaced::notSeeking)
        .count("outcome_unknown", Unplaced::outcomeUnknown)
        .count("found_placed", Unplaced::foundPlaced)
        .count("found_unplaced", Unplaced::foundUnplaced)
        .value("oldest_word", Unplaced::oldestWord)
        .value("median_word", Unplaced::medianWord)
        .value("newest_word", Unplaced::newestWord)
        .count("no_word_30_days", Unplaced::noWord30Days)
        .count("no_word_90_days", Unplaced::noWord90Days)
        .table(
            "unplaced_two_years",
            part,
            rows.stream()
                .sorted(
                    comparing(Unplaced::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(Unplaced::placeLevel)
                        .thenComparing(Unplaced::placeCode)
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup())))
                .toList());
  }
}
