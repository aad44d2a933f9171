package dev.taizhang.conform;

import static dev.taizhang.tables.LedgerColumn.DEGREE;
import static dev.taizhang.tables.LedgerColumn.DEGREE_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_CREDIT_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_KIND;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_KIND_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_REGION;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_REGION_CODE;
import static dev.taizhang.tables.LedgerColumn.ENROLMENT_DATE;
import static dev.taizhang.tables.LedgerColumn.ETHNICITY;
import static dev.taizhang.tables.LedgerColumn.ETHNICITY_CODE;
import static dev.taizhang.tables.LedgerColumn.GENDER;
import static dev.taizhang.tables.LedgerColumn.GENDER_CODE;
import static dev.taizhang.tables.LedgerColumn.GRADUATION_DATE;
import static dev.taizhang.tables.LedgerColumn.HARDSHIP;
import static dev.taizhang.tables.LedgerColumn.HARDSHIP_CODE;
import static dev.taizhang.tables.LedgerColumn.INDUSTRY;
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
import static dev.taizhang.tables.LedgerColumn.POSITION;
import static dev.taizhang.tables.LedgerColumn.POSITION_CODE;
import static dev.taizhang.tables.LedgerColumn.PROGRAMME_YEARS;
import static dev.taizhang.tables.LedgerColumn.TEACHER_TRAINING;
import static dev.taizhang.tables.LedgerColumn.TEACHER_TRAINING_CODE;
import static dev.taizhang.tables.LedgerColumn.TRAINING_MODE;
import static dev.taizhang.tables.LedgerColumn.TRAINING_MODE_CODE;
import static dev.taizhang.tables.LedgerColumn.UNPLACED_REASON;
import static dev.taizhang.tables.LedgerColumn.URBAN_RURAL;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.right;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Makes rows entries: every cell a typed value or null, every defect a flag. */
public final class Conform {

  /** Version of the reading; raising it makes earlier submissions old, to be read again. */
  public static final int VERSION = 3;

  private static final String HARDSHIP_MASK = "hardship_mask";
  private static final String HARDSHIP_ITEMS = "hardship_items";
  private static final String GENDER_DIGIT = "gender_code";
  private static final String ETHNICITY_DIGITS = "ethnicity_code";
  private static final String ORIGIN = "origin_region";
  private static final String EMPLOYER_PLACE = "employer_region";
  static final String LEDGER = "ledger";
  // More is a slip: the best-paid graduates of a year earn a tenth of it.
  private static final int HIGHEST_SALARY = 1_000_000;

  private Conform() {}

  /**
   * The entries of all rows that are not quarantined, as {@link Entries#TABLE}.
   *
   * @param rows {@link Rows}, one per row of a ledger
   * @param facts {@link FileFacts}, one per file
   * @param quarantine {@link Quarantine}, one per row left out
   * @param lookups the code lists
   * @param expectations the rules by which rows are flagged
   */
  public static Dataset<Row> build(
      Dataset<Row> rows,
      Dataset<Row> facts,
      Dataset<Row> quarantine,
      Lookups lookups,
      Thresholds thresholds,
      Expectations expectations) {
    Dataset<Row> readings = readings(rows, facts, quarantine, lookups, thresholds);
    return readings
        .withColumn(Entries.FLAGS.name(), expectations.flags(LEDGER, readings))
        // Rules look at the date as it is written.
        .withColumn(Entries.OUTCOME_DATE.name(), past(Entries.OUTCOME_DATE.column()))
        .select(Entries.TABLE.columns());
  }

  /** The readings of the rows that are not quarantined. */
  static Dataset<Row> readings(
      Dataset<Row> rows,
      Dataset<Row> facts,
      Dataset<Row> quarantine,
      Lookups lookups,
      Thresholds thresholds) {
    return readings(
        filterAccepted(Screening.withTrustedPerson(rows, facts), quarantine), lookups, thresholds);
  }

  /**
   * The rows with all that is read of their cells: the columns of an entry, and beside them what
   * only rules look at.
   */
  static Dataset<Row> readings(Dataset<Row> rows, Lookups lookups, Thresholds thresholds) {
    return withPlaceOfMajorAndHardship(
        withMeanings(
            withCodes(
                rows.withColumn(
                    Entries.GRADUATION_YEAR.name(), Screening.graduationYear(thresholds)),
                lookups),
            thresholds));
  }

