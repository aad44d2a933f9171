package dev.taizhang.tables;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;

/**
 * Which keys some rows have, told by a sketch of fixed size whatever their number: one that they
 * have is never missed, and some others are taken for one of theirs.
 */
public final class KeySketch {

  // A megabyte: of a million keys it mistakes one in fifty others.
  private static final long MOST_KEYS = 1_000_000;
  private static final double MISTAKEN = 0.02;

  private KeySketch() {}

  /**
   * The keys of rows.
   *
   * @param columns places of the columns that have one; text or null
   */
  public static BloomFilter of(JavaRDD<InternalRow> rows, int... columns) {
    return rows.mapPartitions(some -> List.of(sketch(some, columns)).iterator())
        .treeAggregate(
            BloomFilter.create(MOST_KEYS, MISTAKEN), KeySketch::merged, KeySketch::merged);
  }

  /** Whether a row may have one of the keys in a column. */
  public static boolean mayHold(BloomFilter keys, InternalRow row, int column) {
    return !row.isNullAt(column) && keys.mightContainBinary(row.getUTF8String(column).getBytes());
  }

  private static BloomFilter sketch(Iterator<InternalRow> rows, int... columns) {
    BloomFilter sketch = BloomFilter.create(MOST_KEYS, MISTAKEN);
    rows.forEachRemaining(
        row -> {
          for (int column : columns) {
            if (!row.isNullAt(column)) {
              sketch.putBinary(row.getUTF8String(column).getBytes());
            }
          }
        });
    return sketch;
  }

  private static BloomFilter merged(BloomFilter one, BloomFilter other) {
    try {
      return one.mergeInPlace(other);
    } catch (IncompatibleMergeException e) {
      throw new IllegalStateException("Sketches of one size do not fit together", e);
    }
  }
}
