package dev.taizhang.intake;

import dev.taizhang.tables.Submissions;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of one cohort in one file, as {@link Submissions#COHORTS} has them.
 *
 * @param graduationYear null for quarantined rows that name a person and no cohort
 * @param accepted accepted rows
 * @param byPerson rows, accepted or quarantined, that name their graduate by ID number alone
 */
public record CohortCount(Integer graduationYear, long accepted, long byPerson)
    implements Serializable {

  /** These as the value of the column. */
  public static Seq<Row> column(List<CohortCount> counts) {
    return CollectionConverters.asScala(
            counts.stream()
                .map(
                    count ->
                        RowFactory.create(count.graduationYear, count.accepted, count.byPerson))
                .toList())
        .toSeq();
  }

  public static List<CohortCount> listOf(Row submission) {
    return submission.<Row>getList(submission.fieldIndex(Submissions.COHORTS.name())).stream()
        .map(
            row ->
                new CohortCount(
                    row.isNullAt(0) ? null : row.getInt(0), row.getLong(1), row.getLong(2)))
        .toList();
  }
}
