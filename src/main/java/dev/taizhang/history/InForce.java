package dev.taizhang.history;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.config.Holding;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * Which slices count: per university, cohort and date the last file or the last of each part,
 * unless it looks like a mistake beside what counted before. What is decided of one cohort's files
 * is {@link SliceWalk}'s.
 *
 * @see <a href="../../../../../docs/adr/0016-slices-that-count.md">ADR 0016</a>
 */
public final class InForce {

  private static final String ARRIVAL = "arrival";
  private static final String PINNED = "pinned";
  private static final String OF_FILE = "decided_of_file";
  private static final String OF_SLICE = "decided_of_slice";
  private static final String NUMBER = "number";
  private static final String FILES = "files";
  private static final String PATTERN = "pattern";
  private static final String PATTERNS = "patterns";
  private static final String VERDICT = "verdict";

  private static final Column[] COHORT = {
    Slices.UNIVERSITY_CODE.column(), Slices.GRADUATION_YEAR.column()
  };
  private static final Column[] SLICE = {
    Slices.SUBMISSION_ID.column(), Slices.GRADUATION_YEAR.column()
  };
  private static final ArrayType VERDICTS =
      DataTypes.createArrayType(
          new StructType()
              .add(Slices.STATUS.name(), DataTypes.StringType, false)
              .add(Slices.WHY.name(), DataTypes.StringType, true),
          false);

  private InForce() {}

  /**
   * The slices of all accepted submissions, as {@link Slices#TABLE}. A submission or slice that was
   * retracted has none.
   *
   * @param submissions {@link Submissions}
   * @param decisions {@link Decisions}, of which the last one on a slice counts
   * @param entries {@link Entries}
   * @param quarantine {@link Quarantine}, whose rows name graduates who are present
   */
  public static Dataset<Row> build(
      Dataset<Row> submissions,
      Dataset<Row> decisions,
      Dataset<Row> entries,
      Dataset<Row> quarantine,
      Holding holding) {
    Dataset<Row> slices = numbered(candidates(submissions, decisions, entries));
    Dataset<Row> files =
        slices
            .groupBy(COHORT)
            .agg(
                array_sort(
                        collect_list(
                            struct(
                                col(NUMBER),
                                Slices.SNAPSHOT_DATE.column(),
                                Submissions.PART.column(),
                                Slices.GRADUATES.column(),
                                Submissions.ACCEPTED_COUNT.column(),
                                col(PINNED))))
                    .as(FILES));
    Column walk = udf(walk(holding), VERDICTS).apply(col(FILES), col(PATTERNS));
    Dataset<Row> verdicts =
        files
            .join(attendance(slices, entries, quarantine), names(COHORT), "inner")
            .select(COHORT[0], COHORT[1], posexplode(walk).as(new String[] {NUMBER, VERDICT}));
    return slices
        .join(
            verdicts,
            new String[] {Slices.UNIVERSITY_CODE.name(), Slices.GRADUATION_YEAR.name(), NUMBER},
            "inner")
        .withColumn(Slices.STATUS.name(), col(VERDICT).getField(Slices.STATUS.name()))
        .withColumn(Slices.WHY.name(), col(VERDICT).getField(Slices.WHY.name()))
        .select(Slices.TABLE.columns());
  }

  /** The slices of accepted files that were not retracted, with their place of arrival. */
  private static Dataset<Row> candidates(
      Dataset<Row> submissions, Dataset<Row> decisions, Dataset<Row> entries) {
    Dataset<Row> counted =
        entries
            .groupBy(
                Slices.SUBMISSION_ID.column(),
                Slices.UNIVERSITY_CODE.column(),
                Slices.GRADUATION_YEAR.column(),
                Slices.SNAPSHOT_DATE.column())
            .agg(count(lit(1)).as(Slices.GRADUATES.name()));
    Column ofSlice = col(OF_SLICE);
    Column ofFile = col(OF_FILE);
    Column last =
        when(
                coalesce(ofSlice.getField(ARRIVAL).gt(ofFile.getField(ARRIVAL)), ofFile.isNull()),
                ofSlice)
            .otherwise(ofFile)
            .getField(Decisions.KIND.name());
    return counted
        .join(broadcast(arrivals(submissions)), Slices.SUBMISSION_ID.name(), "inner")
        .join(broadcast(lastOfFiles(decisions)), Slices.SUBMISSION_ID.name(), "left")
        .join(broadcast(lastOfSlices(decisions)), names(SLICE), "left")
        .filter(coalesce(last.notEqual(Decisions.RETRACT), lit(true)))
        .withColumn(PINNED, coalesce(last.equalTo(Decisions.ACCEPT), lit(false)))
        .drop(OF_FILE, OF_SLICE);
  }

