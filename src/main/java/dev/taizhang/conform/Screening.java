package dev.taizhang.conform;

import static dev.taizhang.conform.QuarantineRule.CELLS_SHIFTED;
import static dev.taizhang.conform.QuarantineRule.CONFLICTING_ROW;
import static dev.taizhang.conform.QuarantineRule.DUPLICATE_ROW;
import static dev.taizhang.conform.QuarantineRule.NO_GRADUATION_YEAR;
import static dev.taizhang.conform.QuarantineRule.NO_IDENTITY;
import static dev.taizhang.conform.QuarantineRule.OTHER_UNIVERSITY;
import static dev.taizhang.conform.QuarantineRule.UNDECODABLE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.right;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Decides which rows cannot be counted rightly at all. */
public final class Screening {

  private static final String RULE = "broken_rule";
  private static final String IDENTITY = "identity";
  private static final Column RULE_COLUMN = col(RULE);

  private Screening() {}

  /** The columns of {@link Rows} that screening and {@link FileFacts} need. */
  public static Column[] columns() {
    return Stream.of(
            Rows.SUBMISSION_ID,
            Rows.SHEET_NAME,
            Rows.ROW_NUMBER,
            Rows.UNIVERSITY_CODE,
            Rows.SNAPSHOT_DATE,
            Rows.STUDENT_KEY,
            Rows.PERSON_ID,
            Rows.ID_NUMBER_STATE,
            Rows.ROW_HASH,
            Rows.DAMAGE,
            Rows.cell(LedgerColumn.UNIVERSITY_CODE),
            Rows.cell(LedgerColumn.GRADUATION_YEAR),
            Rows.cell(LedgerColumn.GRADUATION_DATE))
        .map(Field::column)
        .toArray(Column[]::new);
  }

  /**
   * What screening and {@link FileFacts} need of rows, with the cohort, which both ask for.
   *
   * @param rows {@link Rows}, one per row of a file
   */
  public static Dataset<Row> narrowed(Dataset<Row> rows, Thresholds thresholds) {
    return rows.select(columns())
        .withColumn(Quarantine.GRADUATION_YEAR.name(), graduationYear(thresholds));
  }

  /**
   * The rows to be quarantined, as {@link Quarantine#TABLE}.
   *
   * @param rows one per row of a file, as {@link #narrowed} gives them
   * @param facts {@link FileFacts}, one per file
   */
  public static Dataset<Row> build(Dataset<Row> rows, Dataset<Row> facts) {
    Dataset<Row> judged =
        withTrustedPerson(rows, facts)
            .withColumn(RULE, ownRule())
            .withColumn(IDENTITY, coalesce(Rows.STUDENT_KEY.column(), Rows.PERSON_ID.column()));
    return withRepetitionRule(judged)
        .filter(RULE + " IS NOT NULL")
        .withColumn(Quarantine.RULE_ID.name(), RULE_COLUMN)
        .withColumn(Quarantine.COLUMN_NAME.name(), ofRule(QuarantineRule::column))
        .withColumn(Quarantine.OFFENDING_VALUE.name(), offendingValue())
        .withColumn(Quarantine.MESSAGE_ZH.name(), ofRule(QuarantineRule::messageZh))
        .withColumn(Quarantine.MESSAGE_EN.name(), ofRule(QuarantineRule::messageEn))
        .select(Quarantine.TABLE.columns());
  }

  /** The cohort that a row names. */
  static Column graduationYear(Thresholds thresholds) {
    return Dates.graduationYear(
        Rows.cell(LedgerColumn.GRADUATION_YEAR).column(),
        Dates.date(Rows.cell(LedgerColumn.GRADUATION_DATE).column()),
        Rows.SNAPSHOT_DATE.column(),
        thresholds.cohortStartMonth());
  }

