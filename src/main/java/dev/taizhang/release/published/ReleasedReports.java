package dev.taizhang.release.published;

import static java.util.Comparator.comparing;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.release.EditionWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes {@code reporting}: who reported when. */
final class ReleasedReports {

  private static final String REPORTING = "reporting";
  private static final String WEEK = "week_ending";
  private static final String UNIVERSITY = "university_code";

  private final EditionWords words;
  private final List<ReleasedRow> rows;

  ReleasedReports(EditionWords words, List<ReleasedRow> rows) {
    this.words = words;
    this.rows = rows;
  }

  List<EditionTable> tables() {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(layout().table(REPORTING, "latest", newestWeek()));
    rows.stream()
        .sorted(comparing(ReleasedReports::week, Comparator.reverseOrder()))
        .collect(
            Collectors.groupingBy(row -> row.text(UNIVERSITY), TreeMap::new, Collectors.toList()))
        .forEach(
            (code, weeks) ->
                tables.add(
                    layout().ofUniversity(REPORTING, code, weeks.get(0).name(UNIVERSITY), weeks)));
    return tables;
  }

  /** The newest week of all, university by university. */
  List<ReleasedRow> newestWeek() {
    LocalDate newest =
        rows.stream().map(ReleasedReports::week).max(LocalDate::compareTo).orElse(LocalDate.MIN);
    return rows.stream()
        .filter(row -> week(row).equals(newest))
        .sorted(comparing(row -> row.text(UNIVERSITY)))
        .toList();
  }

  private static LocalDate week(ReleasedRow row) {
    return row.date(WEEK);
  }

  private ReleasedTable layout() {
    return new ReleasedTable(words)
        .columns(UNIVERSITY, WEEK, "as_of_date", "last_snapshot_date", "days_since_snapshot")
        .columns("on_time", "age_days", "covered");
  }
}
