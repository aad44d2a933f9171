package dev.taizhang.conform;

import dev.taizhang.reference.Expectation.Scope;
import dev.taizhang.reference.Expectation.Severity;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** How often the rows of one submission break each rule, counted row by row; for one thread. */
public final class RuleCounts {

  private final Map<UTF8String, Long> leftOut = new TreeMap<>();
  private final Map<UTF8String, Long> flagged = new TreeMap<>();
  private final FileRules.Tally ofFile;

  /**
   * Nothing counted yet.
   *
   * @param ofFile the rules about a file's rows together
   */
  public RuleCounts(FileRules ofFile) {
    this.ofFile = ofFile.tally();
  }

  /** Counts a row that is left out. */
  public void leftOut(UTF8String rule) {
    leftOut.merge(rule, 1L, Long::sum);
  }

  /** Counts an accepted row of a ledger, as {@link Entries}, for the rules about its file. */
  public void ofFile(InternalRow entry) {
    ofFile.add(entry);
  }

  /** Counts an accepted row of any feed by the rules that it breaks. */
  public void flagged(ArrayData flags) {
    for (int i = 0; i < flags.numElements(); i++) {
      flagged.merge(flags.getUTF8String(i), 1L, Long::sum);
    }
  }

  /** The counts, as {@link ExpectationResults}. */
  public List<InternalRow> rows(UTF8String submissionId, int snapshotDate) {
    List<InternalRow> rows = new ArrayList<>();
    leftOut.forEach(
        (rule, count) ->
            rows.add(row(submissionId, rule, snapshotDate, Severity.QUARANTINE, Scope.ROW, count)));
    flagged.forEach(
        (rule, count) ->
            rows.add(row(submissionId, rule, snapshotDate, Severity.FLAG, Scope.ROW, count)));
    ofFile
        .counts()
        .forEach(
            (rule, count) ->
                rows.add(
                    row(
                        submissionId,
                        UTF8String.fromString(rule),
                        snapshotDate,
                        Severity.FLAG,
                        Scope.FILE,
                        count)));
    return rows;
  }

  private static InternalRow row(
      UTF8String submissionId,
      UTF8String rule,
      int snapshotDate,
      Severity severity,
      Scope scope,
      long count) {
    return new GenericInternalRow(
        new Object[] {
          submissionId,
          rule,
          snapshotDate,
          UTF8String.fromString(severity.id()),
          UTF8String.fromString(scope.id()),
          count
        });
  }
}