  /** Accepted submissions with part and place of arrival. */
  private static Dataset<Row> arrivals(Dataset<Row> submissions) {
    return submissions
        .filter(Submissions.STATUS.column().equalTo(Submissions.ACCEPTED))
        .select(
            Submissions.SUBMISSION_ID.column(),
            Submissions.PART.column(),
            Submissions.ACCEPTED_COUNT.column(),
            Submissions.arrival().as(ARRIVAL));
  }

  /** What was decided last of each file as a whole. */
  private static Dataset<Row> lastOfFiles(Dataset<Row> decisions) {
    return last(
        decisions.filter(Decisions.GRADUATION_YEAR.column().isNull()),
        OF_FILE,
        Decisions.SUBMISSION_ID.column());
  }

  /** What was decided last of each slice by itself. */
  private static Dataset<Row> lastOfSlices(Dataset<Row> decisions) {
    return last(decisions.filter(Decisions.GRADUATION_YEAR.column().isNotNull()), OF_SLICE, SLICE);
  }

  private static Dataset<Row> last(Dataset<Row> decisions, String name, Column... of) {
    Column arrival = struct(Decisions.DECIDED_AT.column(), Decisions.DECISION_ID.column());
    return decisions
        .filter(Decisions.KIND.column().isin(Decisions.ACCEPT, Decisions.RETRACT))
        .groupBy(of)
        .agg(max_by(struct(arrival.as(ARRIVAL), Decisions.KIND.column()), arrival).as(name));
  }

  /** Slices with their number in the cohort, by date and arrival, from 0. */
  private static Dataset<Row> numbered(Dataset<Row> slices) {
    WindowSpec inOrder =
        Window.partitionBy(COHORT).orderBy(Slices.SNAPSHOT_DATE.column(), col(ARRIVAL));
    return slices.withColumn(NUMBER, row_number().over(inOrder).minus(1));
  }

  /**
   * Who stands in which files of each cohort. Graduates are told apart over all files, whether they
   * count or not, since that is what is to be decided.
   */
  private static Dataset<Row> attendance(
      Dataset<Row> slices, Dataset<Row> entries, Dataset<Row> quarantine) {
    Dataset<Row> sightings =
        entries
            .select(Sightings.IDENTITY)
            .unionByName(Sightings.named(quarantine).select(Sightings.IDENTITY))
            .join(broadcast(slices.select(SLICE[0], SLICE[1], col(NUMBER))), names(SLICE), "inner");
    return Sightings.withGraduate(sightings)
        .groupBy(COHORT[0], COHORT[1], History.GRADUATE_ID.column())
        .agg(sort_array(collect_set(col(NUMBER))).as(PATTERN))
        .groupBy(COHORT[0], COHORT[1], col(PATTERN))
        .agg(count(lit(1)).as(Slices.GRADUATES.name()))
        .groupBy(COHORT)
        .agg(collect_list(struct(col(PATTERN), Slices.GRADUATES.column())).as(PATTERNS));
  }

  private static UDF2<Seq<Row>, Seq<Row>, Row[]> walk(Holding holding) {
    return (files, patterns) ->
        SliceWalk.walk(files(files), attendance(patterns), holding).stream()
            .map(verdict -> RowFactory.create(verdict.status(), verdict.why()))
            .toArray(Row[]::new);
  }

  private static List<SliceWalk.File> files(Seq<Row> rows) {
    List<SliceWalk.File> files = new ArrayList<>();
    for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
      Row row = each.next();
      files.add(
          new SliceWalk.File(
              row.<LocalDate>getAs(Slices.SNAPSHOT_DATE.name()),
              row.getAs(Submissions.PART.name()),
              row.<Long>getAs(Slices.GRADUATES.name()),
              row.<Long>getAs(Submissions.ACCEPTED_COUNT.name()),
              row.<Boolean>getAs(PINNED)));
    }
    return files;
  }

  private static Attendance attendance(Seq<Row> rows) {
    List<Attendance.Pattern> patterns = new ArrayList<>();
    for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
      Row row = each.next();
      BitSet files = new BitSet();
      row.<Integer>getList(row.fieldIndex(PATTERN)).forEach(files::set);
      patterns.add(new Attendance.Pattern(files, row.<Long>getAs(Slices.GRADUATES.name())));
    }
    return new Attendance(patterns);
  }

  private static String[] names(Column[] columns) {
    return Arrays.stream(columns).map(Column::toString).toArray(String[]::new);
  }
}
