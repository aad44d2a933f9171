package dev.taizhang.conform;

import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads rows one after another; remembers words that it has met, and is for one thread. */
public final class RowReader {

  private static final int PERSON_ID = Readings.position(Rows.PERSON_ID);
  private static final int ID_NUMBER_STATE = Readings.position(Rows.ID_NUMBER_STATE);
  private static final int SNAPSHOT_DATE = Readings.position(Rows.SNAPSHOT_DATE);
  private static final int EMPLOYER_NAME = Readings.position(Rows.EMPLOYER_NAME);
  private static final UTF8String MAJOR_CODE_COLUMN =
      UTF8String.fromString(LedgerColumn.MAJOR_CODE.id());

  private final int cohortStartMonth;
  private final Integer minimumWageYuan;
  private final CodeReader codes;
  private final Remembered<LocalDate> dates = new Remembered<>(Dates::date);
  private final Remembered<Integer> statedYears;
  private final Remembered<BigDecimal> programmeYears =
      new Remembered<>(WrittenNumbers::programmeYears);
  private final Remembered<List<String>> hardshipItems;
  private final Remembered<UTF8String> encoded = new Remembered<>(UTF8String::fromString);

  RowReader(RowReading reading) {
    this.cohortStartMonth = reading.cohortStartMonth();
    this.minimumWageYuan = reading.minimumWageYuan();
    this.codes = new CodeReader(reading.lookups());
    this.statedYears = new Remembered<>(cell -> Dates.statedYear(cell, cohortStartMonth));
    this.hardshipItems = new Remembered<>(Hardship.of(reading.lookups())::items);
  }

  /**
   * The readings of a row, as {@link Readings#SCHEMA}; a new row each time, which shares the values
   * of the row that it is read from.
   *
   * @param row values of {@link Rows#TABLE} in its order
   * @param idNumbersDestroyed whether a spreadsheet has rounded the ID numbers of the row's file
   */
  public InternalRow read(InternalRow row, boolean idNumbersDestroyed) {
    ReadingRow readings = new ReadingRow(row, encoded::of);
    trustPerson(readings, idNumbersDestroyed);
    readDates(readings);
    Integer graduationYear = readCohort(readings);
    codes.read(readings, graduationYear);
    readDegreeAndPerson(readings);
    readMajor(readings, graduationYear);
    readHardship(readings);
    readEmployment(readings);
    return readings.row();
  }

  /** The cohort that a row names; null where it names none. */
  public Integer graduationYear(InternalRow row) {
    return Dates.graduationYear(
        statedYears.of(ReadingRow.cell(row, LedgerColumn.GRADUATION_YEAR)),
        dates.of(ReadingRow.cell(row, LedgerColumn.GRADUATION_DATE)),
        LocalDate.ofEpochDay(row.getInt(SNAPSHOT_DATE)),
        cohortStartMonth);
  }

  private static void trustPerson(ReadingRow readings, boolean idNumbersDestroyed) {
    String state = TrustedPerson.stateOf(readings.text(ID_NUMBER_STATE), idNumbersDestroyed);
    readings.put(ID_NUMBER_STATE, state);
    if (!TrustedPerson.isTrusted(state)) {
      readings.put(PERSON_ID, (String) null);
    }
  }

  private void readDates(ReadingRow readings) {
    readings.put(Reading.GRADUATION_DATE, dateOf(readings, LedgerColumn.GRADUATION_DATE));
    readings.put(Reading.OUTCOME_DATE, dateOf(readings, LedgerColumn.OUTCOME_DATE));
    readings.put(Reading.MEASURE_DATE, dateOf(readings, LedgerColumn.MEASURE_DATE));
    readings.put(Reading.SURVEY_DATE, dateOf(readings, LedgerColumn.SURVEY_DATE));
    readings.put(Reading.ENROLMENT_DATE, dateOf(readings, LedgerColumn.ENROLMENT_DATE));
  }

  private LocalDate dateOf(ReadingRow readings, LedgerColumn column) {
    return dates.of(readings.cell(column));
  }

