package dev.taizhang.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Rows;
import dev.taizhang.tables.Tombstones;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The people whose rows are left out by law.
 *
 * @param tombstones {@link Tombstones#TOMBSTONE} of each of their numbers
 * @see <a href="../../../../../docs/adr/0020-forgetting.md">ADR 0020</a>
 */
public record Forgotten(Set<String> tombstones) {

  public Forgotten {
    tombstones = Set.copyOf(tombstones);
  }

  /**
   * SQL for the tombstone of a pseudonym. A pseudonym has 128 bits that only the key can make, so
   * that a hash of it without another key tells nothing.
   *
   * @param column the pseudonym's column
   */
  public static String tombstone(String column) {
    return "left(sha2(concat('tombstone ', %s), 256), 32)".formatted(column);
  }

  /** These people and more. */
  public Forgotten and(Set<String> more) {
    Set<String> all = new HashSet<>(tombstones);
    all.addAll(more);
    return new Forgotten(all);
  }

  /** Whether nobody was forgotten. */
  public boolean isEmpty() {
    return tombstones.isEmpty();
  }

  /**
   * Whether a row is of somebody forgotten; never null.
   *
   * @param pseudonyms the columns that may name its person
   */
  public Column names(Field... pseudonyms) {
    Object[] known = tombstones.stream().sorted().toArray();
    return Arrays.stream(pseudonyms)
        .map(field -> coalesce(expr(tombstone(field.name())).isin(known), lit(false)))
        .reduce(lit(false), Column::or);
  }

  /**
   * The rows of nobody who was forgotten.
   *
   * @param rows {@link Rows}, or those of its columns that {@link Screening} needs
   * @param facts {@link FileFacts}, one per file: an ID number that a spreadsheet has rounded is
   *     nobody's
   */
  public Dataset<Row> without(Dataset<Row> rows, Dataset<Row> facts) {
    return isEmpty() ? rows : Screening.withTrustedPerson(rows, facts).filter(not(ofRow()));
  }

  /** The rows of those who were forgotten; as {@link #without}. */
  public Dataset<Row> among(Dataset<Row> rows, Dataset<Row> facts) {
    return Screening.withTrustedPerson(rows, facts).filter(ofRow());
  }

  private Column ofRow() {
    return names(Entries.STUDENT_KEY, Entries.PERSON_ID);
  }
}
