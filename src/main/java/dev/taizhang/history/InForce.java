package dev.taizhang.history;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
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
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * Which slices count: per university, cohort and date the last file or the last of each part,
 * unless it looks like a mistake beside what counted before. What is decided of a university's
 * files is {@link SliceWalk}'s.
 *
 * @see <a href="../../../../../docs/adr/0016-slices-that-count.md">ADR 0016</a>
 */
public final class InForce {

  private static final String ARRIVAL = "arrival";
  private static final String PINNED = "pinned";
  private static final String OF_FILE = "decided_of_file";
  private static final String OF_SLICE = "decided_of_slice";
  private static final String NUMBER = "number";
  private static final String FEW = "few";
  private static final String NAMED_YEAR = "named_year";
  private static final String OWN_YEAR = "own_year";
  private static final String OWN = "own";
  private static final String PLACE = "place";
  private static final String PLACES = "places";
  private static final String DOUBTFUL = "doubtful";
  private static final String COHORTS = "cohorts";
  private static final String FILE = "file";
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
              .add(Slices.GRADUATION_YEAR.name(), DataTypes.IntegerType, false)
              .add(NUMBER, DataTypes.IntegerType, false)
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
    Dataset<Row> counted = counted(entries);
    Dataset<Row> slices = numbered(candidates(submissions, decisions, counted), holding);
    Dataset<Row> files =
        slices
            .groupBy(COHORT)
            .agg(
                array_sort(
                        collect_list(
                            struct(
                                col(NUMBER),
                                Slices.SUBMISSION_ID.column(),
                                Slices.SNAPSHOT_DATE.column(),
                                Submissions.PART.column(),
                                Slices.GRADUATES.column(),
                                Submissions.ACCEPTED_COUNT.column(),
                                col(PINNED))))
                    .as(FILES));
    Dataset<Row> universities =
        files
            .join(attendance(slices, counted, entries, quarantine), names(COHORT), "inner")
            .groupBy(COHORT[0])
            .agg(collect_list(struct(COHORT[1], col(FILES), col(PATTERNS))).as(COHORTS));
    Dataset<Row> verdicts =
        universities
            .select(
                COHORT[0], explode(udf(walk(holding), VERDICTS).apply(col(COHORTS))).as(VERDICT))
            .select(COHORT[0], col(VERDICT + ".*"));
    return slices
        .join(
            verdicts,
            new String[] {Slices.UNIVERSITY_CODE.name(), Slices.GRADUATION_YEAR.name(), NUMBER},
            "inner")
        .select(Slices.TABLE.columns());
  }

  /** The accepted rows of each file and cohort. */
  private static Dataset<Row> counted(Dataset<Row> entries) {
    return entries
        .groupBy(
            Slices.SUBMISSION_ID.column(),
            Slices.UNIVERSITY_CODE.column(),
            Slices.GRADUATION_YEAR.column(),
            Slices.SNAPSHOT_DATE.column())
        .agg(count(lit(1)).as(Slices.GRADUATES.name()));
  }

  /** The slices of accepted files that were not retracted, with their place of arrival. */
  private static Dataset<Row> candidates(
      Dataset<Row> submissions, Dataset<Row> decisions, Dataset<Row> counted) {
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

  /**
   * Slices with their number in the cohort by date and arrival, from 0, with their place among
   * those of their date, from 1, and with whether they are so few rows that they may be mistyped.
   */
  private static Dataset<Row> numbered(Dataset<Row> slices, Holding holding) {
    Column date = Slices.SNAPSHOT_DATE.column();
    WindowSpec inOrder = Window.partitionBy(COHORT).orderBy(date, col(ARRIVAL));
    WindowSpec ofDate = Window.partitionBy(COHORT[0], COHORT[1], date).orderBy(col(ARRIVAL));
    return slices
        .withColumn(NUMBER, row_number().over(inOrder).minus(1))
        .withColumn(Slices.ORDER_IN_DATE.name(), row_number().over(ofDate))
        .withColumn(
            FEW,
            not(col(PINNED))
                .and(
                    Slices.GRADUATES
                        .column()
                        .lt(Submissions.ACCEPTED_COUNT.column().multiply(holding.strayShare()))));
  }

  /**
   * Who stands in which files of each cohort. Graduates are told apart over all files, whether they
   * count or not, since that is what is to be decided.
   *
   * @param counted the cohorts that each file has accepted rows of
   */
  private static Dataset<Row> attendance(
      Dataset<Row> slices, Dataset<Row> counted, Dataset<Row> entries, Dataset<Row> quarantine) {
    Dataset<Row> rows =
        entries
            .select(Sightings.IDENTITY)
            .unionByName(
                Sightings.withCertainYear(Sightings.named(quarantine), counted)
                    .select(Sightings.IDENTITY))
            .withColumnRenamed(Slices.GRADUATION_YEAR.name(), NAMED_YEAR);
    Column isPlaced =
        Slices.SUBMISSION_ID
            .column()
            .equalTo(col(FILE))
            .and(col(NAMED_YEAR).eqNullSafe(col(OWN_YEAR)));
    Dataset<Row> sightings = rows.join(broadcast(places(slices)), isPlaced, "inner");
    return Sightings.withGraduate(sightings)
        .groupBy(COHORT[0], COHORT[1], History.GRADUATE_ID.column())
        .agg(
            sort_array(collect_set(when(not(col(DOUBTFUL)), col(NUMBER)))).as(PATTERN),
            sort_array(
                    collect_set(
                        when(col(DOUBTFUL), struct(col(NUMBER), col(OWN_YEAR).as(NAMED_YEAR)))))
                .as(DOUBTFUL))
        // Rows without a certain cohort make nobody known where no other row does.
        .filter(size(col(PATTERN)).gt(0))
        .groupBy(COHORT[0], COHORT[1], col(PATTERN), col(DOUBTFUL))
        .agg(count(lit(1)).as(Slices.GRADUATES.name()))
        .groupBy(COHORT)
        .agg(
            collect_list(struct(col(PATTERN), col(DOUBTFUL), Slices.GRADUATES.column()))
                .as(PATTERNS));
  }

  /**
   * By file and the year that a row names the cohorts of the file in which the row may name a
   * graduate: its own, and where that may be mistyped the others, too; without a year all of them.
   */
  private static Dataset<Row> places(Dataset<Row> slices) {
    Column place = col(PLACE);
    Column own = col(OWN);
    Column year = place.getField(Slices.GRADUATION_YEAR.name());
    Column ownYear = own.getField(Slices.GRADUATION_YEAR.name());
    Column isOwn = ownYear.equalTo(year);
    return slices
        .groupBy(Slices.SUBMISSION_ID.column())
        .agg(collect_list(struct(COHORT[1], col(NUMBER), col(FEW))).as(PLACES))
        .withColumn(PLACE, explode(col(PLACES)))
        .withColumn(OWN, explode(array_append(col(PLACES), lit(null))))
        .filter(own.isNull().or(isOwn).or(own.getField(FEW)))
        .select(
            Slices.SUBMISSION_ID.column().as(FILE),
            ownYear.as(OWN_YEAR),
            year.as(Slices.GRADUATION_YEAR.name()),
            place.getField(NUMBER).as(NUMBER),
            not(coalesce(isOwn, lit(false))).as(DOUBTFUL));
  }

  private static UDF1<Seq<Row>, Row[]> walk(Holding holding) {
    return rows -> {
      Map<Integer, SliceWalk.Cohort> cohorts = new TreeMap<>();
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        cohorts.put(
            row.<Integer>getAs(Slices.GRADUATION_YEAR.name()),
            new SliceWalk.Cohort(
                files(row.getList(row.fieldIndex(FILES))),
                attendance(row.getList(row.fieldIndex(PATTERNS)))));
      }
      List<Row> verdicts = new ArrayList<>();
      SliceWalk.walk(cohorts, holding)
          .forEach(
              (year, ofFiles) -> {
                for (int file = 0; file < ofFiles.size(); file++) {
                  SliceWalk.Verdict verdict = ofFiles.get(file);
                  verdicts.add(RowFactory.create(year, file, verdict.status(), verdict.why()));
                }
              });
      return verdicts.toArray(Row[]::new);
    };
  }

  private static List<SliceWalk.File> files(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new SliceWalk.File(
                    row.getAs(Slices.SUBMISSION_ID.name()),
                    row.<LocalDate>getAs(Slices.SNAPSHOT_DATE.name()),
                    row.getAs(Submissions.PART.name()),
                    row.<Long>getAs(Slices.GRADUATES.name()),
                    row.<Long>getAs(Submissions.ACCEPTED_COUNT.name()),
                    row.<Boolean>getAs(PINNED)))
        .toList();
  }

  private static Attendance attendance(List<Row> rows) {
    return new Attendance(
        rows.stream()
            .map(
                row -> {
                  BitSet files = new BitSet();
                  row.<Integer>getList(row.fieldIndex(PATTERN)).forEach(files::set);
                  List<Attendance.Doubtful> doubtful =
                      row.<Row>getList(row.fieldIndex(DOUBTFUL)).stream()
                          .map(
                              one ->
                                  new Attendance.Doubtful(
                                      one.<Integer>getAs(NUMBER), one.getAs(NAMED_YEAR)))
                          .toList();
                  return new Attendance.Pattern(
                      files, doubtful, row.<Long>getAs(Slices.GRADUATES.name()));
                })
            .toList());
  }

  private static String[] names(Column[] columns) {
    return Arrays.stream(columns).map(Column::toString).toArray(String[]::new);
  }
}
