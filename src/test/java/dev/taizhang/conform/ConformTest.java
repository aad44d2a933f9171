package dev.taizhang.conform;

import static dev.taizhang.conform.TableRows.lines;
import static dev.taizhang.tables.LedgerColumn.DEGREE;
import static dev.taizhang.tables.LedgerColumn.GRADUATION_DATE;
import static dev.taizhang.tables.LedgerColumn.GRADUATION_YEAR;
import static dev.taizhang.tables.LedgerColumn.HARDSHIP;
import static dev.taizhang.tables.LedgerColumn.HARDSHIP_CODE;
import static dev.taizhang.tables.LedgerColumn.MAJOR_CODE;
import static dev.taizhang.tables.LedgerColumn.MONTHLY_SALARY;
import static dev.taizhang.tables.LedgerColumn.ORIGIN_REGION_CODE;
import static dev.taizhang.tables.LedgerColumn.OUTCOME;
import static dev.taizhang.tables.LedgerColumn.OUTCOME_CODE;
import static dev.taizhang.tables.LedgerColumn.OUTCOME_DATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ConformTest {

  private static final LocalDate DATE = LocalDate.of(2022, 6, 8);
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  @Test
  void outcomeThatIsNotReadIsFlagged() {
    assertFlags(
        List.of(OUTCOME_CODE, OUTCOME),
        "10 |                   | major_unrecognised",
        "   |                   | major_unrecognised outcome_missing",
        "   | 国家/地方基层项目 | major_unrecognised outcome_unlisted",
        "99 |                   | major_unrecognised outcome_unlisted");
  }

  @Test
  void formerCodeIsNoDefectAndAnUnlistedOneIs() {
    assertFlags(
        List.of(ORIGIN_REGION_CODE),
        "341402 | major_unrecognised outcome_missing",
        "341499 | major_unrecognised origin_unlisted outcome_missing");
  }

  @Test
  void allDefectsOfARowAreFlaggedInOrder() {
    TableRows rows =
        rows()
            .row(
                Rows.ROW_NUMBER,
                2,
                Rows.STUDENT_KEY,
                "a",
                Rows.ID_NUMBER_STATE,
                Rows.ID_INVALID,
                cell(DEGREE),
                "小学",
                cell(MAJOR_CODE),
                "软件",
                cell(ORIGIN_REGION_CODE),
                "519999",
                cell(HARDSHIP),
                "学习困难",
                cell(GRADUATION_DATE),
                "待定",
                cell(OUTCOME),
                "去当老师了",
                cell(OUTCOME_DATE),
                "上周",
                cell(MONTHLY_SALARY),
                "面议");

    assertEquals(
        List.of(
            "degree_unlisted",
            "graduation_date_unreadable",
            "hardship_unlisted",
            "id_number_invalid",
            "major_unrecognised",
            "origin_unlisted",
            "outcome_date_unreadable",
            "outcome_unlisted",
            "salary_unreadable"),
        conformed(rows).select(Entries.FLAGS.column()).first().getList(0));
  }

  @Test
  void hardshipIsFlaggedOnlyWhereNothingIsMadeOfAWord() {
    assertFlags(
        List.of(HARDSHIP_CODE, HARDSHIP),
        "3 |                    | major_unrecognised outcome_missing",
        "  | 就业困难和家庭困难 | major_unrecognised outcome_missing",
        "  | 低保家庭、残疾     | major_unrecognised outcome_missing",
        "  | 无                 | major_unrecognised outcome_missing",
        "  | 低保家庭、学习困难 | hardship_unlisted major_unrecognised outcome_missing",
        "H |                    | hardship_unlisted major_unrecognised outcome_missing");
  }

  @Test
  void quarantinedRowHasNoEntry() {
    TableRows rows =
        rows()
            .row(Rows.ROW_NUMBER, 2, Rows.STUDENT_KEY, "a")
            .row(Rows.ROW_NUMBER, 3, Rows.STUDENT_KEY, "b", cell(GRADUATION_YEAR), null)
            .row(Rows.ROW_NUMBER, 4, Rows.STUDENT_KEY, "c");

    assertEquals(
        List.of("2|a", "4|c"), lines(conformed(rows), Entries.ROW_NUMBER, Entries.STUDENT_KEY));
  }

  @Test
  void roundedIdNumbersOfAFileNameNobodyAndAreFlagged() {
    TableRows rows = rows();
    for (int row = 2; row < 5; row++) {
      rows.row(
          Rows.ROW_NUMBER,
          row,
          Rows.STUDENT_KEY,
          "k" + row,
          Rows.PERSON_ID,
          "p" + row,
          Rows.ID_NUMBER_STATE,
          Rows.ID_ROUNDED);
    }
    Dataset<Row> entries = conformed(rows);

    assertEquals(
        List.of("2|null", "3|null", "4|null"),
        lines(entries, Entries.ROW_NUMBER, Entries.PERSON_ID));
    assertEquals(
        List.of("id_number_destroyed", "major_unrecognised", "outcome_missing"),
        entries.select(Entries.FLAGS.column()).first().getList(0));
  }

  /** Cases: cells of the given columns, then the flags of the entry, with a space between. */
  private static void assertFlags(List<LedgerColumn> columns, String... cases) {
    assertCases(
        columns,
        entries ->
            entries.orderBy(Entries.ROW_NUMBER.column()).collectAsList().stream()
                .map(
                    row ->
                        row.getAs(Entries.ROW_NUMBER.name())
                            + "|"
                            + String.join("|", row.<String>getList(row.fieldIndex("flags"))))
                .toList(),
        cases);
  }

  private static void assertCases(
      List<LedgerColumn> columns, Function<Dataset<Row>, List<String>> result, String... cases) {
    TableRows rows = rows();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < cases.length; i++) {
      String[] cells = cases[i].split("\\|", -1);
      Object[] row = {Rows.ROW_NUMBER, i, Rows.STUDENT_KEY, "k" + i};
      for (int j = 0; j < columns.size(); j++) {
        String text = cells[j].strip();
        row = TableRows.joined(row, cell(columns.get(j)), text.isEmpty() ? null : text);
      }
      rows.row(row);
      expected.add(i + "|" + cells[columns.size()].strip().replace(' ', '|'));
    }

    assertEquals(expected, result.apply(conformed(rows)));
  }

  private static Dataset<Row> conformed(TableRows rows) {
    return MadeOfFiles.of(rows, REFERENCE.expectations()).entries();
  }

  private static TableRows rows() {
    return TableRows.of(
        Rows.TABLE,
        Rows.SUBMISSION_ID,
        "s1",
        Rows.FEED,
        "ledger",
        Rows.TEMPLATE,
        "columns-0",
        Rows.COLUMNS_PRESENT,
        List.of(),
        Rows.SHEET_NAME,
        "",
        Rows.UNIVERSITY_CODE,
        "10001",
        Rows.SNAPSHOT_DATE,
        DATE,
        Rows.ID_NUMBER_STATE,
        Rows.ID_MISSING,
        Rows.ROW_HASH,
        0L,
        Rows.STUDENT_NUMBER_STATE,
        Rows.NUMBER_GIVEN,
        Rows.EXAMINEE_NUMBER_STATE,
        Rows.FORM_MISSING,
        Rows.PHONE_STATE,
        Rows.FORM_MISSING,
        Rows.CREDIT_CODE_STATE,
        Rows.FORM_MISSING,
        Rows.EMPLOYER_STATED,
        false,
        cell(GRADUATION_YEAR),
        "2022");
  }

  private static Field cell(LedgerColumn column) {
    return Rows.cell(column);
  }
}
