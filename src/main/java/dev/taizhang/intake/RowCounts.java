package dev.taizhang.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;

import dev.taizhang.tables.AssistanceEntries;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUpEntries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of one submission, counted where they lie.
 *
 * @param accepted rows that became entries
 * @param quarantined rows that did not
 * @param flagged accepted rows with a flag
 * @param cohorts the same rows by cohort, of a ledger
 */
public record RowCounts(long accepted, long quarantined, long flagged, List<CohortCount> cohorts)
    implements Serializable {

  /** The tables that accepted rows are in, by feed. */
  public static final List<Table> ENTRIES =
      List.of(Entries.TABLE, FollowUpEntries.TABLE, AssistanceEntries.TABLE);

  /** Those, and the one that the other rows are in. */
  public static final List<Table> OF_FILES =
      Stream.concat(ENTRIES.stream(), Stream.of(Quarantine.TABLE)).toList();

  /** A submission without a row. */
  public static final RowCounts NONE = new RowCounts(0, 0, 0, List.of());

  private static final String ACCEPTED = "accepted";
  private static final String FLAGGED = "flagged";
  private static final String NAMED = "named";
  private static final String BY_PERSON = "by_person";

  public RowCounts {
    cohorts = List.copyOf(cohorts);
  }

  /**
   * The counts of each submission that has a row.
   *
   * @param tables the rows of each of {@link #OF_FILES}
   */
  public static Map<String, RowCounts> bySubmission(Function<Table, Dataset<Row>> tables) {
    return OF_FILES.stream()
        .map(table -> countable(table, tables.apply(table)))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .groupBy(Submissions.SUBMISSION_ID.column(), Entries.GRADUATION_YEAR.column())
        .agg(
            count_if(col(ACCEPTED)),
            count_if(not(col(ACCEPTED))),
            count_if(col(FLAGGED)),
            count_if(col(NAMED)),
            count_if(col(BY_PERSON)))
        .collectAsList()
        .stream()
        .collect(groupingBy(row -> row.getString(0)))
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, submission -> of(submission.getValue())));
  }

  /** What is counted of the rows of a table: entries have a cohort only if they are a ledger's. */
  private static Dataset<Row> countable(Table table, Dataset<Row> rows) {
    boolean accepted = !table.equals(Quarantine.TABLE);
    boolean hasCohort =
        table.fields().stream()
            .anyMatch(field -> field.name().equals(Entries.GRADUATION_YEAR.name()));
    Column student = Entries.STUDENT_KEY.column();
    Column person = Entries.PERSON_ID.column();
    return rows.select(
        Submissions.SUBMISSION_ID.column(),
        hasCohort ? Entries.GRADUATION_YEAR.column() : lit(null).cast("int").as("graduation_year"),
        lit(accepted).as(ACCEPTED),
        (accepted ? size(Entries.FLAGS.column()).gt(0) : lit(false)).as(FLAGGED),
        student.isNotNull().or(person.isNotNull()).as(NAMED),
        byPerson(accepted).as(BY_PERSON));
  }

  /** Whether a row names its graduate by ID number alone. */
  private static Column byPerson(boolean accepted) {
    Column isUncertain = Entries.STUDENT_KEY.column().isNull();
    if (!accepted) {
      isUncertain =
          isUncertain.or(Quarantine.RULE_ID.column().equalTo(Quarantine.STUDENT_NUMBER_SHARED));
    }
    return isUncertain.and(Entries.PERSON_ID.column().isNotNull());
  }

  private static RowCounts of(List<Row> byCohort) {
    return new RowCounts(
        byCohort.stream().mapToLong(row -> row.getLong(2)).sum(),
        byCohort.stream().mapToLong(row -> row.getLong(3)).sum(),
        byCohort.stream().mapToLong(row -> row.getLong(4)).sum(),
        byCohort.stream()
            .filter(row -> row.getLong(5) > 0)
            .map(
                row ->
                    new CohortCount(
                        row.isNullAt(1) ? null : row.getInt(1),
                        row.isNullAt(1) ? 0 : row.getLong(2),
                        row.getLong(6)))
            .toList());
  }
}
