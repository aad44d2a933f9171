package dev.taizhang.intake;

import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.CohortRows;
import dev.taizhang.tables.Submissions.Submission;
import java.io.Serializable;
import java.util.List;

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
  public static List<CohortRows> column(List<CohortCount> counts) {
    return counts.stream()
        .map(count -> new CohortRows(count.graduationYear, count.accepted, count.byPerson))
        .toList();
  }

  /** Those of a submission whose cohorts were counted. */
  public static List<CohortCount> listOf(Submission submission) {
    return submission.cohorts().stream()
        .map(
            rows ->
                new CohortCount(rows.graduationYear(), rows.acceptedCount(), rows.byPersonCount()))
        .toList();
  }
}