  /** The rows with what codes and cells mean. */
  private static Dataset<Row> withMeanings(Dataset<Row> rows, Thresholds thresholds) {
    Map<String, Column> meanings = new LinkedHashMap<>();
    meanings.put(
        "graduation_year_stated",
        Dates.statedYear(
            Rows.cell(LedgerColumn.GRADUATION_YEAR).column(), thresholds.cohortStartMonth()));
    meanings.put(
        "graduation_year_of_date",
        Dates.graduationYear(
            lit(null).cast("string"),
            Entries.GRADUATION_DATE.column(),
            Rows.SNAPSHOT_DATE.column(),
            thresholds.cohortStartMonth()));
    meanings.put(AssistanceEntries.STATED_GRADUATION_YEAR.name(), Entries.GRADUATION_YEAR.column());
    meanings.put("programme_years", programmeYears());
    meanings.put("minimum_wage_yuan", minimumWage(thresholds));
    meanings.put(Entries.DEGREE_LEVEL.name(), degreeLevel(Entries.DEGREE_CODE.column()));
    meanings.put(
        ofText(Entries.DEGREE_LEVEL.name()), degreeLevel(col(ofText(Entries.DEGREE_CODE.name()))));
    meanings.put(Entries.COMPLETION.name(), completion());
    meanings.put(Entries.GENDER.name(), gender());
    meanings.put(Entries.ETHNIC_MINORITY.name(), col(ETHNICITY_DIGITS).notEqual("01"));
    Column majorCode = Majors.code(cell(MAJOR_CODE), degreeLevel(Entries.DEGREE_CODE.column()));
    meanings.put(Entries.MAJOR_CODE.name(), majorCode);
    meanings.put(Entries.MAJOR_NAME.name(), majorName(majorCode));
    meanings.put(Entries.HARDSHIP_TAGS.name(), Hardship.tags(col(HARDSHIP_MASK), items()));
    meanings.put(Entries.IN_DENOMINATOR.name(), inDenominator());
    meanings.put(Entries.EMPLOYER_NAME.name(), employerName());
    // The reader gives a code only where its check character fits.
    meanings.put(Entries.EMPLOYER_CREDIT_CODE.name(), cell(EMPLOYER_CREDIT_CODE));
    meanings.put(Entries.ORIGIN_REGION_CODE.name(), region(ORIGIN, ORIGIN_REGION_CODE));
    meanings.put(Entries.EMPLOYER_REGION_CODE.name(), region(EMPLOYER_PLACE, EMPLOYER_REGION_CODE));
    meanings.put(Entries.MONTHLY_SALARY_YUAN.name(), salary());
    return rows.withColumns(meanings);
  }

  private static Dataset<Row> withPlaceOfMajorAndHardship(Dataset<Row> rows) {
    return rows.withColumns(
        Map.of(
            Entries.MAJOR_CATALOGUE.name(),
            Majors.catalogue(
                Entries.MAJOR_CODE.column(),
                Entries.DEGREE_LEVEL.column(),
                Entries.GRADUATION_YEAR.column(),
                col("enrolment_date"),
                col("programme_years")),
            Entries.HARDSHIP_DETAIL.name(),
            Hardship.detail(col(HARDSHIP_MASK), items(), Entries.HARDSHIP_TAGS.column())));
  }

  private static Dataset<Row> filterAccepted(Dataset<Row> rows, Dataset<Row> quarantine) {
    Column[] key = Quarantine.TABLE.keyColumns();
    String[] names = Arrays.stream(key).map(Column::toString).toArray(String[]::new);
    return rows.join(quarantine.select(key), names, "left_anti");
  }

