package dev.taizhang.release.published;

import dev.taizhang.config.Thresholds;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.release.FurthestBehind;
import dev.taizhang.release.RateFigure;
import dev.taizhang.release.Standing;
import dev.taizhang.release.Wording;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a release says of each cohort, in three sentences that are made of the figures alone that it
 * shows: a group that is withheld is compared with nobody and named by none.
 */
final class ReleasedFindings {

  private static final String[] RATE = {
    "graduates", "placed", "placement_rate", "placement_rate_low", "placement_rate_high"
  };

  private final List<ReleasedRow> rates;
  private final List<RateFigure> weeks;
  private final List<ReleasedRow> reports;
  private final Function<String, Label> groupNames;
  private final Thresholds thresholds;

  /**
   * Finds them.
   *
   * @param rates rates of the date
   * @param trend rates week by week
   * @param reports the newest week of each university
   * @param groupNames what hardship groups are called
   */
  ReleasedFindings(
      List<ReleasedRow> rates,
      List<ReleasedRow> trend,
      List<ReleasedRow> reports,
      Function<String, Label> groupNames,
      Thresholds thresholds) {
    this.rates = rates.stream().filter(ReleasedRates::isEverywhere).toList();
    this.weeks = figures(trend.stream().filter(ReleasedRates::isEverywhere)).toList();
    this.reports = reports;
    this.groupNames = groupNames;
    this.thresholds = thresholds;
  }

  /** The sentences of every cohort that the release has figures of. */
  static SortedMap<Integer, List<KeyFinding>> of(
      List<ReleasedRow> cohorts, ReleasedFindings findings) {
    SortedMap<Integer, List<KeyFinding>> all = new TreeMap<>();
    cohorts.stream()
        .map(ReleasedRow::graduationYear)
        .distinct()
        .forEach(year -> all.put(year, findings.of(year)));
    return all;
  }

  private List<KeyFinding> of(int year) {
    List<RateFigure> ofCohort =
        figures(rates.stream().filter(row -> row.graduationYear() == year)).toList();
    return List.of(
        KeyFinding.ofEverybody(standing(ofCohort)),
        FurthestBehind.of(ofCohort, weeks)
            .map(behind -> behind.publishedFinding(groupNames))
            .orElseGet(
                () ->
                    KeyFinding.ofEverybody(
                        FurthestBehind.nobody(FurthestBehind.AmongGroups.PUBLISHED))),
        KeyFinding.ofEverybody(owed(year)));
  }

  private Label standing(List<RateFigure> ofCohort) {
    return ofCohort.stream()
        .filter(figure -> figure.hardshipGroup().equals(HardshipGroups.ALL))
        .findFirst()
        .map(
            all ->
                Standing.of(
                        all,
                        weeks.stream()
                            .filter(week -> week.hardshipGroup().equals(HardshipGroups.ALL))
                            .toList())
                    .sentence())
        .orElse(new Label("这一届总体的落实率未公布。", "The rate of this cohort as a whole is not published."));
  }

  /** Who reported late, and how many outcomes are unknown. */
  private Label owed(int year) {
    long late = reports.stream().filter(row -> row.text("on_time").equals("false")).count();
    long notCovered = reports.stream().filter(row -> row.text("covered").equals("false")).count();
    Label unknown =
        rates.stream()
            .filter(row -> row.graduationYear() == year)
            .filter(row -> row.hardshipGroup().equals(HardshipGroups.ALL))
            .filter(row -> row.isShown("outcome_unknown"))
            .findFirst()
            .map(row -> Wording.count(row.count("outcome_unknown")))
            .map(
                count ->
                    new Label(
                        "；本届去向不明 %s 人，均按未落实计算".formatted(count),
                        "; graduates of this cohort whose outcome is unknown, who count as not placed: %s"
                            .formatted(count)))
            .orElse(Label.same(""));
    return new Label(
        "%d 所高校中，%d 所未按时报送，%d 所最近采用的数据超过 %d 天%s。"
            .formatted(reports.size(), late, notCovered, thresholds.coveredDays(), unknown.zh()),
        "Late are %d of %d universities; the newest figures are older than %d days at %d%s."
            .formatted(late, reports.size(), thresholds.coveredDays(), notCovered, unknown.en()));
  }

  /** Rates that are shown whole; the others are nobody's business here. */
  private static Stream<RateFigure> figures(Stream<ReleasedRow> rows) {
    return rows.filter(row -> row.isShown(RATE))
        .map(
            row ->
                new RateFigure(
                    row.date("as_of_date"),
                    row.graduationYear(),
                    row.text("degree_level"),
                    row.hardshipGroup(),
                    row.count("graduates"),
                    row.count("placed"),
                    row.share("placement_rate"),
                    row.share("placement_rate_low"),
                    row.share("placement_rate_high"),
                    row.share("rate_gap"),
                    row.share("rate_gap_low"),
                    row.share("rate_gap_high")));
  }
}
