package dev.taizhang.history;

import dev.taizhang.history.GraduateRows.Kind;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.RowChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Brings together what there is of each graduate. Spark moves the rows; the history that they make
 * is said by {@link StateFold} and {@link FoundStates}.
 *
 * @see <a href="../../../../../docs/adr/0035-history-as-a-fold.md">ADR 35</a>
 */
public final class LedgerHistory {

  private final SparkSession spark;
  private final Broadcast<CohortSlices> slices;
  private final int parts;
  private final List<JavaRDD<InternalRow>> rows = new ArrayList<>();

  /** Where the columns of what is known of graduates stand. */
  private enum Known {
    UNIVERSITY,
    YEAR,
    GRADUATE,
    INTERVAL,
    STATE,
    FILE_NAME,
    PLACE
  }

  /** Where the columns of findings stand. */
  private enum Found {
    UNIVERSITY,
    YEAR,
    GRADUATE,
    SHEET,
    ROW,
    FOUND
  }

  private LedgerHistory(SparkSession spark, CohortSlices slices) {
    this.spark = spark;
    this.slices = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(slices);
    this.parts = slices.parts();
  }

  /**
   * The history of some cohorts, of which nothing is known yet.
   *
   * @param slices their slices
   */
  public static LedgerHistory of(SparkSession spark, CohortSlices slices) {
    return new LedgerHistory(spark, slices);
  }

  /**
   * The same with what files say.
   *
   * @param entries {@link Entries}
   * @param quarantine {@link Quarantine}, whose rows keep the graduates that they name present
   */
  public LedgerHistory withFiles(Dataset<Row> entries, Dataset<Row> quarantine) {
    Broadcast<CohortSlices> known = slices;
    rows.add(
        InternalRows.of(entries.select(RowsOfFiles.OF_ENTRIES))
            .mapPartitions(some -> RowsOfFiles.ofEntries(known.value(), some)));
    rows.add(
        InternalRows.of(quarantine.select(RowsOfFiles.OF_QUARANTINE))
            .mapPartitions(some -> RowsOfFiles.ofQuarantine(known.value(), some)));
    return this;
  }

  /**
   * The same with what follow-up lists found.
   *
   * @param followUps {@link FollowUp}; rows without a graduate, and of dates on which the graduate
   *     is in no ledger, change nothing
   * @param lists the submissions of lists in the order of their arrival
   */
  public LedgerHistory withFindings(Dataset<Row> followUps, List<String> lists) {
    Map<UTF8String, Integer> arrivals = new HashMap<>();
    lists.forEach(list -> arrivals.put(UTF8String.fromString(list), arrivals.size()));
    Broadcast<CohortSlices> known = slices;
    Dataset<Row> findings =
        followUps
            .filter(History.GRADUATE_ID.column().isNotNull())
            .select(
                History.UNIVERSITY_CODE.column(),
                History.GRADUATION_YEAR.column(),
                History.GRADUATE_ID.column(),
                FollowUpEntries.SHEET_NAME.column(),
                FollowUpEntries.ROW_NUMBER.column(),
                GraduateRows.together(GraduateRows.FOUND));
    rows.add(
        InternalRows.of(findings)
            .mapPartitions(
                some -> new Unfolding<>(some, row -> findings(known.value(), arrivals, row))));
    return this;
  }

  private static List<InternalRow> findings(
      CohortSlices slices, Map<UTF8String, Integer> arrivals, InternalRow row) {
    InternalRow found = row.getStruct(Found.FOUND.ordinal(), GraduateRows.FOUND.size());
    Integer arrival =
        arrivals.get(
            found.getUTF8String(GraduateRows.FOUND.indexOf(FollowUpEntries.SUBMISSION_ID)));
    Integer cohort =
        slices.number(
            row.getUTF8String(Found.UNIVERSITY.ordinal()).toString(),
            row.getInt(Found.YEAR.ordinal()));
    return arrival == null || cohort == null
        ? List.of()
        : List.of(
            GraduateRows.finding(
                slices,
                cohort,
                row.getUTF8String(Found.GRADUATE.ordinal()),
                arrival,
                RowsOfFiles.sheet(row.getUTF8String(Found.SHEET.ordinal())),
                row.getInt(Found.ROW.ordinal()),
                found));
  }

