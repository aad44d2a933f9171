package dev.taizhang.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Submissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Lays what follow-up lists found over the states of the ledger: from its date on, until a ledger
 * slice tells another state than the one that was overridden.
 *
 * @see <a href="../../../../../docs/adr/0019-states-of-follow-ups.md">ADR 0019</a>
 */
public final class FollowUpStates {

  private static final String ARRIVAL = "arrival";
  private static final String FOUND = "found";
  private static final String ORDER = "place_in_order";
  private static final String NEXT_DATE = "next_date";
  private static final String PREVIOUS = "previous";
  private static final String PRECEDENCE = "precedence";

  /** The columns of a state that a list can tell; what it does not tell stays. */
  private static final List<Field> TOLD =
      List.of(
          Entries.OUTCOME_CODE,
          Entries.EMPLOYER_KIND_CODE,
          Entries.EMPLOYER_REGION_CODE,
          Entries.JOB_INTENTION,
          Entries.UNPLACED_REASON);

  private static final String[] GRADUATE = {
    History.UNIVERSITY_CODE.name(), History.GRADUATION_YEAR.name(), History.GRADUATE_ID.name()
  };
  private static final WindowSpec BY_DATE =
      Window.partitionBy(
              History.UNIVERSITY_CODE.column(),
              History.GRADUATION_YEAR.column(),
              History.GRADUATE_ID.column())
          .orderBy(History.VALID_FROM.column());

  /** The findings of one interval of the ledger, in their order. */
  private static final WindowSpec WITHIN_INTERVAL =
      Window.partitionBy(
              History.UNIVERSITY_CODE.column(),
              History.GRADUATION_YEAR.column(),
              History.GRADUATE_ID.column(),
              History.VALID_FROM.column())
          .orderBy(FollowUpEntries.STATE_DATE.column(), col(ORDER));

  private FollowUpStates() {}

  /**
   * The history with what follow-up lists found.
   *
   * @param history {@link History} of the ledger alone
   * @param followUps {@link FollowUp}; rows without a graduate, and of dates on which the graduate
   *     is in no ledger, change nothing
   * @param submissions {@link Submissions}, which tell the order of the lists
   */
  public static Dataset<Row> over(
      Dataset<Row> history, Dataset<Row> followUps, Dataset<Row> submissions) {
    Dataset<Row> findings = broadcast(findings(followUps, submissions));
    Dataset<Row> concerned = history.join(findings, GRADUATE, "left_semi");
    Dataset<Row> pieces = concerned.unionByName(pieces(concerned, findings));
    return history
        .join(findings, GRADUATE, "left_anti")
        .unionByName(inTurn(onePerDate(pieces)))
        .select(History.TABLE.columns());
  }

  /**
   * What was found of graduates. Those of one date stand in the order of their lists: by the lists'
   * dates, then as the files arrived, then as the rows stand in them.
   */
  private static Dataset<Row> findings(Dataset<Row> followUps, Dataset<Row> submissions) {
    Dataset<Row> arrivals =
        submissions.select(Submissions.SUBMISSION_ID.column(), Submissions.arrival().as(ARRIVAL));
    return followUps
        .filter(History.GRADUATE_ID.column().isNotNull())
        .join(broadcast(arrivals), Submissions.SUBMISSION_ID.name(), "inner")
        .select(
            History.UNIVERSITY_CODE.column(),
            History.GRADUATION_YEAR.column(),
            History.GRADUATE_ID.column(),
            FollowUpEntries.STATE_DATE.column(),
            struct(
                    FollowUpEntries.SNAPSHOT_DATE.column(),
                    col(ARRIVAL),
                    Dimensions.placeInFile().as("place"))
                .as(ORDER),
            struct(
                    Stream.concat(Stream.of(FollowUpEntries.SUBMISSION_ID), TOLD.stream())
                        .map(Field::column)
                        .toArray(Column[]::new))
                .as(FOUND));
  }

