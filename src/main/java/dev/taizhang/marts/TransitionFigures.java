package dev.taizhang.marts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Measures;
import dev.taizhang.tables.Transitions;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How graduates moved between consecutive weekly as-of dates. Most stay in their interval of the
 * history from one date to the next: those are counted as intervals, and only whoever began a new
 * one is looked at singly, so that a week costs what changed in it.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Transitions"</a>
 */
public final class TransitionFigures {

  private static final String EARLIER_SLICE = "earlier_slice";
  private static final String LATER_SLICE = "later_slice";
  private static final String STATE = "state";
  private static final String CHANGE = "change_date";
  private static final String TAGS_BEFORE = "tags_before";
  private static final String DETAIL_BEFORE = "detail_before";

  private static final String[] COHORT = {
    History.UNIVERSITY_CODE.name(), History.GRADUATION_YEAR.name()
  };
  private static final String[] CHANGE_OF_COHORT = {
    History.UNIVERSITY_CODE.name(), History.GRADUATION_YEAR.name(), CHANGE
  };
  private static final String[] GRADUATE_AND_DATE = {
    History.UNIVERSITY_CODE.name(),
    History.GRADUATION_YEAR.name(),
    History.GRADUATE_ID.name(),
    Transitions.AS_OF_DATE.name()
  };

  /** What is known of a movement before it is counted by group. */
  private static final Column[] MOVEMENT = {
    History.UNIVERSITY_CODE.column(),
    Transitions.AS_OF_DATE.column(),
    Transitions.PREVIOUS_DATE.column(),
    Transitions.GRADUATION_YEAR.column(),
    Transitions.FROM_STATE.column(),
    Transitions.TO_STATE.column(),
    Dimensions.HARDSHIP_TAGS.column(),
    Dimensions.HARDSHIP_DETAIL.column(),
    Transitions.GRADUATES.column()
  };

  private TransitionFigures() {}

  /**
   * {@link Transitions#TABLE}.
   *
   * @param history {@link History}
   * @param asOf {@link AsOf}
   */
  public static Dataset<Row> build(
      Dataset<Row> history, Dataset<Row> asOf, Names names, ReferenceData reference) {
    Dataset<Row> steps = steps(asOf);
    Dataset<Row> intervals = intervals(history);
    Dataset<Row> counted = stayed(intervals, steps).unionByName(moved(intervals, steps));
    return byGroup(names.withUniversityRegions(counted), reference)
        .groupBy(
            Transitions.AS_OF_DATE.column(),
            Transitions.PREVIOUS_DATE.column(),
            Transitions.GRADUATION_YEAR.column(),
            Transitions.PROVINCE_CODE.column(),
            Transitions.HARDSHIP_GROUP.column(),
            Transitions.FROM_STATE.column(),
            Transitions.TO_STATE.column())
        .agg(sum(Transitions.GRADUATES.column()).as(Transitions.GRADUATES.name()))
        .withColumn(
            Transitions.AGREEMENTS_TERMINATED.name(),
            agreementsTerminated(
                Transitions.FROM_STATE.column(),
                Transitions.TO_STATE.column(),
                Transitions.GRADUATES.column()))
        .select(Transitions.TABLE.columns());
  }

  /** Of graduates, those who had an outcome that counts as placed and await employment again. */
  private static Column agreementsTerminated(Column from, Column to, Column graduates) {
    return when(from.equalTo(Transitions.PLACED).and(to.equalTo(Transitions.AWAITING)), graduates)
        .otherwise(0L);
  }

  /**
   * One row per weekly as-of date but the first and cohort that a slice speaks for on it: the dates
   * of that slice and of the one that spoke at the date before, null where none did.
   */
  private static Dataset<Row> steps(Dataset<Row> asOf) {
    Column weekly = AsOf.IN_TREND.column().and(AsOf.AS_OF_KIND.column().equalTo("plain"));
    Dataset<Row> speaking =
        asOf.filter(weekly)
            .select(
                AsOf.UNIVERSITY_CODE.column(),
                AsOf.GRADUATION_YEAR.column(),
                AsOf.AS_OF_KIND.column(),
                AsOf.AS_OF_DATE.column(),
                AsOf.SNAPSHOT_DATE.column());
    Column dateBefore =
        lag(AsOf.AS_OF_DATE.column(), 1)
            .over(Window.partitionBy(AsOf.AS_OF_KIND.column()).orderBy(AsOf.AS_OF_DATE.column()));
    Dataset<Row> dates =
        speaking
            .select(AsOf.AS_OF_KIND.column(), AsOf.AS_OF_DATE.column())
            .distinct()
            .withColumn(Transitions.PREVIOUS_DATE.name(), dateBefore)
            .filter(Transitions.PREVIOUS_DATE.column().isNotNull())
            .drop(AsOf.AS_OF_KIND.name());
    Dataset<Row> later =
        speaking
            .drop(AsOf.AS_OF_KIND.name())
            .withColumnRenamed(AsOf.SNAPSHOT_DATE.name(), LATER_SLICE)
            .join(broadcast(dates), usingColumns(AsOf.AS_OF_DATE.name()), "inner");
    Dataset<Row> earlier =
        speaking
            .drop(AsOf.AS_OF_KIND.name())
            .withColumnRenamed(AsOf.SNAPSHOT_DATE.name(), EARLIER_SLICE)
            .withColumnRenamed(AsOf.AS_OF_DATE.name(), Transitions.PREVIOUS_DATE.name());
    return later.join(
        earlier, usingColumns(COHORT[0], COHORT[1], Transitions.PREVIOUS_DATE.name()), "left");
  }

