package dev.taizhang.landing.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.LedgerColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts say nothing, and in which columns. */
class PlaceholderTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "STUDENT_NUMBER,#N/A,true",
        "STUDENT_NUMBER,#REF!,true",
        "STUDENT_NUMBER,#n/a,true",
        "STUDENT_NUMBER,#######,true",
        "STUDENT_NUMBER,NULL,true",
        "STUDENT_NUMBER,nan,true",
        "STUDENT_NUMBER,无,true",
        "STUDENT_NUMBER,无学号,true",
        "STUDENT_NUMBER,-,true",
        "STUDENT_NUMBER,——,true",
        "STUDENT_NUMBER,/,true",
        "STUDENT_NUMBER,0,true",
        "STUDENT_NUMBER,0000000,true",
        "STUDENT_NUMBER,待补,true",
        "STUDENT_NUMBER,01,false",
        "STUDENT_NUMBER,2021无1,false",
        "ID_NUMBER,无,true",
        "ID_NUMBER,0,true",
        "ID_NUMBER,护照,false",
        "PHONE,-,true",
        "UNIVERSITY_CODE,/,true",
        "EMPLOYER_NAME,无,true",
        "EMPLOYER_NAME,/,true",
        "EMPLOYER_NAME,#VALUE!,true",
        "EMPLOYER_NAME,无锡示例公司,false",
        "EMPLOYER_CREDIT_CODE,无,false",
        "EMPLOYER_CREDIT_CODE,-,false",
        "EMPLOYER_CREDIT_CODE,#N/A,true",
        "HARDSHIP,无,false",
        "HARDSHIP,-,true",
        "HARDSHIP_CODE,0,false",
        "HARDSHIP_CODE,无,false",
        "JOB_INTENTION,无,false",
        "UNPLACED_REASON,无,true",
        "MONTHLY_SALARY,0,false",
        "GENDER_CODE,0,false",
        "OUTCOME,-,true",
        "OUTCOME_CODE,10,false",
        "GRADUATION_DATE,--,true",
      })
  void placeholderIsBlankWhereNothingIsMeant(LedgerColumn column, String text, boolean blank) {
    CellText cell = new CellText();
    cell.set(text.toCharArray(), 0, text.length(), false);

    assertEquals(blank, Placeholder.is(column, cell));
  }
}
