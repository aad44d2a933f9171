package dev.taizhang.figures.assistance;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.rates.AsOfDate;
import dev.taizhang.tables.HelpCells.HelpCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of what is found of the graduates of one university's cohort. */
public final class HelpCounts {

  private final HelpDates dates;
  private final String university;
  private final int year;
  private final Map<Found, long[]> counts = new HashMap<>();

  private record Found(
      int date, Hardship hardship, String subject, String kind, int days, String answer) {}

  /** Of a cohort of whom nothing is found yet. */
  public HelpCounts(HelpDates dates, String university, int year) {
    this.dates = dates;
    this.university = university;
    this.year = year;
  }

  /** Counts what is found of some graduates with the same hardship. */
  void add(
      int date,
      Hardship hardship,
      String subject,
      String kind,
      int days,
      String answer,
      long graduates) {
    counts
            .computeIfAbsent(
                new Found(date, hardship, subject, kind, days, answer), key -> new long[1])[0] +=
        graduates;
  }

  /** The rows of {@link dev.taizhang.tables.HelpCells#TABLE} that they make. */
  public List<HelpCell> rows() {
    List<HelpCell> rows = new ArrayList<>(counts.size());
    counts.forEach(
        (found, graduates) -> {
          AsOfDate asOf = dates.date(found.date());
          rows.add(
              new HelpCell(
                  asOf.date(),
                  asOf.kind(),
                  university,
                  year,
                  found.hardship().tags(),
                  found.hardship().detail(),
                  found.subject(),
                  found.kind(),
                  found.days(),
                  found.answer(),
                  graduates[0]));
        });
    return rows;
  }
}