  /**
   * The rows with every code that stands in a list. A code wins over its text; what the text alone
   * says stands beside it.
   */
  private static Dataset<Row> withCodes(Dataset<Row> rows, Lookups lookups) {
    Map<String, Column> codes = new LinkedHashMap<>();
    putPair(codes, Entries.DEGREE_CODE.name(), "degree", DEGREE_CODE, DEGREE, lookups);
    putPair(
        codes,
        Entries.TRAINING_MODE.name(),
        "training_mode",
        TRAINING_MODE_CODE,
        TRAINING_MODE,
        lookups);
    putPair(
        codes,
        Entries.TEACHER_TRAINING.name(),
        "teacher_training",
        TEACHER_TRAINING_CODE,
        TEACHER_TRAINING,
        lookups);
    putPair(codes, GENDER_DIGIT, "gender", GENDER_CODE, GENDER, lookups);
    putPair(codes, ETHNICITY_DIGITS, "ethnicity", ETHNICITY_CODE, ETHNICITY, lookups);
    Column maskOfText = lookups.code("hardship_mask", withoutSpaces(cell(HARDSHIP)));
    codes.put(
        HARDSHIP_MASK,
        coalesce(lookups.code("hardship_mask", withoutSpaces(cell(HARDSHIP_CODE))), maskOfText));
    codes.put(ofText(HARDSHIP_MASK), maskOfText);
    putPair(
        codes,
        Entries.EMPLOYER_KIND_CODE.name(),
        "employer_kind",
        EMPLOYER_KIND_CODE,
        EMPLOYER_KIND,
        lookups);
    putPair(codes, Entries.INDUSTRY_CODE.name(), "industry", INDUSTRY_CODE, INDUSTRY, lookups);
    putPair(codes, Entries.POSITION_CODE.name(), "position", POSITION_CODE, POSITION, lookups);
    Column outcomeOfText = lookups.code("outcome", parent(cell(OUTCOME)));
    codes.put(
        Entries.OUTCOME_CODE.name(),
        lookups.olderOutcome(
            coalesce(lookups.code("outcome", parent(cell(OUTCOME_CODE))), outcomeOfText),
            outcomeOfText));
    codes.put(ofText(Entries.OUTCOME_CODE.name()), outcomeOfText);
    codes.put(Entries.URBAN_RURAL.name(), lookups.code("urban_rural", cell(URBAN_RURAL)));
    codes.put(HARDSHIP_ITEMS, Hardship.items(cell(HARDSHIP_CODE), cell(HARDSHIP), lookups));
    codes.put(Entries.JOB_INTENTION.name(), lookups.code("job_intention", cell(JOB_INTENTION)));
    codes.put(
        Entries.UNPLACED_REASON.name(), lookups.code("unplaced_reason", cell(UNPLACED_REASON)));
    putDivision(codes, ORIGIN, ORIGIN_REGION_CODE, ORIGIN_REGION, lookups);
    codes.put(
        Entries.ORIGIN_REGION_REVISION.name(),
        when(
                lookups.division(cell(ORIGIN_REGION_CODE)).isNotNull(),
                lookups.divisionRevision(cell(ORIGIN_REGION_CODE)))
            .otherwise(lookups.divisionRevision(cell(ORIGIN_REGION))));
    putDivision(codes, EMPLOYER_PLACE, EMPLOYER_REGION_CODE, EMPLOYER_REGION, lookups);
    codes.put(Entries.GRADUATION_DATE.name(), Dates.date(cell(GRADUATION_DATE)));
    codes.put(Entries.OUTCOME_DATE.name(), Dates.date(cell(OUTCOME_DATE)));
    codes.put(AssistanceEntries.MEASURE_DATE.name(), Dates.date(cell(LedgerColumn.MEASURE_DATE)));
    codes.put("survey_date", Dates.date(cell(LedgerColumn.SURVEY_DATE)));
    codes.put(
        AssistanceEntries.MEASURE_CODE.name(), lookups.code("measure", cell(LedgerColumn.MEASURE)));
    codes.put(
        AssistanceEntries.MODE.name(),
        lookups.code("assistance_mode", cell(LedgerColumn.ASSISTANCE_MODE)));
    codes.put(
        AssistanceEntries.PROVIDER.name(), lookups.code("provider", cell(LedgerColumn.PROVIDER)));
    codes.put(
        AssistanceEntries.RESULT_CODE.name(),
        lookups.code("assistance_result", cell(LedgerColumn.RESULT)));
    codes.put(
        AssistanceEntries.DECLINE_REASON_CODE.name(),
        lookups.code("decline_reason", cell(LedgerColumn.DECLINE_REASON)));
    codes.put("services_items", lookups.codes("measure", cell(LedgerColumn.SERVICES_RECEIVED)));
    codes.put(AssistanceEntries.STATED_UNIVERSITY_CODE.name(), statedUniversity(lookups));
    codes.put("enrolment_date", Dates.date(cell(ENROLMENT_DATE)));
    return rows.withColumns(codes);
  }

  private static void putPair(
      Map<String, Column> codes,
      String name,
      String list,
      LedgerColumn code,
      LedgerColumn text,
      Lookups lookups) {
    Column byText = lookups.code(list, cell(text));
    codes.put(name, coalesce(lookups.code(list, cell(code)), byText));
    codes.put(ofText(name), byText);
  }

  private static void putDivision(
      Map<String, Column> codes,
      String name,
      LedgerColumn code,
      LedgerColumn text,
      Lookups lookups) {
    Column byText = lookups.division(cell(text));
    codes.put(name + "_listed", coalesce(lookups.division(cell(code)), byText));
    codes.put(ofText(name), byText);
  }

  /** The column of what a text says beside its code. */
  private static String ofText(String name) {
    return name + "_of_text";
  }

