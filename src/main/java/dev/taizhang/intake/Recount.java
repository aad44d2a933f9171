package dev.taizhang.intake;

import dev.taizhang.conform.FeedRules;
import dev.taizhang.conform.RuleCounts;
import dev.taizhang.landing.Feed;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.InternalRows;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Counts anew, of rows that are in the tables, what was counted while files were read: after rows
 * were taken away.
 *
 * @param rules the rules of each feed, by its id
 * @param tables the rows of a table
 */
public record Recount(Map<String, FeedRules> rules, Function<Table, Dataset<Row>> tables) {

  /** A file whose rows are counted together. */
  private record File(UTF8String submissionId, int snapshotDate) {}

  /** Where a table's rows have what is counted; negative where they have it not. */
  private record Places(int submission, int date, int rule, int flags) implements Serializable {

    static Places of(Table table) {
      return new Places(
          place(table, ExpectationResults.SUBMISSION_ID),
          place(table, ExpectationResults.SNAPSHOT_DATE),
          place(table, Quarantine.RULE_ID),
          place(table, Entries.FLAGS));
    }

    File file(InternalRow row) {
      return new File(row.getUTF8String(submission), row.getInt(date));
    }
  }

  private static int place(Table table, Field field) {
    return table.fields().indexOf(field);
  }

  /** How often the rows break each rule, as {@link ExpectationResults}. */
  public RDD<InternalRow> ruleCounts() {
    JavaRDD<InternalRow> counts = ruleCounts(Quarantine.TABLE, rules.get(Feed.LEDGER.id()));
    for (IntakeTables one : IntakeTables.ENTRIES) {
      counts = counts.union(ruleCounts(one.table(), rules.get(one.feed().orElseThrow().id())));
    }
    return counts.rdd();
  }

  private JavaRDD<InternalRow> ruleCounts(Table table, FeedRules ofFeed) {
    Places places = Places.of(table);
    return ofSubmissions(table).mapPartitions(rows -> ruleCounts(places, ofFeed, rows));
  }

  private static Iterator<InternalRow> ruleCounts(
      Places places, FeedRules ofFeed, Iterator<InternalRow> rows) {
    Map<File, RuleCounts> tallies = new HashMap<>();
    rows.forEachRemaining(
        row -> {
          RuleCounts tally =
              tallies.computeIfAbsent(places.file(row), file -> new RuleCounts(ofFeed.ofFile()));
          if (places.rule() >= 0) {
            tally.leftOut(row.getUTF8String(places.rule()));
          } else {
            tally.flagged(row.getArray(places.flags()));
            tally.ofFile(row);
          }
        });
    return tallies.entrySet().stream()
        .flatMap(
            one ->
                one
                    .getValue()
                    .rows(one.getKey().submissionId(), one.getKey().snapshotDate())
                    .stream())
        .iterator();
  }

  /** How the rows name their majors, as {@link MajorNames}. */
  public RDD<InternalRow> majorNames() {
    return ofSubmissions(Entries.TABLE)
        .mapPartitions(
            rows -> {
              MajorNameTally tally = new MajorNameTally();
              rows.forEachRemaining(tally::add);
              return tally.rows().iterator();
            })
        .rdd();
  }

  /** The rows of a table, those of a submission together; each stays as it is. */
  private JavaRDD<InternalRow> ofSubmissions(Table table) {
    Dataset<Row> rows =
        tables
            .apply(table)
            .select(table.columns())
            .repartition(ExpectationResults.SUBMISSION_ID.column());
    return InternalRows.of(rows).map(InternalRow::copy);
  }
}
