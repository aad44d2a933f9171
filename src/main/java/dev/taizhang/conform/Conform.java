package dev.taizhang.conform;

import static dev.taizhang.tables.LedgerColumn.DEGREE;
import static dev.taizhang.tables.LedgerColumn.DEGREE_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_CREDIT_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_KIND;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_KIND_CODE;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_REGION;
import static dev.taizhang.tables.LedgerColumn.EMPLOYER_REGION_CODE;
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
import static dev.taizhang.tables.LedgerColumn.TEACHER_TRAINING;
import static dev.taizhang.tables.LedgerColumn.TEACHER_TRAINING_CODE;
import static dev.taizhang.tables.LedgerColumn.TRAINING_MODE;
import static dev.taizhang.tables.LedgerColumn.TRAINING_MODE_CODE;
import static dev.taizhang.tables.LedgerColumn.UNPLACED_REASON;
import static dev.taizhang.tables.LedgerColumn.URBAN_RURAL;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
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
  public static final int VERSION = 1;

  static final String HARDSHIP_MASK = "hardship_mask";
  static final String HARDSHIP_ITEMS = "hardship_items";
  private static final String GENDER_DIGIT = "gender_digit";
  private static final String ETHNICITY_DIGITS = "ethnicity_digits";
  static final String ORIGIN_LISTED = "origin_listed";
  private static final String EMPLOYER_REGION_LISTED = "employer_region_listed";
  private static final String CREDIT_CODE = "^[0-9A-HJ-NPQRTUWXY]{18}$";
  // More is a slip: the best-paid graduates of a year earn a tenth of it.
  private static final int HIGHEST_SALARY = 1_000_000;

  private Conform() {}

  /**
   * The entries of all rows that are not quarantined, as {@link Entries#TABLE}.
   *
   * @param rows {@link Rows}, one per row of a file
   * @param facts {@link FileFacts}, one per file
   * @param quarantine {@link Quarantine}, one per row left out
   * @param lookups the code lists
   */
  public static Dataset<Row> build(
      Dataset<Row> rows,
      Dataset<Row> facts,
      Dataset<Row> quarantine,
      Lookups lookups,
      Thresholds thresholds) {
    Dataset<Row> accepted = filterAccepted(Screening.withTrustedPerson(rows, facts), quarantine);
    return withCodes(accepted, lookups)
        .withColumn(Entries.GRADUATION_YEAR.name(), Screening.graduationYear(thresholds))
        .withColumn(Entries.GRADUATION_DATE.name(), Dates.date(cell(GRADUATION_DATE)))
        .withColumn(Entries.OUTCOME_DATE.name(), Dates.date(cell(OUTCOME_DATE)))
        .withColumn(Entries.DEGREE_LEVEL.name(), degreeLevel())
        .withColumn(Entries.COMPLETION.name(), completion())
        .withColumn(Entries.GENDER.name(), gender())
        .withColumn(Entries.ETHNIC_MINORITY.name(), col(ETHNICITY_DIGITS).notEqual("01"))
        .withColumn(Entries.MAJOR_CODE.name(), Majors.code(cell(MAJOR_CODE)))
        .withColumn(Entries.MAJOR_NAME.name(), withoutLongDigits(cell(MAJOR_NAME)))
        .withColumn(
            Entries.MAJOR_CATALOGUE.name(),
            Majors.catalogue(
                Entries.MAJOR_CODE.column(),
                Entries.DEGREE_LEVEL.column(),
                Entries.GRADUATION_YEAR.column()))
        .withColumn(Entries.HARDSHIP_TAGS.name(), Hardship.tags(col(HARDSHIP_MASK), items()))
        .withColumn(
            Entries.HARDSHIP_DETAIL.name(),
            Hardship.detail(col(HARDSHIP_MASK), items(), Entries.HARDSHIP_TAGS.column()))
        .withColumn(Entries.IN_DENOMINATOR.name(), inDenominator())
        .withColumn(Entries.EMPLOYER_NAME.name(), employerName())
        .withColumn(Entries.EMPLOYER_CREDIT_CODE.name(), creditCode())
        .withColumn(Entries.ORIGIN_REGION_CODE.name(), region(ORIGIN_LISTED, ORIGIN_REGION_CODE))
        .withColumn(
            Entries.EMPLOYER_REGION_CODE.name(),
            region(EMPLOYER_REGION_LISTED, EMPLOYER_REGION_CODE))
        .withColumn(Entries.MONTHLY_SALARY_YUAN.name(), salary())
        .withColumn(Entries.FLAGS.name(), Flags.broken())
        .select(Entries.TABLE.columns());
  }

  private static Dataset<Row> filterAccepted(Dataset<Row> rows, Dataset<Row> quarantine) {
    Column[] key = Quarantine.TABLE.keyColumns();
    String[] names = Arrays.stream(key).map(Column::toString).toArray(String[]::new);
    return rows.join(quarantine.select(key), names, "left_anti");
  }

  /** The rows with every code that stands in a list. */
  private static Dataset<Row> withCodes(Dataset<Row> rows, Lookups lookups) {
    Column origin = lookups.division(either(ORIGIN_REGION_CODE, ORIGIN_REGION));
    Column employer = lookups.division(either(EMPLOYER_REGION_CODE, EMPLOYER_REGION));
    Map<String, Column> codes = new LinkedHashMap<>();
    codes.put(Entries.OUTCOME_CODE.name(), lookups.code("outcome", outcomeText()));
    codes.put(Entries.DEGREE_CODE.name(), lookups.code("degree", either(DEGREE_CODE, DEGREE)));
    codes.put(
        Entries.TRAINING_MODE.name(),
        lookups.code("training_mode", either(TRAINING_MODE_CODE, TRAINING_MODE)));
    codes.put(
        Entries.TEACHER_TRAINING.name(),
        lookups.code("teacher_training", either(TEACHER_TRAINING_CODE, TEACHER_TRAINING)));
    codes.put(Entries.URBAN_RURAL.name(), lookups.code("urban_rural", cell(URBAN_RURAL)));
    codes.put(GENDER_DIGIT, lookups.code("gender", either(GENDER_CODE, GENDER)));
    codes.put(ETHNICITY_DIGITS, lookups.code("ethnicity", either(ETHNICITY_CODE, ETHNICITY)));
    codes.put(HARDSHIP_MASK, lookups.code("hardship_mask", either(HARDSHIP_CODE, HARDSHIP)));
    codes.put(HARDSHIP_ITEMS, Hardship.items(cell(HARDSHIP_CODE), cell(HARDSHIP), lookups));
    codes.put(
        Entries.EMPLOYER_KIND_CODE.name(),
        lookups.code("employer_kind", either(EMPLOYER_KIND_CODE, EMPLOYER_KIND)));
    codes.put(
        Entries.INDUSTRY_CODE.name(), lookups.code("industry", either(INDUSTRY_CODE, INDUSTRY)));
    codes.put(
        Entries.POSITION_CODE.name(), lookups.code("position", either(POSITION_CODE, POSITION)));
    codes.put(Entries.JOB_INTENTION.name(), lookups.code("job_intention", cell(JOB_INTENTION)));
    codes.put(
        Entries.UNPLACED_REASON.name(), lookups.code("unplaced_reason", cell(UNPLACED_REASON)));
    codes.put(ORIGIN_LISTED, origin);
    codes.put(
        Entries.ORIGIN_REGION_REVISION.name(),
        lookups.divisionRevision(either(ORIGIN_REGION_CODE, ORIGIN_REGION)));
    codes.put(EMPLOYER_REGION_LISTED, employer);
    return rows.withColumns(codes);
  }

  static Column cell(LedgerColumn column) {
    return Rows.cell(column).column();
  }

  /** The code's cell where it has ink, else the text's: a code wins over its text. */
  static Column either(LedgerColumn code, LedgerColumn text) {
    return coalesce(cell(code), cell(text));
  }

  /** Three-digit outcomes are read by their first two digits, their parent. */
  private static Column outcomeText() {
    Column text = either(OUTCOME_CODE, OUTCOME);
    return when(text.rlike("^[1-8]\\d{2}$"), substring(text, 1, 2)).otherwise(text);
  }

  private static Column items() {
    return col(HARDSHIP_ITEMS);
  }

  private static Column degreeLevel() {
    Column code = Entries.DEGREE_CODE.column();
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

  /** Null where a name holds as many digits as a phone or ID number has. */
  private static Column withoutLongDigits(Column name) {
    return when(not(name.rlike("\\d{11}")), name);
  }

  private static Column creditCode() {
    Column code = upper(cell(EMPLOYER_CREDIT_CODE));
    return when(code.rlike(CREDIT_CODE), code);
  }

  /** The division of the list, or else the cell where it has the form of a code. */
  private static Column region(String listed, LedgerColumn code) {
    return coalesce(col(listed), when(cell(code).rlike("^\\d{6}$"), cell(code)));
  }

  private static Column salary() {
    Column yuan =
        regexp_replace(cell(MONTHLY_SALARY), "[,元]|\\.0+$", "").try_cast(DataTypes.IntegerType);
    return when(yuan.between(1, HIGHEST_SALARY).and(length(cell(MONTHLY_SALARY)).lt(12)), yuan);
  }
}