  /**
   * The states that begin with a finding, each within the ledger's interval that it falls in. What
   * a finding does not tell stays as those before it in the interval told, or else the ledger. Of
   * several findings of one date the state is what they tell together, the last one first.
   */
  private static Dataset<Row> pieces(Dataset<Row> history, Dataset<Row> findings) {
    Column date = FollowUpEntries.STATE_DATE.column();
    return history
        .filter(History.CHANGE_KIND.column().notEqual(History.LEFT))
        .join(findings, GRADUATE, "inner")
        .filter(History.validOn(date))
        .withColumn(NEXT_DATE, lead(date, 1).over(WITHIN_INTERVAL))
        .withColumn(FOUND, struct(toldSoFar()))
        .filter(not(date.eqNullSafe(col(NEXT_DATE))))
        .select(
            History.TABLE.fields().stream()
                .map(field -> ofPiece(field, date).as(field.name()))
                .toArray(Column[]::new));
  }

  /** The list of a finding, and each column as it or the last one before it that tells it says. */
  private static Column[] toldSoFar() {
    WindowSpec untilNow =
        WITHIN_INTERVAL.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Stream<Column> told =
        TOLD.stream()
            .map(
                field ->
                    last(col(FOUND).getField(field.name()), true).over(untilNow).as(field.name()));
    String list = FollowUpEntries.SUBMISSION_ID.name();
    return Stream.concat(Stream.of(col(FOUND).getField(list).as(list)), told)
        .toArray(Column[]::new);
  }

  private static Column ofPiece(Field field, Column date) {
    Column told = col(FOUND).getField(field.name());
    if (field.equals(History.VALID_FROM)) {
      return date;
    }
    if (field.equals(History.CHANGE_KIND)) {
      // On the day on which the ledger's interval begins, it begins with what was found.
      return when(History.VALID_FROM.column().equalTo(date), field.column())
          .otherwise(History.CHANGED);
    }
    if (field.equals(History.SOURCE_FEED)) {
      return lit(History.FOLLOW_UP);
    }
    if (field.equals(History.SUBMISSION_ID)) {
      return told;
    }
    if (field.name().equals(Entries.IN_DENOMINATOR.name())) {
      Column outcome = col(FOUND).getField(Entries.OUTCOME_CODE.name());
      return coalesce(not(outcome.isin(outside())), field.column());
    }
    return TOLD.stream().anyMatch(one -> one.name().equals(field.name()))
        ? coalesce(told, field.column())
        : field.column();
  }

  private static Object[] outside() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.component() == OutcomeComponent.OUTSIDE)
        .map(Outcome::code)
        .toArray();
  }

  /** Of a ledger state and a finding that begin on the same day the finding. */
  private static Dataset<Row> onePerDate(Dataset<Row> pieces) {
    return pieces
        .withColumn(
            PRECEDENCE,
            when(History.SOURCE_FEED.column().equalTo(History.FOLLOW_UP), 1).otherwise(0))
        .groupBy(col(GRADUATE[0]), col(GRADUATE[1]), col(GRADUATE[2]), History.VALID_FROM.column())
        .agg(max_by(struct(History.TABLE.columns()), col(PRECEDENCE)).as(FOUND))
        .select(col(FOUND + ".*"));
  }

  /** The pieces that tell something new, each until the next. */
  private static Dataset<Row> inTurn(Dataset<Row> pieces) {
    Dataset<Row> compared =
        pieces
            .withColumn(FOUND, Sightings.state())
            .withColumn(PREVIOUS, lag(col(FOUND), 1).over(BY_DATE));
    Column repeats =
        History.CHANGE_KIND
            .column()
            .equalTo(History.CHANGED)
            .and(col(FOUND).eqNullSafe(col(PREVIOUS)));
    return compared
        .filter(not(repeats))
        .withColumn(History.VALID_TO.name(), lead(History.VALID_FROM.column(), 1).over(BY_DATE))
        .drop(FOUND, PREVIOUS);
  }
}
