package dev.taizhang.conform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;

/**
 * The rules that a row of a feed may break without being left out.
 *
 * @param rules sorted by their ids, over {@link Readings#SCHEMA}
 */
public record FlagRules(List<RowRule> rules) implements Serializable {

  private static final ArrayData NONE = new GenericArrayData(new Object[0]);

  public FlagRules {
    rules = List.copyOf(rules);
  }

  /** The ids of the rules that a row breaks, sorted; the value of the column of flags. */
  public ArrayData brokenBy(InternalRow readings) {
    List<Object> broken = null;
    for (RowRule rule : rules) {
      if (rule.isBrokenBy(readings)) {
        broken = broken == null ? new ArrayList<>() : broken;
        broken.add(rule.id());
      }
    }
    return broken == null ? NONE : new GenericArrayData(broken.toArray());
  }
}
