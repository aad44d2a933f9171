package dev.taizhang.verification;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A number for each value, the same for the same value whichever table it stands in. Keys of some
 * values are few numbers then, and a text is kept once.
 */
final class Codes {

  private final Map<Object, Integer> codes = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The number of a value that is not null. */
  int of(Object value, DataType type) {
    Object compared = compared(value, type);
    Integer known = codes.get(compared);
    // Rows are gone with the next one, and texts are parts of them.
    return known != null
        ? known
        : codes.computeIfAbsent(kept(compared), one -> next.getAndIncrement());
  }

  private static Object compared(Object value, DataType type) {
    if (value instanceof ArrayData array) {
      Object[] elements = array.toObjectArray(((ArrayType) type).elementType()).clone();
      for (int i = 0; i < elements.length; i++) {
        elements[i] = elements[i] == null ? null : kept(elements[i]);
      }
      return Arrays.asList(elements);
    }
    return value instanceof Integer || value instanceof Short || value instanceof Byte
        ? (Object) ((Number) value).longValue()
        : value;
  }

  private static Object kept(Object value) {
    return value instanceof UTF8String text ? text.copy() : value;
  }
}
