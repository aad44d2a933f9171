package dev.taizhang.history;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.Quarantine;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;

/**
 * Who is away and named by a row that does not count: hardly anybody, so that hardly ever closed
 * rows of the history are read. It is a rough set, which has them all and perhaps a few more, and
 * takes the same room however many they are.
 */
public final class AwayGraduates implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private static final long EXPECTED = 50_000;
  private static final double SHARE_OF_OTHERS = 0.01;

  private final BloomFilter ids = BloomFilter.create(EXPECTED, SHARE_OF_OTHERS);

  /** The days on which they left; of those of whom it is not asked, the first day there is. */
  private final TreeSet<Integer> since = new TreeSet<>();

  private AwayGraduates() {}

  /**
   * Looks for them.
   *
   * @param quarantine {@link Quarantine} of slices
   * @param open the rows of {@link History} that are open before these
   * @return empty where there is nobody
   */
  public static Optional<AwayGraduates> named(Dataset<Row> quarantine, Dataset<Row> open) {
    Column student = Entries.STUDENT_KEY.column();
    Optional<AwayGraduates> named =
        all(
            InternalRows.of(quarantine.filter(student.isNotNull()).select(student))
                .mapPartitions(rows -> of(rows, row -> 0))
                .collect());
    return named.flatMap(some -> some.among(open));
  }

  private Optional<AwayGraduates> among(Dataset<Row> open) {
    AwayGraduates named = this;
    return all(
        InternalRows.of(
                open.filter(History.CHANGE_KIND.column().equalTo(History.LEFT))
                    .select(History.GRADUATE_ID.column(), History.VALID_FROM.column()))
            .filter(row -> named.mayHave(row.getUTF8String(0)))
            .mapPartitions(rows -> of(rows, row -> row.getInt(1)))
            .collect());
  }

  /** Tells the day on which somebody left. */
  @FunctionalInterface
  private interface Since {
    int day(InternalRow row);
  }

  /** Those of a task, whose ids are in the first column; nothing where there is nobody. */
  private static Iterator<AwayGraduates> of(Iterator<InternalRow> rows, Since since) {
    if (!rows.hasNext()) {
      return List.<AwayGraduates>of().iterator();
    }
    AwayGraduates some = new AwayGraduates();
    rows.forEachRemaining(
        row -> {
          some.ids.putBinary(row.getUTF8String(0).getBytes());
          some.since.add(since.day(row));
        });
    return List.of(some).iterator();
  }

  private static Optional<AwayGraduates> all(Collection<AwayGraduates> ofTasks) {
    return ofTasks.stream().reduce(AwayGraduates::and);
  }

  private AwayGraduates and(AwayGraduates more) {
    try {
      ids.mergeInPlace(more.ids);
    } catch (IncompatibleMergeException e) {
      throw new IllegalStateException("All of them are made alike", e);
    }
    since.addAll(more.since);
    return this;
  }

  /** Whether they have this graduate: if not, then for certain. */
  boolean mayHave(UTF8String graduate) {
    return ids.mightContainBinary(graduate.getBytes());
  }

  /** The days on which any of them left. */
  Collection<LocalDate> days() {
    return since.stream().map(LocalDate::ofEpochDay).collect(Collectors.toList());
  }
}
