package dev.taizhang.cells;

import dev.taizhang.figures.Names;
import dev.taizhang.figures.movement.MovementCounts;
import dev.taizhang.figures.movement.WeeklySteps;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/**
 * Counts how graduates moved between consecutive weekly as-of dates. Most stay in their interval of
 * the history from one date to the next: those are counted where they are read, and only whoever
 * began another one is brought together, so that a week costs what changed in it.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Transitions"</a>
 */
public final class MovementFigures {

  /** What is read of an interval, in this order. */
  @SuppressWarnings("ImmutableEnumChecker") // Columns and types of Spark's never change.
  enum Read {
    UNIVERSITY_CODE(History.UNIVERSITY_CODE.name()),
    GRADUATION_YEAR(History.GRADUATION_YEAR.name()),
    GRADUATE_ID(History.GRADUATE_ID.name()),
    VALID_FROM(History.VALID_FROM.name()),
    VALID_TO(History.VALID_TO.name()),
    CHANGE_KIND(History.CHANGE_KIND.name()),
    OUTCOME_CODE(Entries.OUTCOME_CODE.name()),
    HARDSHIP_TAGS(Dimensions.HARDSHIP_TAGS.name()),
    HARDSHIP_DETAIL(Dimensions.HARDSHIP_DETAIL.name());

    private final String column;

    Read(String column) {
      this.column = column;
    }
  }

  private MovementFigures() {}

  /**
   * The counts of each task; those of all are to be merged.
   *
   * @param history {@link History}
   * @param steps of which there is at least one
   */
  public static JavaRDD<MovementCounts> of(Dataset<Row> history, WeeklySteps steps, Names names) {
    Column[] columns =
        List.of(Read.values()).stream()
            .map(one -> functions.col(one.column))
            .toArray(Column[]::new);
    JavaRDD<InternalRow> sides =
        InternalRows.of(history.select(columns))
            .mapPartitions(intervals -> new StepSides(intervals, steps));
    Column[] graduate =
        List.of(SideColumn.UNIVERSITY_CODE, SideColumn.GRADUATION_YEAR, SideColumn.GRADUATE_ID)
            .stream()
            .map(SideColumn::column)
            .toArray(Column[]::new);
    Column[] graduateAndDate = {
      graduate[0], graduate[1], graduate[2], SideColumn.AS_OF_DATE.column()
    };
    Dataset<Row> together =
        InternalRows.dataset(history.sparkSession(), sides, SideColumn.SCHEMA)
            .repartition(graduate)
            .sortWithinPartitions(graduateAndDate);
    return InternalRows.of(together).mapPartitions(rows -> counted(rows, steps, names));
  }

  private static Iterator<MovementCounts> counted(
      Iterator<InternalRow> sides, WeeklySteps steps, Names names) {
    StepMovers movers = new StepMovers(steps, names);
    sides.forEachRemaining(movers::take);
    return List.of(movers.counted()).iterator();
  }
}
