package dev.taizhang.history;

import static org.apache.spark.sql.functions.broadcast;

import dev.taizhang.tables.Submissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Which files of another feed than the ledger count. Of one submitter and date the last whole file
 * takes the place of all before it, and parts count together, each with its last file; parts that
 * come after a whole file take its place.
 *
 * @see <a href="../../../../../docs/adr/0028-lists-that-count.md">ADR 0028</a>
 */
public final class ListsInForce {

  /** Why a list does not count that a later one replaced, and what to do. */
  public static final String WHY_SUPERSEDED = Whys.SUPERSEDED;

  /** SQL of the accepted lists that a later one replaced, for whoever asks the tables. */
  public static final String SUPERSEDED =
      """
      SELECT list.* FROM (%1$s) list LEFT SEMI JOIN (%1$s) later
      ON later.feed = list.feed AND later.university_code = list.university_code
        AND later.snapshot_date = list.snapshot_date AND later.arrival > list.arrival
        AND (list.part IS NULL OR later.part IS NULL OR list.part = later.part)"""
          .formatted(
              "SELECT *, %s AS arrival FROM intake.submissions WHERE status = 'accepted' AND feed <> 'ledger'"
                  .formatted(Submissions.arrival()));

  private ListsInForce() {}

  /**
   * A file of a feed.
   *
   * @param submitter code of who sent it
   * @param date snapshot date
   * @param part number of the part; null for a whole list
   */
  public record ListFile(
      String submissionId,
      String fileName,
      String feed,
      String submitter,
      LocalDate date,
      Integer part) {

    private List<Object> competition() {
      return List.of(feed, submitter, date);
    }

    private boolean isReplacedBy(ListFile later) {
      return part == null || later.part() == null || Objects.equals(part, later.part());
    }
  }

  /**
   * The rows of the files that count.
   *
   * @param rows rows with the submission that they are of
   * @param files the accepted files of their feed in the order of their arrival
   */
  public static Dataset<Row> rows(Dataset<Row> rows, List<ListFile> files) {
    Map<ListFile, ListFile> superseded = superseded(files);
    List<String> counting =
        files.stream()
            .filter(file -> !superseded.containsKey(file))
            .map(ListFile::submissionId)
            .toList();
    Dataset<Row> ids =
        rows.sparkSession()
            .createDataset(counting, Encoders.STRING())
            .toDF(Submissions.SUBMISSION_ID.name());
    return rows.join(broadcast(ids), Submissions.SUBMISSION_ID.name(), "left_semi");
  }

  /** Which submissions are accepted files of a feed. */
  public static Column isAcceptedOf(String feed) {
    return Submissions.STATUS
        .column()
        .equalTo(Submissions.ACCEPTED)
        .and(Submissions.FEED.column().equalTo(feed));
  }

  /**
   * Some submissions in the order of their arrival, for {@link #files}.
   *
   * @param submissions {@link Submissions}
   * @param which condition of those that are meant
   */
  public static Dataset<Row> inOrder(Dataset<Row> submissions, Column which) {
    return submissions
        .filter(which)
        .orderBy(Submissions.arrival())
        .select(
            Submissions.SUBMISSION_ID.column(),
            Submissions.FILE_NAME.column(),
            Submissions.FEED.column(),
            Submissions.UNIVERSITY_CODE.column(),
            Submissions.SNAPSHOT_DATE.column(),
            Submissions.PART.column());
  }

  /** What {@link #inOrder} gives, as files. */
  public static List<ListFile> files(List<Row> inOrder) {
    return inOrder.stream()
        .map(
            row ->
                new ListFile(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.<LocalDate>getAs(4),
                    row.<Integer>getAs(5)))
        .toList();
  }

  /**
   * By each file that does not count the last of those that take its place.
   *
   * @param files the accepted files in the order of their arrival
   */
  public static Map<ListFile, ListFile> superseded(List<ListFile> files) {
    Map<List<Object>, List<ListFile>> competing = new LinkedHashMap<>();
    for (ListFile file : files) {
      competing.computeIfAbsent(file.competition(), key -> new ArrayList<>()).add(file);
    }
    Map<ListFile, ListFile> superseded = new HashMap<>();
    competing.values().forEach(some -> putSuperseded(some, superseded));
    return superseded;
  }

  private static void putSuperseded(List<ListFile> some, Map<ListFile, ListFile> superseded) {
    for (int earlier = 0; earlier < some.size(); earlier++) {
      for (ListFile later : some.subList(earlier + 1, some.size())) {
        if (some.get(earlier).isReplacedBy(later)) {
          superseded.put(some.get(earlier), later);
        }
      }
    }
  }
}