  /** The university that the row names by code or name, or else the submitter where it is one. */
  private static Column statedUniversity(Lookups lookups) {
    Column code = cell(LedgerColumn.UNIVERSITY_CODE);
    Column submitter = Rows.UNIVERSITY_CODE.column();
    return coalesce(
        when(code.rlike("^\\d{5}(\\d{5})?$"), right(code, lit(5))),
        lookups.university(cell(LedgerColumn.UNIVERSITY_NAME)),
        when(length(submitter).equalTo(5), submitter));
  }

  /** A date that is not after the list that tells it; what lies ahead of it has not happened. */
  static Column past(Column date) {
    return when(date.leq(date_add(Rows.SNAPSHOT_DATE.column(), 1)), date);
  }

  static Column cell(LedgerColumn column) {
    return Rows.cell(column).column();
  }

  private static Column withoutSpaces(Column text) {
    return translate(text, " ", "");
  }

  /** Three-digit outcomes are read by their first two digits, their parent. */
  private static Column parent(Column text) {
    return when(text.rlike("^[1-8]\\d{2}$"), substring(text, 1, 2)).otherwise(text);
  }

  private static Column items() {
    return col(HARDSHIP_ITEMS);
  }

  private static Column degreeLevel(Column code) {
    return when(code.isin("01", "03"), "doctoral")
        .when(code.isin("11", "13"), "master")
        .when(code.isin("25", "26", "31", "33"), "bachelor")
        .when(code.isin("41", "43", "49", "61"), "associate")
        .otherwise(Dimensions.UNKNOWN);
  }

  private static Column completion() {
    Column code = Entries.DEGREE_CODE.column();
    return when(code.isin("03", "13", "26", "33", "43"), "completed")
        .when(code.equalTo("49"), "incomplete")
        .when(code.isNotNull(), "graduated");
  }

  private static Column gender() {
    return when(col(GENDER_DIGIT).equalTo("1"), "male")
        .when(col(GENDER_DIGIT).equalTo("2"), "female");
  }

  private static Column inDenominator() {
    String[] outside =
        Arrays.stream(Outcome.values())
            .filter(outcome -> outcome.component() == OutcomeComponent.OUTSIDE)
            .map(Outcome::code)
            .toArray(String[]::new);
    return coalesce(not(Entries.OUTCOME_CODE.column().isin((Object[]) outside)), lit(true));
  }

  /**
   * The name of a major. Where the code beside it cannot be read cells may be shifted, and the name
   * could be somebody's.
   */
  private static Column majorName(Column majorCode) {
    Column withoutCodes = not(array_contains(Rows.COLUMNS_PRESENT.column(), MAJOR_CODE.id()));
    return when(majorCode.isNotNull().or(withoutCodes), withoutLongDigits(cell(MAJOR_NAME)));
  }

  private static Column programmeYears() {
    return regexp_replace(cell(PROGRAMME_YEARS), "年?制?$", "")
        .try_cast(DataTypes.createDecimalType(3, 1));
  }

  /** Null where none is set, so that nothing is below it. */
  private static Column minimumWage(Thresholds thresholds) {
    return thresholds.minimumWageYuan() == 0
        ? lit(null).cast(DataTypes.IntegerType)
        : lit(thresholds.minimumWageYuan());
  }

  /** Self-employed people put their own name where the employer belongs. */
  private static Column employerName() {
    Column ownWork =
        coalesce(
            Entries.OUTCOME_CODE
                .column()
                .isin(Outcome.OWN_BUSINESS.code(), Outcome.FREELANCER.code()),
            lit(false));
    return when(not(ownWork), withoutLongDigits(Rows.EMPLOYER_NAME.column()));
  }

  /** Null where a name holds as many digits as a phone or ID number has, however parted. */
  private static Column withoutLongDigits(Column name) {
    return when(not(name.rlike("(\\d[-‐‑‒–—―−_ .·•・‧/()（）]{0,2}){10}\\d")), name);
  }

  /** The division of the list, or else the cell where it has the form of a code. */
  private static Column region(String listed, LedgerColumn code) {
    return coalesce(col(listed + "_listed"), when(cell(code).rlike("^\\d{6}$"), cell(code)));
  }

  private static Column salary() {
    Column yuan =
        regexp_replace(cell(MONTHLY_SALARY), "[,元]|\\.0+$", "").try_cast(DataTypes.IntegerType);
    return when(yuan.between(1, HIGHEST_SALARY).and(length(cell(MONTHLY_SALARY)).lt(12)), yuan);
  }
}
