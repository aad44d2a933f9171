package dev.taizhang.flow.change;

import dev.taizhang.tables.Table;
import java.util.Map;

/** The parts of one table that a run makes anew. */
public interface Touched {

  /** Whether nothing is to be done. */
  boolean isEmpty();

  /** Whether the whole table is made anew. */
  boolean isEverything();

  /** What each part of the table is made of after this. */
  Map<String, String> marks();

  /** How much is made anew, for the log. */
  String summary();

  /** SQL of the rows of the table that are written. */
  String written(Table table);

  /** SQL of the rows that those stand in the place of, besides rows that are said to be gone. */
  default String replaced(Table table) {
    return written(table);
  }
}
