package dev.taizhang.conform;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Expectation;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Decides which rows cannot be counted rightly at all. */
public final class Screening {

  private static final Set<String> ALWAYS =
      Stream.of(
              Rows.SUBMISSION_ID,
              Rows.FEED,
              Rows.SHEET_NAME,
              Rows.ROW_NUMBER,
              Rows.UNIVERSITY_CODE,
              Rows.SNAPSHOT_DATE,
              Rows.STUDENT_KEY,
              Rows.PERSON_ID,
              Rows.ID_NUMBER_STATE,
              Rows.ROW_HASH,
              Rows.cell(LedgerColumn.GRADUATION_YEAR),
              Rows.cell(LedgerColumn.GRADUATION_DATE))
          .map(Field::name)
          .collect(toUnmodifiableSet());

  /** How a row repeats another of the same graduate: a column that rules may look at. */
  static final String REPETITION = "repetition";

  private static final String ASSISTANCE = "assistance";
  private static final String DUPLICATE = "duplicate";
  private static final String CONFLICT = "conflict";
  private static final String SHARED = "shared";
  private static final String RULE = "broken_rule";
  private static final Column RULE_COLUMN = col(RULE);

  private Screening() {}

  /** The columns of {@link Rows} that screening and {@link FileFacts} need under these rules. */
  public static Column[] columns(Expectations expectations) {
    return Rows.TABLE.fields().stream()
        .filter(
            field -> ALWAYS.contains(field.name()) || expectations.quarantineLooksAt(field.name()))
        .map(Field::column)
        .toArray(Column[]::new);
  }

  /**
   * What screening and {@link FileFacts} need of rows, with the cohort, which both ask for.
   *
   * @param rows {@link Rows}, one per row of a file
   */
  public static Dataset<Row> narrowed(
      Dataset<Row> rows, Thresholds thresholds, Expectations expectations) {
    return rows.select(columns(expectations))
        .withColumn(Quarantine.GRADUATION_YEAR.name(), graduationYear(thresholds));
  }

  /**
   * The rows to be quarantined, as {@link Quarantine#TABLE}.
   *
   * @param rows one per row of a file, as {@link #narrowed} gives them
   * @param facts {@link FileFacts}, one per file
   * @param expectations the rules
   */
  public static Dataset<Row> build(
      Dataset<Row> rows, Dataset<Row> facts, Expectations expectations) {
    return withRule(withTrustedPerson(rows, facts), expectations)
        .filter(RULE_COLUMN.isNotNull())
        .withColumn(Quarantine.RULE_ID.name(), RULE_COLUMN)
        .withColumn(
            Quarantine.COLUMN_NAME.name(),
            expectations.ofQuarantine(RULE_COLUMN, rule -> lit(columnName(rule))))
        .withColumn(Quarantine.OFFENDING_VALUE.name(), offendingValue(expectations))
        .withColumn(
            Quarantine.MESSAGE_ZH.name(),
            expectations.ofQuarantine(RULE_COLUMN, rule -> lit(rule.messageZh())))
        .withColumn(
            Quarantine.MESSAGE_EN.name(),
            expectations.ofQuarantine(RULE_COLUMN, rule -> lit(rule.messageEn())))
        .select(Quarantine.TABLE.columns());
  }

  /** The first of the columns to correct. */
  private static String columnName(Expectation rule) {
    return rule.column().isEmpty() ? null : rule.column().split("\\|", 2)[0];
  }

  /**
   * Rows with everything that a rule by which rows are left out may look at.
   *
   * @param rows {@link Rows}
   */
  static Dataset<Row> withAll(Dataset<Row> rows, Thresholds thresholds) {
    return withRepetition(
            rows.withColumn(Quarantine.GRADUATION_YEAR.name(), graduationYear(thresholds))
                .withColumn(RULE, lit(null).cast("string")))
        .drop(RULE);
  }