  /**
   * The rows with a person id only where the ID number can be trusted: a number that ends in 000
   * cannot in a file whose numbers a spreadsheet has rounded, even if its check digit fits.
   */
  static Dataset<Row> withTrustedPerson(Dataset<Row> rows, Dataset<Row> facts) {
    Dataset<Row> destroyed =
        facts.select(Rows.SUBMISSION_ID.column(), FileFacts.ID_NUMBERS_DESTROYED.column());
    Column rounded =
        Rows.ID_NUMBER_STATE
            .column()
            .equalTo(Rows.ID_ROUNDED)
            .and(FileFacts.ID_NUMBERS_DESTROYED.column());
    return rows.join(broadcast(destroyed), Rows.SUBMISSION_ID.name())
        .withColumn(
            Rows.ID_NUMBER_STATE.name(),
            when(rounded, Rows.ID_DESTROYED).otherwise(Rows.ID_NUMBER_STATE.column()))
        .withColumn(
            Rows.PERSON_ID.name(),
            when(
                Rows.ID_NUMBER_STATE.column().isin(Rows.ID_VALID, Rows.ID_ROUNDED),
                Rows.PERSON_ID.column()))
        .drop(FileFacts.ID_NUMBERS_DESTROYED.name());
  }

  /** The rule that the row breaks by itself; the gravest first. */
  private static Column ownRule() {
    Column damage = Rows.DAMAGE.column();
    Column stated = Rows.cell(LedgerColumn.UNIVERSITY_CODE).column();
    // The ministry's ten-digit code of a school ends in its five-digit one.
    // A spreadsheet drops the zeros that codes of some schools begin with.
    Column statedCode =
        when(length(stated).equalTo(10), right(stated, lit(5)))
            .when(length(stated).lt(5), lpad(stated, 5, "0"))
            .otherwise(stated);
    return when(damage.equalTo(Rows.DAMAGE_SURPLUS), CELLS_SHIFTED.id())
        .when(damage.equalTo(Rows.DAMAGE_UNDECODABLE), UNDECODABLE.id())
        .when(statedCode.notEqual(Rows.UNIVERSITY_CODE.column()), OTHER_UNIVERSITY.id())
        .when(
            coalesce(Rows.STUDENT_KEY.column(), Rows.PERSON_ID.column()).isNull(), NO_IDENTITY.id())
        .when(Quarantine.GRADUATION_YEAR.column().isNull(), NO_GRADUATION_YEAR.id());
  }

  /**
   * Of several rows of one graduate in a file the last one counts; of rows identical with it the
   * first is kept. Rows that break another rule take no part.
   */
  private static Dataset<Row> withRepetitionRule(Dataset<Row> judged) {
    WindowSpec graduate =
        Window.partitionBy(
            Rows.SUBMISSION_ID.column(),
            Quarantine.GRADUATION_YEAR.column(),
            col(IDENTITY),
            RULE_COLUMN.isNull());
    WindowSpec inOrder =
        graduate
            .orderBy(Rows.SHEET_NAME.column(), Rows.ROW_NUMBER.column())
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    String lastHash = "last_hash";
    String kept = "kept_row";
    Column hash = Rows.ROW_HASH.column();
    Column lastHashColumn = col(lastHash);
    Column position = struct(Rows.SHEET_NAME.column(), Rows.ROW_NUMBER.column());
    return judged
        .withColumn(lastHash, last(hash).over(inOrder))
        .withColumn(kept, min(when(hash.equalTo(lastHashColumn), position)).over(inOrder))
        .withColumn(
            RULE,
            coalesce(
                RULE_COLUMN,
                when(hash.notEqual(lastHashColumn), CONFLICTING_ROW.id())
                    .when(position.notEqual(col(kept)), DUPLICATE_ROW.id())))
        .drop(lastHash, kept);
  }

  private static Column ofRule(Function<QuarantineRule, String> property) {
    Column chosen = lit(null).cast("string");
    for (QuarantineRule rule : QuarantineRule.values()) {
      chosen = when(RULE_COLUMN.equalTo(rule.id()), lit(property.apply(rule))).otherwise(chosen);
    }
    return chosen;
  }

  /** The wrong value where it has the form of a code or date, else only how long it is. */
  private static Column offendingValue() {
    Column value =
        when(
                RULE_COLUMN.equalTo(OTHER_UNIVERSITY.id()),
                Rows.cell(LedgerColumn.UNIVERSITY_CODE).column())
            .when(
                RULE_COLUMN.equalTo(NO_GRADUATION_YEAR.id()),
                coalesce(
                    Rows.cell(LedgerColumn.GRADUATION_YEAR).column(),
                    Rows.cell(LedgerColumn.GRADUATION_DATE).column()));
    return when(value.rlike("^[0-9./年月日届-]{1,10}$"), value)
        .when(value.isNotNull(), concat(length(value).cast("string"), lit(" 个字符 / characters")));
  }
}
