package dev.taizhang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  private static final LocalDate SNAPSHOT = LocalDate.of(2022, 6, 8);

  private static final String[] WRITTEN = {
    // to the day
    "20220630          | 2022-06-30",
    "2022-06-30        | 2022-06-30",
    "2022-6-3          | 2022-06-03",
    "2022/6/30         | 2022-06-30",
    "2022.6.30         | 2022-06-30",
    "2022.06.30        | 2022-06-30",
    "2022年6月30日     | 2022-06-30",
    "2022年06月30      | 2022-06-30",
    "20240229          | 2024-02-29",
    // with a time of day
    "2022-06-30T00:00:00   | 2022-06-30",
    "2022-06-30 00:00:00   | 2022-06-30",
    "2022-06-30 23:59:59.0 | 2022-06-30",
    "2022/6/1 0:00:00      | 2022-06-01",
    "2022/6/1 12:30        | 2022-06-01",
    "2022/6/3 10:00        | 2022-06-03",
    "2025-09-01 10:30      | 2025-09-01",
    "2025/9/1 10:30:00     | 2025-09-01",
    "2025-09-01T10:30      | 2025-09-01",
    "2025-09-01T10:30+08:00 | 2025-09-01",
    "2025年9月1日 10:30    | 2025-09-01",
    "2025年9月1日10时30分  | 2025-09-01",
    "2025年9月1日 星期一   | 2025-09-01",
    "2025/9/1 下午 3:30    | 2025-09-01",
    "2025/9/1 3:30 PM      | 2025-09-01",
    "2025 年 9 月 1 日     | 2025-09-01",
    "20250901 10:30        | 2025-09-01",
    "20250901103000        | 2025-09-01",
    "202509011030          | 2025-09-01",
    "45901.4375            | 2025-09-01",
    // midnight in China, as programs write it that think in universal time
    "2025-08-31T16:00:00.000Z | 2025-09-01",
    "2025-08-31T15:59:59Z  | 2025-08-31",
    // to the month or year
    "202206            | 2022-06-01",
    "2022-06           | 2022-06-01",
    "2022/6            | 2022-06-01",
    "2022.6            | 2022-06-01",
    "2022年6月         | 2022-06-01",
    "2022              | 2022-01-01",
    "2022年            | 2022-01-01",
    // day number of a spreadsheet
    "44742             | 2022-06-30",
    "44562             | 2022-01-01",
    "44742.0           | 2022-06-30",
    // no date
    "20220631          |",
    "20230229          |",
    "2022-13-01        |",
    "2022-06-00        |",
    "22-06-30          |",
    "30/06/2022        |",
    "60000             |",
    "20229             |",
    "99991231          |",
    "123               |",
    "202206301         |",
    "20250901993000    |",
    "2025-09-01 上午   |",
    "2025-09-01以后    |",
    "待定              |",
    "2022届            |",
    "13900000000       |",
    "                  |",
  };

  private static final String[] COHORTS = {
    // stated year, graduation date, first month | cohort, for a ledger of 8 June 2022
    "2022    |           | 9 | 2022",
    "2022届  |           | 9 | 2022",
    "2022年  |           | 9 | 2022",
    "2022.0  |           | 9 | 2022",
    "2022届毕业生 |      | 9 | 2022",
    "2022年毕业 |        | 9 | 2022",
    "        | 2022-06-30 | 9 | 2022",
    "        | 2022-08-31 | 9 | 2022",
    "        | 2022-09-01 | 9 | 2023",
    "        | 2022-12-31 | 9 | 2023",
    "        | 2023-01-01 | 9 | 2023",
    "        | 2022-07-31 | 8 | 2022",
    "        | 2022-08-01 | 8 | 2023",
    "        | 2022-08-31 | 8 | 2023",
    // the year stated wins, and what cannot be read states none
    "2022    | 2023-06-30 | 9 | 2022",
    "2022届  | 2022-09-01 | 9 | 2022",
    "应届    | 2022-06-30 | 9 | 2022",
    "22届    | 2022-09-30 | 9 | 2022",
    "22届毕业生 |         | 9 | 2022",
    "2022届春季 | 2021-12-30 | 9 | 2022",
    "2022届(夏季) |      | 9 | 2022",
    "2022年秋季 |        | 9 | 2022",
    "2022 届 |           | 9 | 2022",
    "2022届本科毕业生 | | 9 | 2022",
    "二〇二二届 |        | 9 | 2022",
    "二零二二年 |        | 9 | 2022",
    // a date of graduation in the column of the year
    "2022-06-30 |        | 9 | 2022",
    "2022-06-30 00:00 |  | 9 | 2022",
    "2021-12-30 |        | 9 | 2022",
    "2022年6月 |         | 9 | 2022",
    "202206  |           | 9 | 2022",
    "44742   |           | 9 | 2022",
    // the number 2022 in a cell that a spreadsheet shows as a date
    "1905-07-14 |        | 9 | 2022",
    // a year of enrolment, and a year that could be any
    "2018级  |           | 9 |",
    "2018级  | 2022-06-30 | 9 | 2022",
    "22      | 2022-06-30 | 9 | 2022",
    "22      |           | 9 |",
    // out of range
    "1990    |            | 9 | 1990",
    "1989    |            | 9 |",
    "2032    |            | 9 | 2032",
    "2033    |            | 9 |",
    "1989    | 2022-06-30 | 9 |",
    "        | 1989-06-30 | 9 |",
    "应届    |            | 9 |",
    "        |            | 9 |",
  };

  @Test
  void dateIsReadHoweverItIsWritten() {
    assertEquals(List.of(), Cases.mismatches(cells -> Dates.date(cells[0]), WRITTEN));
  }

  @Test
  void cohortIsTheYearStatedOrElseThatOfTheGraduationDate() {
    assertEquals(List.of(), Cases.mismatches(DatesTest::cohort, COHORTS));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-06-07, 2022-06-07",
    "2022-06-08, 2022-06-08",
    // A list made in the night tells of the day that has begun.
    "2022-06-09, 2022-06-09",
    "2022-06-10,",
    ",",
  })
  void whatLiesAheadOfTheListHasNotHappened(LocalDate date, LocalDate past) {
    assertEquals(past, Dates.past(date, SNAPSHOT));
  }

  private static Integer cohort(String... cells) {
    int firstMonth = Integer.parseInt(cells[2]);
    LocalDate graduation = cells[1] == null ? null : LocalDate.parse(cells[1]);
    return Dates.graduationYear(
        Dates.statedYear(cells[0], firstMonth), graduation, SNAPSHOT, firstMonth);
  }
}