  /**
   * The rows with the first rule that each breaks by itself, or else in how it repeats another.
   * Rows that break a rule by themselves take no part in repetitions.
   */
  private static Dataset<Row> withRule(Dataset<Row> rows, Expectations expectations) {
    Column byItself =
        expectations.firstBroken(rows, rule -> !Expectations.mentions(rule, REPETITION));
    Dataset<Row> repeating = withRepetition(rows.withColumn(RULE, byItself));
    Column byRepetition =
        expectations.firstBroken(repeating, rule -> Expectations.mentions(rule, REPETITION));
    return repeating.withColumn(RULE, coalesce(RULE_COLUMN, byRepetition));
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

  /**
   * The rows with how each repeats another of the same graduate in its file. Of several rows the
   * last one counts; of rows identical with it the first is kept. Rows with different ID numbers
   * are of different people: where they have one student number, it is nobody's. Help is given more
   * than once, so that there only identical rows repeat each other.
   */
  private static Dataset<Row> withRepetition(Dataset<Row> rows) {
    Column hash = Rows.ROW_HASH.column();
    Column person = Rows.PERSON_ID.column();
    String identity = "identity";
    Column isKnown = col(identity).isNotNull();
    Column measure = when(Rows.FEED.column().equalTo(ASSISTANCE), hash);
    WindowSpec ofGraduate =
        Window.partitionBy(
            Rows.SUBMISSION_ID.column(),
            Quarantine.GRADUATION_YEAR.column(),
            col(identity),
            measure,
            RULE_COLUMN.isNull());
    WindowSpec inOrder =
        ofGraduate
            .orderBy(Dimensions.placeInFile())
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    String lastHash = "last_hash";
    String kept = "kept_row";
    String people = "people";
    Column lastHashColumn = col(lastHash);
    Column position = Dimensions.placeInFile();
    return rows.withColumn(identity, identity())
        .withColumn(lastHash, last(hash).over(inOrder))
        .withColumn(kept, min(when(hash.equalTo(lastHashColumn), position)).over(inOrder))
        .withColumn(people, not(min(person).over(inOrder).equalTo(max(person).over(inOrder))))
        .withColumn(
            REPETITION,
            when(isKnown.and(col(people)), SHARED)
                .when(isKnown.and(hash.notEqual(lastHashColumn)), CONFLICT)
                .when(isKnown.and(position.notEqual(col(kept))), DUPLICATE))
        .drop(identity, lastHash, kept, people);
  }

  /**
   * Whom a row is about: the student number, or where it has none the one that stands beside its ID
   * number elsewhere in the cohort of its file, or else the ID number. An ID number that stands
   * beside several student numbers, as when a cell was dragged down, names none of them.
   */
  private static Column identity() {
    Column student = Rows.STUDENT_KEY.column();
    Column person = Rows.PERSON_ID.column();
    WindowSpec ofPerson =
        Window.partitionBy(
            Rows.SUBMISSION_ID.column(),
            Quarantine.GRADUATION_YEAR.column(),
            // Rows without an ID number would otherwise all be sorted together.
            coalesce(person, student),
            RULE_COLUMN.isNull());
    Column last = max(student).over(ofPerson);
    Column only = when(min(student).over(ofPerson).equalTo(last), last);
    return coalesce(student, when(person.isNotNull(), only), person);
  }

  /**
   * The first wrong value that there is, as far as it may be shown.
   *
   * @see ShownForm
   */
  private static Column offendingValue(Expectations expectations) {
    Column value = expectations.ofQuarantine(RULE_COLUMN, rule -> firstOf(rule, functions::col));
    Column cell =
        expectations.ofQuarantine(
            RULE_COLUMN, rule -> firstOf(rule, name -> when(col(name).isNotNull(), lit(name))));
    UDF2<String, String, String> shown = ShownForm::shown;
    return udf(shown, DataTypes.StringType).apply(cell, value);
  }

  private static Column firstOf(Expectation rule, Function<String, Column> ofCell) {
    Column[] cells =
        Expectations.correct(rule).stream()
            .filter(name -> Rows.TABLE.fields().stream().anyMatch(one -> one.name().equals(name)))
            .map(ofCell)
            .toArray(Column[]::new);
    return cells.length == 0 ? lit(null).cast("string") : coalesce(cells);
  }
}