  private Integer readCohort(ReadingRow readings) {
    Integer stated = statedYears.of(readings.cell(LedgerColumn.GRADUATION_YEAR));
    LocalDate graduation = dateOf(readings, LedgerColumn.GRADUATION_DATE);
    LocalDate snapshot = readings.date(SNAPSHOT_DATE);
    Integer year = Dates.graduationYear(stated, graduation, snapshot, cohortStartMonth);
    readings.put(Reading.GRADUATION_YEAR, year);
    readings.put(Reading.STATED_GRADUATION_YEAR, year);
    readings.put(Reading.GRADUATION_YEAR_STATED, stated);
    readings.put(
        Reading.GRADUATION_YEAR_OF_DATE,
        Dates.graduationYear(null, graduation, snapshot, cohortStartMonth));
    return year;
  }

  private static void readDegreeAndPerson(ReadingRow readings) {
    String degree = readings.text(Reading.DEGREE_CODE);
    readings.put(Reading.DEGREE_LEVEL, Degrees.level(degree));
    readings.put(
        Reading.DEGREE_LEVEL_OF_TEXT, Degrees.level(readings.text(Reading.DEGREE_CODE_OF_TEXT)));
    readings.put(Reading.COMPLETION, Degrees.completion(degree));
    readings.put(Reading.GENDER, People.gender(readings.text(Reading.GENDER_CODE)));
    readings.put(
        Reading.ETHNIC_MINORITY, People.ethnicMinority(readings.text(Reading.ETHNICITY_CODE)));
  }

  private void readMajor(ReadingRow readings, Integer graduationYear) {
    String level = readings.text(Reading.DEGREE_LEVEL);
    String code = Majors.code(readings.cell(LedgerColumn.MAJOR_CODE), level);
    String name = readings.cell(LedgerColumn.MAJOR_NAME);
    BigDecimal years = programmeYears.of(readings.cell(LedgerColumn.PROGRAMME_YEARS));
    readings.put(Reading.PROGRAMME_YEARS, years);
    readings.put(Reading.MAJOR_CODE, code);
    readings.put(
        Reading.MAJOR_NAME,
        name == null ? null : Majors.name(name, code, readings.hasColumn(MAJOR_CODE_COLUMN)));
    readings.put(
        Reading.MAJOR_CATALOGUE,
        Majors.catalogue(
            code, level, graduationYear, dateOf(readings, LedgerColumn.ENROLMENT_DATE), years));
  }

  private void readHardship(ReadingRow readings) {
    String mask = readings.text(Reading.HARDSHIP_MASK);
    List<String> items = new ArrayList<>();
    addItems(readings.cell(LedgerColumn.HARDSHIP_CODE), items);
    addItems(readings.cell(LedgerColumn.HARDSHIP), items);
    List<String> tags = Hardship.tags(mask, items);
    readings.put(Reading.HARDSHIP_ITEMS, items);
    readings.put(Reading.HARDSHIP_TAGS, tags);
    readings.put(Reading.HARDSHIP_DETAIL, Hardship.detail(mask, items, tags));
  }

  private void addItems(String cell, List<String> items) {
    if (cell != null) {
      items.addAll(hardshipItems.of(cell));
    }
  }

  private void readEmployment(ReadingRow readings) {
    String outcome = readings.text(Reading.OUTCOME_CODE);
    readings.put(Reading.IN_DENOMINATOR, Outcomes.isInDenominator(outcome));
    readings.put(
        Reading.EMPLOYER_NAME, Outcomes.employerName(readings.text(EMPLOYER_NAME), outcome));
    // The file's reader gives a code only where its check character fits.
    readings.put(Reading.EMPLOYER_CREDIT_CODE, readings.cell(LedgerColumn.EMPLOYER_CREDIT_CODE));
    readings.put(
        Reading.MONTHLY_SALARY_YUAN,
        WrittenNumbers.salary(readings.cell(LedgerColumn.MONTHLY_SALARY)));
    readings.put(Reading.MINIMUM_WAGE_YUAN, minimumWageYuan);
  }
}
