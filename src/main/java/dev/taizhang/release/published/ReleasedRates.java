package dev.taizhang.release.published;

import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.release.EditionWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes the parts of {@code placement_rates} and {@code placement_trend} that a release has. */
final class ReleasedRates {

  private static final String RATES = "placement_rates";
  private static final String TREND = "placement_trend";
  private static final String[] COUNTS = {"graduates", "placed"};
  private static final String[] PARTS = {
    "contract", "other_employment", "self_employed", "freelance", "domestic_study", "abroad"
  };
  private static final String[] REST = {"awaiting", "not_seeking", "outcome_unknown"};
  private static final String[] RATE = {
    "placement_rate", "placement_rate_low", "placement_rate_high"
  };
  private static final String[] GAP = {"rate_gap", "rate_gap_low", "rate_gap_high"};

  private final List<ReleasedRow> rates;
  private final List<ReleasedRow> trend;
  private final EditionWords words;
  private final RowOrder order;
  private final Label note;
  private final ReferenceRows references;

  /**
   * Makes the tables.
   *
   * @param note how the policy shows counts
   */
  ReleasedRates(
      List<ReleasedRow> rates,
      List<ReleasedRow> trend,
      EditionWords words,
      RowOrder order,
      Label note) {
    this.rates = rates;
    this.trend = trend;
    this.words = words;
    this.order = order;
    this.note = note;
    this.references = new ReferenceRows(rates);
  }

  List<EditionTable> tables() {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(
        gap(layout("as_of_kind", "graduation_year", "degree_level", "hardship_group")
                .columns(COUNTS)
                .columns(PARTS)
                .columns(REST)
                .columns(RATE)
                .shown("reference_rate", this::reference))
            .table(RATES, "groups", rates(ReleasedRates::isEverywhere)));
    tables.add(
        gap(layout("graduation_year", "region_role", "region_level", "region_code")
                .column("region_name", "region_name_zh")
                .columns("hardship_group")
                .columns(COUNTS)
                .columns(REST)
                .columns(RATE))
            .table(RATES, "regions", rates(ReleasedRates::isRegion)));
    tables.add(
        gap(layout("graduation_year", "major_level", "major_catalogue", "major_code")
                .column("major_name", "major_name_zh")
                .columns("hardship_group")
                .columns(COUNTS)
                .columns(REST)
                .columns(RATE))
            .table(RATES, "majors", rates(ReleasedRates::isField)));
    List<ReleasedRow> ofUniversities = rates(ReleasedRates::isUniversity);
    tables.add(
        gap(layout("graduation_year", "university_code", "hardship_group")
                .columns(COUNTS)
                .columns(PARTS)
                .columns(REST)
                .columns(RATE))
            .table(RATES, "universities", ofUniversities));
    byUniversity(ofUniversities)
        .forEach(
            (code, rows) ->
                tables.add(
                    gap(layout("graduation_year", "university_code", "degree_level")
                            .columns("hardship_group")
                            .columns(COUNTS)
                            .columns("outcome_unknown")
                            .columns(RATE))
                        .ofUniversity(RATES, code, rows.get(0).name("university_code"), rows)));
    tables.addAll(weeks());
    return tables;
  }

  private List<EditionTable> weeks() {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(
        new ReleasedTable(words)
            .columns("graduation_year", "as_of_date", "degree_level", "hardship_group")
            .columns(COUNTS)
            .columns(RATE)
            .note(note)
            .table(TREND, "all", inOrder(trend, ReleasedRates::isEverywhere, order.byWeek())));
    byUniversity(inOrder(trend, ReleasedRates::isUniversity, order.byWeek()))
        .forEach(
            (code, rows) ->
                tables.add(
                    new ReleasedTable(words)
                        .columns("graduation_year", "as_of_date")
                        .columns("university_code", "hardship_group")
                        .columns(COUNTS)
                        .columns(RATE)
                        .note(note)
                        .ofUniversity(TREND, code, rows.get(0).name("university_code"), rows)));
    return tables;
  }

  private ReleasedTable layout(String... cut) {
    return new ReleasedTable(words).columns("as_of_date").columns(cut).note(note);
  }

  private ReleasedTable gap(ReleasedTable table) {
    for (String column : GAP) {
      table.shown(column, (row, shape) -> references.marked(row, row.shown(column, shape)));
    }
    return table;
  }

  private Shown reference(ReleasedRow row, EditionColumn shape) {
    return references.marked(row, row.shown("reference_rate", shape));
  }

  private List<ReleasedRow> rates(Predicate<ReleasedRow> wanted) {
    return inOrder(rates, wanted, order.byPlace());
  }

  private static List<ReleasedRow> inOrder(
      List<ReleasedRow> rows, Predicate<ReleasedRow> wanted, Comparator<ReleasedRow> order) {
    return rows.stream().filter(wanted).sorted(order).toList();
  }

  static boolean isEverywhere(ReleasedRow row) {
    return row.isWhole("region_level", "major_level", "university_code");
  }

  private static boolean isRegion(ReleasedRow row) {
    return !row.isWhole("region_level") && row.isWhole("major_level", "university_code");
  }

  private static boolean isField(ReleasedRow row) {
    return !row.isWhole("major_level") && row.isWhole("region_level", "university_code");
  }

  private static boolean isUniversity(ReleasedRow row) {
    return !row.isWhole("university_code") && row.isWhole("region_level", "major_level");
  }

  private static SortedMap<String, List<ReleasedRow>> byUniversity(List<ReleasedRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.text("university_code"), TreeMap::new, Collectors.toList()));
  }
}