  /**
   * The same with what is known of cohorts that are carried on.
   *
   * @param history their rows of {@link History}
   * @param quarantine {@link Quarantine} of the slices that they are carried on by
   */
  public LedgerHistory carryingOn(Dataset<Row> history, Dataset<Row> quarantine) {
    Dataset<Row> open = history.filter(History.VALID_TO.column().isNull());
    with(intervals(open), Kind.OPEN);
    AwayGraduates.named(quarantine, open).ifPresent(away -> withLastTold(history, away));
    return this;
  }

  private void withLastTold(Dataset<Row> history, AwayGraduates away) {
    Broadcast<AwayGraduates> wanted =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(away);
    Dataset<Row> before = history.filter(History.VALID_TO.column().isin(away.days().toArray()));
    with(
        intervals(before)
            .filter(row -> wanted.value().mayHave(row.getUTF8String(Known.GRADUATE.ordinal()))),
        Kind.LAST_TOLD);
  }

  private static JavaRDD<InternalRow> intervals(Dataset<Row> history) {
    Column state = GraduateRows.together(Entries.STATE);
    return InternalRows.of(
        history.select(
            History.UNIVERSITY_CODE.column(),
            History.GRADUATION_YEAR.column(),
            History.GRADUATE_ID.column(),
            GraduateRows.together(HistoryRows.INTERVAL),
            functions.when(History.CHANGE_KIND.column().notEqual(History.LEFT), state),
            RowChange.fileName(),
            RowChange.place()));
  }

  private void with(JavaRDD<InternalRow> intervals, Kind kind) {
    Broadcast<CohortSlices> known = slices;
    rows.add(
        intervals.mapPartitions(
            some -> new Unfolding<>(some, row -> known(known.value(), kind, row))));
  }

  private static List<InternalRow> known(CohortSlices slices, Kind kind, InternalRow row) {
    Integer cohort =
        slices.number(
            row.getUTF8String(Known.UNIVERSITY.ordinal()).toString(),
            row.getInt(Known.YEAR.ordinal()));
    int state = Known.STATE.ordinal();
    return cohort == null
        ? List.of()
        : List.of(
            GraduateRows.known(
                slices,
                cohort,
                kind,
                row.getUTF8String(Known.GRADUATE.ordinal()),
                row.getStruct(Known.INTERVAL.ordinal(), HistoryRows.INTERVAL.size()),
                row.isNullAt(state) ? null : row.getStruct(state, Entries.STATE.size()),
                row.getUTF8String(Known.FILE_NAME.ordinal()),
                row.getLong(Known.PLACE.ordinal())));
  }

  /**
   * The rows of {@link History#TABLE}, with the columns in their order: of cohorts made of all
   * their slices all rows, of those carried on the ones that begin, and where the one that was open
   * is another now, that one in its place. Each university is in one partition.
   */
  public JavaRDD<RowChange> changes() {
    Broadcast<CohortSlices> known = slices;
    JavaRDD<InternalRow> all =
        rows.stream().reduce(JavaRDD::union).orElseThrow(IllegalStateException::new);
    Column[] order = GraduateRows.ORDER.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> byGraduate =
        ((org.apache.spark.sql.classic.Dataset<Row>)
                InternalRows.dataset(spark, all, GraduateRows.SCHEMA))
            .repartitionById(parts, functions.col(GraduateRows.PART))
            .sortWithinPartitions(order);
    return InternalRows.of(byGraduate).mapPartitions(some -> historyOf(known.value(), some));
  }

  private static Iterator<RowChange> historyOf(CohortSlices slices, Iterator<InternalRow> rows) {
    return new HistoryOfGraduates(slices, rows);
  }
}
