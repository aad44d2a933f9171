package dev.taizhang.conform;

import static dev.taizhang.conform.TableRows.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ScreeningTest {

  private static final LocalDate DATE = LocalDate.of(2022, 6, 8);
  private static final List<Expectation> EXPECTATIONS =
      ReferenceData.load(Optional.empty()).expectations();

  @Test
  void soundRowsAreNotQuarantined() {
    TableRows rows =
        rows()
            .row(
                Rows.ROW_NUMBER,
                2,
                Rows.STUDENT_KEY,
                "a",
                Rows.cell(LedgerColumn.UNIVERSITY_CODE),
                "10001")
            .row(
                Rows.ROW_NUMBER,
                3,
                Rows.STUDENT_KEY,
                "b",
                Rows.cell(LedgerColumn.UNIVERSITY_CODE),
                "4111010001")
            .row(Rows.ROW_NUMBER, 4, Rows.PERSON_ID, "c", Rows.ID_NUMBER_STATE, Rows.ID_VALID);

    assertEquals(List.of(), screened(rows).collectAsList());
  }

  @Test
  void rowIsQuarantinedWithTheRuleThatItBreaks() {
    TableRows rows =
        rows()
            .row(Rows.ROW_NUMBER, 2, Rows.STUDENT_KEY, "a", Rows.DAMAGE, Rows.DAMAGE_SURPLUS)
            .row(Rows.ROW_NUMBER, 3, Rows.STUDENT_KEY, "b", Rows.DAMAGE, Rows.DAMAGE_UNDECODABLE)
            .row(
                Rows.ROW_NUMBER,
                4,
                Rows.STUDENT_KEY,
                "c",
                Rows.PERSON_ID,
                "p",
                Rows.ID_NUMBER_STATE,
                Rows.ID_VALID,
                Rows.cell(LedgerColumn.UNIVERSITY_CODE),
                "10002")
            .row(Rows.ROW_NUMBER, 5)
            .row(
                Rows.ROW_NUMBER,
                6,
                Rows.STUDENT_KEY,
                "e",
                Rows.cell(LedgerColumn.GRADUATION_YEAR),
                null);

    List<Row> expected =
        TableRows.inOrder(
            quarantine()
                .row(fields(2, "a", "cells_shifted"))
                .row(fields(3, "b", "undecodable"))
                .row(
                    with(
                        fields(4, "c", "other_university"),
                        Quarantine.PERSON_ID,
                        "p",
                        Quarantine.COLUMN_NAME,
                        "university_code",
                        Quarantine.OFFENDING_VALUE,
                        "10002"))
                .row(with(fields(5, null, "no_identity"), Quarantine.COLUMN_NAME, "student_number"))
                .row(
                    with(
                        fields(6, "e", "no_graduation_year"),
                        Quarantine.GRADUATION_YEAR,
                        null,
                        Quarantine.COLUMN_NAME,
                        "graduation_year"))
                .dataset(),
            Quarantine.ROW_NUMBER.column());
    assertEquals(expected, TableRows.inOrder(screened(rows), Quarantine.ROW_NUMBER.column()));
  }

  @Test
  void gravestRuleIsSaid() {
    TableRows rows =
        rows()
            .row(
                Rows.ROW_NUMBER,
                2,
                Rows.DAMAGE,
                Rows.DAMAGE_UNDECODABLE,
                Rows.cell(LedgerColumn.UNIVERSITY_CODE),
                "10002",
                Rows.cell(LedgerColumn.GRADUATION_YEAR),
                null)
            .row(
                Rows.ROW_NUMBER,
                3,
                Rows.cell(LedgerColumn.UNIVERSITY_CODE),
                "10002",
                Rows.cell(LedgerColumn.GRADUATION_YEAR),
                null)
            .row(Rows.ROW_NUMBER, 4, Rows.cell(LedgerColumn.GRADUATION_YEAR), null);

    assertEquals(
        List.of("2|undecodable", "3|other_university", "4|no_identity"), rules(screened(rows)));
  }

  @Test
  void offendingValueIsRepeatedOnlyWhereItHasTheFormOfWhatBelongsInItsColumn() {
    TableRows rows =
        rows()
            .row(year(2, "a", "1822届"))
            .row(year(3, "b", "无名氏"))
            .row(year(4, "c", "13900000000"))
            .row(with(year(5, "d", null), Rows.cell(LedgerColumn.GRADUATION_DATE), "2022-13-01"))
            .row(
                Rows.ROW_NUMBER,
                6,
                Rows.STUDENT_KEY,
                "e",
                Rows.cell(LedgerColumn.UNIVERSITY_CODE),
                "某某大学");

    assertEquals(
        List.of(
            "2|1822届",
            "3|3 个汉字 / Chinese characters",
            "4|11 个数字 / digits",
            "5|2022-13-01",
            "6|4 个汉字 / Chinese characters"),
        lines(screened(rows), Quarantine.ROW_NUMBER, Quarantine.OFFENDING_VALUE));
  }

  @Test
  void ofIdenticalRowsTheFirstIsKept() {
    TableRows rows = rows().row(hashed(2, "a", 7)).row(hashed(3, "a", 7)).row(hashed(4, "a", 7));

    assertEquals(List.of("3|duplicate_row", "4|duplicate_row"), rules(screened(rows)));
  }

  @Test
  void ofConflictingRowsTheLastIsKept() {
    TableRows rows = rows().row(hashed(2, "a", 7)).row(hashed(3, "a", 8)).row(hashed(4, "a", 9));

    assertEquals(List.of("2|conflicting_row", "3|conflicting_row"), rules(screened(rows)));
  }

  @Test
  void ofIdenticalAndConflictingRowsTheFirstOfTheLastKindIsKept() {
    TableRows rows =
        rows()
            .row(hashed(2, "a", 7))
            .row(hashed(3, "a", 8))
            .row(hashed(4, "a", 7))
            .row(hashed(10, "a", 7));

    assertEquals(
        List.of("3|conflicting_row", "4|duplicate_row", "10|duplicate_row"), rules(screened(rows)));
  }

  @Test
  void graduateIsRepeatedOnlyWithinOneFileAndCohort() {
    TableRows rows =
        rows()
            .row(hashed(2, "a", 7))
            .row(with(hashed(3, "a", 8), Rows.cell(LedgerColumn.GRADUATION_YEAR), "2023"))
            .row(with(hashed(2, "a", 9), Rows.SUBMISSION_ID, "s2"))
            .row(hashed(4, "b", 7));

    assertEquals(List.of(), rules(screened(rows)));
  }

  @Test
  void personWithoutStudentNumberIsRepeatedByTheIdNumber() {
    Object[] first = {Rows.ROW_NUMBER, 2, Rows.PERSON_ID, "p", Rows.ID_NUMBER_STATE, Rows.ID_VALID};
    Object[] second = {
      Rows.ROW_NUMBER, 3, Rows.PERSON_ID, "p", Rows.ID_NUMBER_STATE, Rows.ID_VALID
    };

    assertEquals(List.of("3|duplicate_row"), rules(screened(rows().row(first).row(second))));
  }

  @Test
  void rowWithAnIdNumberAloneRepeatsTheOneWithTheStudentNumberBesideIt() {
    TableRows rows =
        rows()
            .row(numbers(2, "a", "p", 7))
            .row(numbers(3, null, "p", 8))
            .row(numbers(4, null, "q", 9))
            .row(numbers(5, "c", null, 7))
            .row(numbers(6, "d", "r", 7))
            .row(numbers(7, "e", "r", 8))
            .row(numbers(8, null, "r", 9));

    assertEquals(List.of("2|conflicting_row"), rules(screened(rows)));
  }

  @Test
  void studentNumberOfTwoPeopleIsNobodys() {
    TableRows rows =
        rows()
            .row(numbers(2, "a", "p", 7))
            .row(numbers(3, "a", "q", 8))
            .row(numbers(4, "a", null, 9))
            .row(numbers(5, "b", "r", 7))
            .row(numbers(6, "b", null, 8));

    assertEquals(
        List.of(
            "2|student_number_shared",
            "3|student_number_shared",
            "4|student_number_shared",
            "5|conflicting_row"),
        rules(screened(rows)));
  }

  @Test
  void ofRowsInSeveralSheetsTheOneOfTheLastSheetCounts() {
    TableRows rows =
        rows()
            .row(with(hashed(2, "a", 7), Rows.SHEET_NAME, "10"))
            .row(with(hashed(9, "a", 8), Rows.SHEET_NAME, "2"));

    assertEquals(List.of("9|conflicting_row"), rules(screened(rows)));
  }

  @Test
  void rowThatBreaksAnotherRuleDoesNotDisplaceASoundOne() {
    TableRows rows =
        rows()
            .row(hashed(2, "a", 7))
            .row(with(hashed(3, "a", 8), Rows.DAMAGE, Rows.DAMAGE_SURPLUS));

    assertEquals(List.of("3|cells_shifted"), rules(screened(rows)));
  }

  @Test
  void roundedIdNumberNamesAPersonWhereTheOthersOfTheFileAreSound() {
    TableRows rows =
        rows()
            .row(id(2, Rows.ID_ROUNDED))
            .row(id(3, Rows.ID_ROUNDED))
            .row(id(4, Rows.ID_VALID))
            .row(id(5, Rows.ID_VALID));

    assertEquals(List.of(), rules(screened(rows)));
  }

  @Test
  void roundedIdNumberNamesNobodyInAFileThatASpreadsheetHasRounded() {
    TableRows rows =
        rows()
            .row(id(2, Rows.ID_ROUNDED))
            .row(with(id(3, Rows.ID_ROUNDED), Rows.STUDENT_KEY, "b"))
            .row(with(id(4, Rows.ID_DESTROYED), Rows.PERSON_ID, null, Rows.STUDENT_KEY, "c"))
            .row(id(5, Rows.ID_VALID));

    Dataset<Row> quarantine = screened(rows);

    assertEquals(
        List.of("2|no_identity|null"),
        lines(quarantine, Quarantine.ROW_NUMBER, Quarantine.RULE_ID, Quarantine.PERSON_ID));
  }

  @Test
  void fileFactsSayWhatOnlyTheWholeFileTells() {
    TableRows rows =
        rows()
            .row(id(2, Rows.ID_ROUNDED))
            .row(id(3, Rows.ID_ROUNDED))
            .row(with(id(4, Rows.ID_ROUNDED), Rows.cell(LedgerColumn.GRADUATION_YEAR), "2021届"))
            .row(Rows.SUBMISSION_ID, "s2", Rows.ROW_NUMBER, 2, Rows.STUDENT_KEY, "a");

    assertEquals(
        Map.of("s1", new FileFacts(3, 2021, true), "s2", new FileFacts(1, 2022, false)),
        MadeOfFiles.facts(rows));
  }

  @Test
  void fewRoundedIdNumbersOfManyAreChance() {
    TableRows rows = rows();
    for (int row = 0; row < 60; row++) {
      rows.row(id(row, row < 3 ? Rows.ID_ROUNDED : Rows.ID_VALID));
    }
    TableRows more = rows();
    for (int row = 0; row < 60; row++) {
      more.row(id(row, row < 4 ? Rows.ID_ROUNDED : Rows.ID_VALID));
    }

    assertFalse(isDestroyed(rows));
    assertTrue(isDestroyed(more));
  }

  private static boolean isDestroyed(TableRows rows) {
    return MadeOfFiles.facts(rows).get("s1").idNumbersDestroyed();
  }

  private static Dataset<Row> screened(TableRows rows) {
    return MadeOfFiles.of(rows, EXPECTATIONS).quarantine();
  }

  private static List<String> rules(Dataset<Row> quarantine) {
    return lines(quarantine, Quarantine.ROW_NUMBER, Quarantine.RULE_ID);
  }

  private static TableRows rows() {
    return TableRows.of(
        Rows.TABLE,
        Rows.SUBMISSION_ID,
        "s1",
        Rows.FEED,
        "ledger",
        Rows.TEMPLATE,
        "national",
        Rows.COLUMNS_PRESENT,
        List.of("graduation_year"),
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
        Rows.cell(LedgerColumn.GRADUATION_YEAR),
        "2022");
  }

  private static TableRows quarantine() {
    return TableRows.of(
        Quarantine.TABLE,
        Quarantine.SUBMISSION_ID,
        "s1",
        Quarantine.SHEET_NAME,
        "",
        Quarantine.UNIVERSITY_CODE,
        "10001",
        Quarantine.SNAPSHOT_DATE,
        DATE,
        Quarantine.GRADUATION_YEAR,
        2022);
  }

  private static Object[] fields(int rowNumber, String studentKey, String id) {
    Expectation rule =
        EXPECTATIONS.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return new Object[] {
      Quarantine.ROW_NUMBER, rowNumber,
      Quarantine.STUDENT_KEY, studentKey,
      Quarantine.RULE_ID, rule.id(),
      Quarantine.MESSAGE_ZH, rule.messageZh(),
      Quarantine.MESSAGE_EN, rule.messageEn()
    };
  }

  private static Object[] hashed(int rowNumber, String studentKey, long hash) {
    return new Object[] {
      Rows.ROW_NUMBER, rowNumber, Rows.STUDENT_KEY, studentKey, Rows.ROW_HASH, hash
    };
  }

  private static Object[] numbers(int rowNumber, String student, String person, long hash) {
    return with(
        hashed(rowNumber, student, hash),
        Rows.PERSON_ID,
        person,
        Rows.ID_NUMBER_STATE,
        person == null ? Rows.ID_MISSING : Rows.ID_VALID);
  }

  private static Object[] year(int rowNumber, String studentKey, String year) {
    return new Object[] {
      Rows.ROW_NUMBER,
      rowNumber,
      Rows.STUDENT_KEY,
      studentKey,
      Rows.cell(LedgerColumn.GRADUATION_YEAR),
      year
    };
  }

  private static Object[] id(int rowNumber, String state) {
    return new Object[] {
      Rows.ROW_NUMBER, rowNumber, Rows.PERSON_ID, "p" + rowNumber, Rows.ID_NUMBER_STATE, state
    };
  }

  private static Object[] with(Object[] fieldsAndValues, Object... more) {
    return TableRows.joined(fieldsAndValues, more);
  }
}