  /** The history with what each state counts as, and of the rest of the state only hardship. */
  private static Dataset<Row> intervals(Dataset<Row> history) {
    return history.select(
        History.UNIVERSITY_CODE.column(),
        History.GRADUATION_YEAR.column(),
        History.GRADUATE_ID.column(),
        History.VALID_FROM.column(),
        History.VALID_TO.column(),
        state().as(STATE),
        Dimensions.HARDSHIP_TAGS.column(),
        Dimensions.HARDSHIP_DETAIL.column());
  }

  private static Column state() {
    Column outcome = Entries.OUTCOME_CODE.column();
    return when(History.CHANGE_KIND.column().equalTo(History.LEFT), Transitions.ABSENT)
        .when(outcome.isNull(), Measures.OUTCOME_UNKNOWN.name())
        .when(countsAs(outcome, OutcomeComponent.AWAITING), Transitions.AWAITING)
        .when(countsAs(outcome, OutcomeComponent.NOT_SEEKING), Measures.NOT_SEEKING.name())
        .when(countsAs(outcome, OutcomeComponent.OUTSIDE), OutcomeComponent.OUTSIDE.columnName())
        .otherwise(Transitions.PLACED);
  }

  private static Column countsAs(Column outcome, OutcomeComponent component) {
    return outcome.isin(
        Arrays.stream(Outcome.values())
            .filter(one -> one.component() == component)
            .map(Outcome::code)
            .toArray());
  }

  /** Counts of those whose interval holds on both slices. */
  private static Dataset<Row> stayed(Dataset<Row> intervals, Dataset<Row> steps) {
    return intervals
        .filter(col(STATE).notEqual(Transitions.ABSENT))
        .groupBy(
            History.UNIVERSITY_CODE.column(),
            History.GRADUATION_YEAR.column(),
            History.VALID_FROM.column(),
            History.VALID_TO.column(),
            col(STATE),
            Dimensions.HARDSHIP_TAGS.column(),
            Dimensions.HARDSHIP_DETAIL.column())
        .agg(count(lit(1)).as(Transitions.GRADUATES.name()))
        .join(broadcast(steps), COHORT, "inner")
        .filter(History.validOn(col(EARLIER_SLICE)).and(History.validOn(col(LATER_SLICE))))
        .withColumn(Transitions.FROM_STATE.name(), col(STATE))
        .withColumn(Transitions.TO_STATE.name(), col(STATE))
        .select(MOVEMENT);
  }

  /**
   * One row for each graduate who began an interval between the slices and holds the later one in
   * it.
   */
  private static Dataset<Row> moved(Dataset<Row> intervals, Dataset<Row> steps) {
    Dataset<Row> changes = broadcast(changes(intervals, steps));
    Column tags = Dimensions.HARDSHIP_TAGS.column();
    Column detail = Dimensions.HARDSHIP_DETAIL.column();
    Dataset<Row> begun =
        intervals
            .withColumn(CHANGE, History.VALID_FROM.column())
            .join(changes, CHANGE_OF_COHORT, "inner")
            .filter(History.validOn(col(LATER_SLICE)))
            .withColumnRenamed(STATE, Transitions.TO_STATE.name());
    Dataset<Row> ended =
        intervals
            .withColumn(CHANGE, History.VALID_TO.column())
            .join(changes, CHANGE_OF_COHORT, "inner")
            .filter(History.validOn(col(EARLIER_SLICE)))
            .select(
                History.UNIVERSITY_CODE.column(),
                History.GRADUATION_YEAR.column(),
                History.GRADUATE_ID.column(),
                Transitions.AS_OF_DATE.column(),
                col(STATE).as(Transitions.FROM_STATE.name()),
                tags.as(TAGS_BEFORE),
                detail.as(DETAIL_BEFORE));
    Column from = Transitions.FROM_STATE.column();
    return begun
        .join(ended, GRADUATE_AND_DATE, "left")
        .withColumn(Transitions.FROM_STATE.name(), coalesce(from, lit(Transitions.ABSENT)))
        .filter(
            from.notEqual(Transitions.ABSENT)
                .or(Transitions.TO_STATE.column().notEqual(Transitions.ABSENT)))
        .withColumn(Dimensions.HARDSHIP_TAGS.name(), coalesce(col(TAGS_BEFORE), tags))
        .withColumn(Dimensions.HARDSHIP_DETAIL.name(), coalesce(col(DETAIL_BEFORE), detail))
        .withColumn(Transitions.GRADUATES.name(), lit(1L))
        .select(MOVEMENT);
  }

  /** The dates on which intervals begin, each with the step that it lies in. */
  private static Dataset<Row> changes(Dataset<Row> intervals, Dataset<Row> steps) {
    Column afterTheEarlier = coalesce(col(CHANGE).gt(col(EARLIER_SLICE)), lit(true));
    return intervals
        .select(
            History.UNIVERSITY_CODE.column(),
            History.GRADUATION_YEAR.column(),
            History.VALID_FROM.column().as(CHANGE))
        .distinct()
        .join(broadcast(steps), COHORT, "inner")
        .filter(afterTheEarlier.and(col(CHANGE).leq(col(LATER_SLICE))));
  }

  /** One row per movement, hardship group and province, the province once as {@code all}. */
  private static Dataset<Row> byGroup(Dataset<Row> movements, ReferenceData reference) {
    return RollUp.byGroup(movements, reference)
        .withColumn(
            Transitions.PROVINCE_CODE.name(),
            explode(array(lit(Dimensions.ALL), col(RollUp.UNIVERSITY_PROVINCE))));
  }

  private static String[] usingColumns(String... names) {
    return names;
  }
}
