package dev.taizhang.answers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Takes the rows of one university after the other from rows that are sorted by it. */
final class RowsByUniversity {

  private final Iterator<Row> rows;
  private Row next;

  RowsByUniversity(Iterator<Row> rows) {
    this.rows = rows;
    advance();
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  /** The rows of a university; universities are asked for in order. */
  List<Row> of(String university) {
    List<Row> taken = new ArrayList<>();
    while (next != null && next.<String>getAs("university_code").equals(university)) {
      taken.add(next);
      advance();
    }
    return taken;
  }
}
