package dev.taizhang.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.Tombstones;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The people whose rows are left out by law.
 *
 * @param tombstones {@link Tombstones#TOMBSTONE} of each of their numbers
 * @see <a href="../../../../../docs/adr/0020-forgetting.md">ADR 0020</a>
 */
public record Forgotten(Set<String> tombstones) implements Serializable {

  private static final int TOMBSTONE_DIGITS = 32;

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

  /** The tombstone of a pseudonym, as {@link #tombstone(String)} gives it in SQL. */
  static String tombstoneOf(String pseudonym) {
    byte[] hash = sha256().digest(("tombstone " + pseudonym).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, TOMBSTONE_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Whether a row is of somebody forgotten.
   *
   * @param pseudonyms what may name its person; null where there is none
   */
  boolean names(UTF8String... pseudonyms) {
    return !isEmpty()
        && Arrays.stream(pseudonyms)
            .filter(Objects::nonNull)
            .anyMatch(pseudonym -> tombstones.contains(tombstoneOf(pseudonym.toString())));
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
}
