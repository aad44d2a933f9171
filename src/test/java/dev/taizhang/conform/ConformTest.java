package dev.taizhang.conform;

import static dev.taizhang.conform.TableRows.lines;
import static dev.taizhang.tables.LedgerColumn.DEGREE;
import static dev.taizhang.tables.LedgerColumn.DEGREE_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_CREDIT_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_KIND_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_REGION;
import static dev.taizhang.tables.LedgerColumn.ETHNICITY;
import static dev.taizhang.tables.LedgerColumn.ETHNICITY_CODE;
import static dev.taizhang.tables.LedgerColumn.GENDER_CODE;
import static dev.taizhang.tables.LedgerColumn.GRADUATION_DATE;
import static dev.taizhang.tables.LedgerColumn.GRADUATION_YEAR;
import static dev.taizhang.tables.LedgerColumn.HARDSHIP;
import static dev.taizhang.tables.LedgerColumn.HARDSHIP_CODE;
import static dev.taizhang.tables.LedgerColumn.INDUSTRY_CODE;
import static dev.taizhang.tables.LedgerColumn.JOB_INTENTION;
import static dev.taizhang.tables.LedgerColumn.MAJOR_CODE;
import static dev.taizhang.tables.LedgerColumn.MAJOR_NAME;
import static dev.taizhang.tables.LedgerColumn.MONTHLY_SALARY;
import static dev.taizhang.tables.LedgerColumn.ORIGIN_REGION;
import static dev.taizhang.tables.LedgerColumn.ORIGIN_REGION_CODE;
import static dev.taizhang.tables.LedgerColumn.OUTCOME;
import static dev.taizhang.tables.LedgerColumn.OUTCOME_CODE;
import static dev.taizhang.tables.LedgerColumn.OUTCOME_DATE;
import static dev.taizhang.tables.LedgerColumn.POSITION_CODE;
import static dev.taizhang.tables.LedgerColumn.TEACHER_TRAINING_CODE;
import static dev.taizhang.tables.LedgerColumn.TRAINING_MODE_CODE;
import static dev.taizhang.tables.LedgerColumn.URBAN_RURAL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Thresholds;
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
  private static final Expectations RULES = new Expectations(REFERENCE.expectations());

  @Test
  void everyCellBecomesATypedValue() {
    TableRows rows =
        rows()
            .row(
                Rows.ROW_NUMBER,
                2,
                Rows.STUDENT_KEY,
                "a",
                Rows.PERSON_ID,
                "p",
                Rows.ID_NUMBER_STATE,
                Rows.ID_VALID,
                cell(DEGREE_CODE),
                "31",
                cell(MAJOR_CODE),
                "080901K",
                cell(MAJOR_NAME),
                "计算机科学与技术",
                cell(TRAINING_MODE_CODE),
                "1",
                cell(TEACHER_TRAINING_CODE),
                "2",
                cell(URBAN_RURAL),
                "农村",
                cell(GENDER_CODE),
                "2",
                cell(ETHNICITY),
                "藏族",
                cell(ORIGIN_REGION_CODE),
                "510104",
                cell(GRADUATION_DATE),
                "20220630",
                cell(HARDSHIP_CODE),
                "2",
                cell(HARDSHIP),
                "低保家庭",
                cell(OUTCOME_CODE),
                "10",
                cell(OUTCOME_DATE),
                "2022年5月20日",
                cell(EMPLOYER_CREDIT_CODE),
                "91130104MA08Y7FL6L",
                Rows.EMPLOYER_NAME,
                "成都某公司",
                cell(EMPLOYER_KIND_CODE),
                "39",
                cell(INDUSTRY_CODE),
                "34",
                cell(EMPLOYER_REGION),
                "四川省成都市",
                cell(POSITION_CODE),
                "13",
                cell(MONTHLY_SALARY),
                "5,000元",
                cell(JOB_INTENTION),
                "有");

    TableRows expected =
        TableRows.of(Entries.TABLE)
            .row(
                Entries.SUBMISSION_ID, "s1",
                Entries.SHEET_NAME, "",
                Entries.ROW_NUMBER, 2,
                Entries.UNIVERSITY_CODE, "10001",
                Entries.GRADUATION_YEAR, 2022,
                Entries.SNAPSHOT_DATE, DATE,
                Entries.STUDENT_KEY, "a",
                Entries.PERSON_ID, "p",
                Entries.GENDER, "female",
                Entries.ETHNIC_MINORITY, true,
                Entries.DEGREE_CODE, "31",
                Entries.DEGREE_LEVEL, "bachelor",
                Entries.COMPLETION, "graduated",
                Entries.TRAINING_MODE, "1",
                Entries.TEACHER_TRAINING, "2",
                Entries.URBAN_RURAL, "rural",
                Entries.MAJOR_CATALOGUE, "undergraduate",
                Entries.MAJOR_CODE, "080901",
                Entries.MAJOR_NAME, "计算机科学与技术",
                Entries.ORIGIN_REGION_CODE, "510104",
                Entries.GRADUATION_DATE, LocalDate.of(2022, 6, 30),
                Entries.HARDSHIP_TAGS, List.of("economic_difficulty", "subsistence_allowance"),
                Entries.HARDSHIP_DETAIL, "tags",
                Entries.OUTCOME_CODE, "10",
                Entries.IN_DENOMINATOR, true,
                Entries.OUTCOME_DATE, LocalDate.of(2022, 5, 20),
                Entries.EMPLOYER_NAME, "成都某公司",
                Entries.EMPLOYER_CREDIT_CODE, "91130104MA08Y7FL6L",
                Entries.EMPLOYER_REGION_CODE, "510100",
                Entries.EMPLOYER_KIND_CODE, "39",
                Entries.INDUSTRY_CODE, "34",
                Entries.POSITION_CODE, "13",
                Entries.MONTHLY_SALARY_YUAN, 5000,
                Entries.JOB_INTENTION, "yes",
                Entries.FLAGS, List.of());
    assertEquals(expected.dataset().collectAsList(), conformed(rows).collectAsList());
  }

  @Test
  void rowWithIdentityAndCohortAloneCountsAsUnknown() {
    TableRows rows = rows().row(Rows.ROW_NUMBER, 2, Rows.STUDENT_KEY, "a");

    TableRows expected =
        TableRows.of(Entries.TABLE)
            .row(
                Entries.SUBMISSION_ID, "s1",
                Entries.SHEET_NAME, "",
                Entries.ROW_NUMBER, 2,
                Entries.UNIVERSITY_CODE, "10001",
                Entries.GRADUATION_YEAR, 2022,
                Entries.SNAPSHOT_DATE, DATE,
                Entries.STUDENT_KEY, "a",
                Entries.DEGREE_LEVEL, "unknown",
                Entries.MAJOR_CATALOGUE, "unknown",
                Entries.HARDSHIP_TAGS, List.of(),
                Entries.HARDSHIP_DETAIL, "missing",
                Entries.IN_DENOMINATOR, true,
                Entries.FLAGS, List.of("major_unrecognised", "outcome_missing"));
    assertEquals(expected.dataset().collectAsList(), conformed(rows).collectAsList());
  }

  @Test
  void outcomeIsReadFromCodeOrText() {
    assertCells(
        List.of(OUTCOME_CODE, OUTCOME),
        List.of(Entries.OUTCOME_CODE, Entries.IN_DENOMINATOR),
        "10  |                     | 10 true",
        "    | 签就业协议形式就业  | 10 true",
        "    | 签劳动合同形势就业  | 11 true",
        "    | 研究生              | 80 true",
        "    | 境外留学            | 85 true",
        // a code wins over its text
        "70  | 升学                | 70 true",
        // three digits are read by their parent
        "801 |                     | 80 true",
        "271 |                     | 27 true",
        "700 |                     | 70 true",
        // no substring decides
        "    | 不就业拟升学        | 71 true",
        "    | 拟升学              | 71 true",
        "    | 拟创业              | 70 true",
        "    | 拟出国出境          | 72 true",
        // ambiguous, unlisted or empty
        "    | 国家/地方基层项目   | null true",
        "99  |                     | null true",
        "999 |                     | null true",
        "    | 去当老师了          | null true",
        "    |                     | null true",
        // outside the denominator
        "65  |                     | 65 false",
        "    | 留级                | 65 false");
  }

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
  void leadingZeroThatASpreadsheetDroppedIsPutBack() {
    assertCells(
        List.of(DEGREE_CODE, ETHNICITY_CODE),
        List.of(Entries.DEGREE_CODE, Entries.DEGREE_LEVEL, Entries.ETHNIC_MINORITY),
        "1  | 1  | 01 doctoral false",
        "01 | 01 | 01 doctoral false",
        "3  | 4  | 03 doctoral true",
        "11 | 11 | 11 master true");
  }

  @Test
  void degreeGivesLevelAndCompletion() {
    assertCells(
        List.of(DEGREE_CODE, DEGREE),
        List.of(Entries.DEGREE_CODE, Entries.DEGREE_LEVEL, Entries.COMPLETION),
        "01 |          | 01 doctoral graduated",
        "03 |          | 03 doctoral completed",
        "11 |          | 11 master graduated",
        "13 |          | 13 master completed",
        "25 |          | 25 bachelor graduated",
        "26 |          | 26 bachelor completed",
        "31 |          | 31 bachelor graduated",
        "33 |          | 33 bachelor completed",
        "41 |          | 41 associate graduated",
        "43 |          | 43 associate completed",
        "49 |          | 49 associate incomplete",
        "61 |          | 61 associate graduated",
        "   | 本科结业 | 33 bachelor completed",
        "   | 小学     | null unknown null",
        "   |          | null unknown null");
  }

  @Test
  void employerIsHiddenForOwnWorkAndWhereItHoldsALongNumber() {
    assertCells(
        List.of(OUTCOME_CODE, LedgerColumn.EMPLOYER_NAME),
        List.of(Entries.EMPLOYER_NAME),
        "10 | 某公司            | 某公司",
        "   | 某公司            | 某公司",
        "80 | 某大学            | 某大学",
        "75 | 某工作室          | null",
        "76 | 某工作室          | null",
        "10 | 某公司13900000000 | null",
        "10 | 某公司1390000     | 某公司1390000");
  }

  @Test
  void majorNameIsHiddenWhereItHoldsALongNumber() {
    assertCells(
        List.of(MAJOR_NAME), List.of(Entries.MAJOR_NAME), "软件工程     | 软件工程", "13900000000  | null");
  }

  @Test
  void salaryIsInWholeYuan() {
    assertCells(
        List.of(MONTHLY_SALARY),
        List.of(Entries.MONTHLY_SALARY_YUAN),
        "3800      | 3800",
        "3800.00   | 3800",
        "3,800     | 3800",
        "3800元    | 3800",
        "1000000   | 1000000",
        "1000001   | null",
        "-3800     | null",
        "面议      | null",
        "3000-5000 | null",
        "13900000000 | null",
        "          | null");
  }

  @Test
  void originIsReadFromCodeOrName() {
    assertCells(
        List.of(ORIGIN_REGION_CODE, ORIGIN_REGION),
        List.of(Entries.ORIGIN_REGION_CODE),
        "510104 |              | 510104",
        "510100 |              | 510100",
        "       | 成都市       | 510100",
        "       | 成都市锦江区 | 510104",
        "       | 四川省成都市锦江区 | 510104",
        // a prefecture and the only county in it
        "       | 嘉峪关市     | 620200",
        "       | 甘肃省嘉峪关市 | 620200",
        "       | 甘肃省嘉峪关市嘉峪关市 | 620200",
        "620201 | 嘉峪关市     | 620201",
        "       | 东莞市       | 441900",
        "       | 广东省东莞市 | 441900",
        "       | 广东省中山市 | 442000",
        "       | 海南省儋州市 | 460400",
        "469003 |              | 460400",
        // several divisions have this name
        "       | 朝阳区       | null",
        "       | 北京市朝阳区 | 110105",
        // an unlisted code stays visible
        "519999 |              | 519999",
        "5101   |              | null");
  }

  @Test
  void formerCodeStandsForTheDivisionOfTodayWithTheRevisionThatHasIt() {
    assertCells(
        List.of(ORIGIN_REGION_CODE),
        List.of(Entries.ORIGIN_REGION_CODE, Entries.ORIGIN_REGION_REVISION),
        // the county-level city of the prefecture 合肥 that the prefecture 巢湖 fell to
        "341402 | 340181 201010",
        "341400 | 340100 201010",
        // a county that counts in another prefecture than its digits say
        "142301 | 141181 200306",
        // nobody knows what became of it, so that it stands for itself
        "139000 | 139000 201607",
        // in force, whatever it was called before
        "420600 | 420600 null",
        "510104 | 510104 null",
        // in no list
        "341499 | 341499 null");
    assertFlags(
        List.of(ORIGIN_REGION_CODE),
        "341402 | major_unrecognised outcome_missing",
        "341499 | major_unrecognised origin_unlisted outcome_missing");
  }

  @Test
  void formerNameStandsForWhatTheDivisionBecameUnlessItNamesOneToday() {
    assertCells(
        List.of(ORIGIN_REGION_CODE, ORIGIN_REGION),
        List.of(Entries.ORIGIN_REGION_CODE, Entries.ORIGIN_REGION_REVISION),
        "       | 安徽省巢湖市居巢区 | 340181 201010",
        "       | 北京市宣武区 | 110102 200912",
        "       | 襄樊市       | 420600 201010",
        "       | 石家庄市市辖区 | 130100 201607",
        // the county-level city of today, and not the prefecture that is no more
        "       | 巢湖市       | 340181 null",
        // a district of Hegang today, of Guangzhou once
        "       | 东山区       | 230406 null",
        "       | 广州市东山区 | 440104 200412",
        // districts of several cities, today and before
        "       | 市中区       | null null",
        // 410307 is another district's code today
        "410307 |              | 410307 null",
        "       | 洛阳市洛龙区 | 410311 null");
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

  /**
   * Cases: cells of the given columns, then the given fields of the entry, with a space between.
   */
  private static void assertCells(List<LedgerColumn> columns, List<Field> fields, String... cases) {
    List<Field> selected = new ArrayList<>(List.of(Entries.ROW_NUMBER));
    selected.addAll(fields);
    assertCases(columns, entries -> lines(entries, selected.toArray(Field[]::new)), cases);
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
    Dataset<Row> read = rows.dataset();
    Dataset<Row> narrowed = Screening.narrowed(read, Thresholds.DEFAULT, RULES);
    Dataset<Row> facts = FileFacts.build(narrowed, Thresholds.DEFAULT);
    Dataset<Row> quarantine = Screening.build(narrowed, facts, RULES);
    return Conform.build(read, facts, quarantine, Lookups.of(REFERENCE), Thresholds.DEFAULT, RULES);
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
