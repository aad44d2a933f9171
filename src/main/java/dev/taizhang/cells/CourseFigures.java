package dev.taizhang.cells;

import dev.taizhang.figures.courses.CourseCounts;
import dev.taizhang.figures.courses.CourseDates;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Counts courses of graduates. Whoever has one interval in all that is looked at is counted where
 * it is read, which are most; the intervals of the others are brought together.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Time to placement"</a>
 */
public final class CourseFigures {

  private CourseFigures() {}

  /**
   * Nobody yet, in a task.
   *
   * @param <C> the counts
   */
  @FunctionalInterface
  public interface Empty<C extends CourseCounts<C>> extends Serializable {
    C counts();
  }

  /**
   * The counts of all graduates.
   *
   * @param history {@link History}, all of it
   * @param findings {@link FollowUp}, where it matters when a list named somebody last
   * @param dates which cohorts are watched
   * @param empty makes empty counts
   */
  public static <C extends CourseCounts<C>> C of(
      Dataset<Row> history, Optional<Dataset<Row>> findings, CourseDates dates, Empty<C> empty) {
    if (dates.isEmpty()) {
      return empty.counts();
    }
    Broadcast<CourseDates> shared =
        JavaSparkContext.fromSparkContext(history.sparkSession().sparkContext()).broadcast(dates);
    JavaRDD<InternalRow> intervals = InternalRows.of(history.select(CourseRows.ofHistory()));
    Optional<JavaRDD<InternalRow>> named =
        findings.map(CourseFigures::named).filter(rows -> !rows.map(row -> true).isEmpty());
    boolean withFindings = named.isPresent();
    JavaRDD<InternalRow> parts =
        named
            .map(intervals::union)
            .orElse(intervals)
            .mapPartitions(some -> new CoursesAlone<>(some, shared.value(), empty, withFindings));
    Dataset<Row> together =
        InternalRows.dataset(history.sparkSession(), parts, CourseRows.schema())
            .repartition(CourseRows.graduate())
            .sortWithinPartitions(CourseRows.inOrder());
    BinaryOperator<C> merge = CourseCounts::merge;
    return InternalRows.of(together)
        .mapPartitions(some -> counted(some, shared.value(), empty))
        .collect()
        .stream()
        .reduce(empty.counts(), merge);
  }

  private static JavaRDD<InternalRow> named(Dataset<Row> lists) {
    return InternalRows.of(
        lists.filter(History.GRADUATE_ID.column().isNotNull()).select(CourseRows.ofFindings()));
  }

  private static <C extends CourseCounts<C>> Iterator<C> counted(
      Iterator<InternalRow> rows, CourseDates dates, Empty<C> empty) {
    CoursesTogether<C> courses = new CoursesTogether<>(dates, empty.counts());
    rows.forEachRemaining(courses::take);
    return List.of(courses.counted()).iterator();
  }
}
