package dev.taizhang.conform;

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
import dev.taizhang.support.Cases;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.junit.jupiter.api.Test;

class RowReaderTest {

  private static final LocalDate DATE = LocalDate.of(2022, 6, 8);
  private static final Lookups LOOKUPS = Lookups.of(ReferenceData.load(Optional.empty()));

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
    assertEquals(expected.internal(), entries(rows));
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
                Entries.FLAGS, List.of());
    assertEquals(expected.internal(), entries(rows));
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
  void personIsKnownWhereTheIdNumberCanBeTrusted() {
    TableRows rows = rows();
    for (String state :
        List.of(
            Rows.ID_MISSING, Rows.ID_VALID, Rows.ID_ROUNDED, Rows.ID_DESTROYED, Rows.ID_INVALID)) {
      rows.row(Rows.ROW_NUMBER, 2, Rows.PERSON_ID, "p", Rows.ID_NUMBER_STATE, state);
    }

    assertEquals(
        List.of("missing null", "valid p", "rounded p", "destroyed null", "invalid null"),
        people(rows, false));
    assertEquals(
        List.of("missing null", "valid p", "destroyed null", "destroyed null", "invalid null"),
        people(rows, true));
  }

  @Test
  void cohortIsReadAloneAsItIsReadWithTheRow() {
    List<InternalRow> rows =
        rows()
            .row(Rows.ROW_NUMBER, 2, cell(GRADUATION_YEAR), "2022届")
            .row(Rows.ROW_NUMBER, 3, cell(GRADUATION_YEAR), null, cell(GRADUATION_DATE), "2022.9")
            .row(Rows.ROW_NUMBER, 4, cell(GRADUATION_YEAR), "应届")
            .internal();
    RowReader reader = RowReading.of(LOOKUPS, Thresholds.DEFAULT).open();
    List<Integer> years = new ArrayList<>();
    rows.forEach(row -> years.add(reader.graduationYear(row)));

    List<Integer> expected = new ArrayList<>(List.of(2022, 2023));
    expected.add(null);
    assertEquals(expected, years);
    for (int i = 0; i < years.size(); i++) {
      InternalRow readings = reader.read(rows.get(i), false);
      assertEquals(years.get(i), value(readings, Reading.GRADUATION_YEAR.field()));
    }
  }

  /**
   * Cases: cells of the given columns, then the given fields of the entry, with a space between.
   */
  private static void assertCells(List<LedgerColumn> columns, List<Field> fields, String... cases) {
    RowReader reader = RowReading.of(LOOKUPS, Thresholds.DEFAULT).open();
    assertEquals(
        List.of(),
        Cases.mismatches(
            cells -> {
              InternalRow readings = reader.read(row(columns, cells), false);
              return fields.stream()
                  .map(field -> Objects.toString(value(readings, field)))
                  .collect(Collectors.joining(" "));
            },
            cases));
  }

  private static InternalRow row(List<LedgerColumn> columns, String... cells) {
    Object[] row = {Rows.ROW_NUMBER, 2};
    for (int i = 0; i < cells.length; i++) {
      row = TableRows.joined(row, cell(columns.get(i)), cells[i]);
    }
    return rows().row(row).internal().get(0);
  }

  private static Object value(InternalRow readings, Field field) {
    int position = Readings.position(field);
    return readings.isNullAt(position) ? null : readings.get(position, field.type());
  }

  private static List<String> people(TableRows rows, boolean idNumbersDestroyed) {
    RowReader reader = RowReading.of(LOOKUPS, Thresholds.DEFAULT).open();
    return rows.internal().stream()
        .map(row -> reader.read(row, idNumbersDestroyed))
        .map(row -> value(row, Rows.ID_NUMBER_STATE) + " " + value(row, Rows.PERSON_ID))
        .toList();
  }

  private static List<InternalRow> entries(TableRows rows) {
    RowReader reader = RowReading.of(LOOKUPS, Thresholds.DEFAULT).open();
    GenericArrayData noFlags = new GenericArrayData(new Object[0]);
    return rows.internal().stream()
        .map(row -> EntryValues.LEDGER.of(reader.read(row, false), noFlags))
        .toList();
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
