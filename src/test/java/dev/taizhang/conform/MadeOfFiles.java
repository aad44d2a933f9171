package dev.taizhang.conform;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What rows of files become, as tests look at it.
 *
 * @param quarantine rows left out
 * @param entries accepted rows of ledgers
 */
public record MadeOfFiles(Dataset<Row> quarantine, Dataset<Row> entries) {

  private static final RowReading READING =
      RowReading.of(Lookups.of(ReferenceData.load(Optional.empty())), Thresholds.DEFAULT);

  /** What rows of ledgers become; those of one submission are one file. */
  public static MadeOfFiles of(TableRows rows, List<Expectation> expectations) {
    FeedRules rules =
        FeedRules.of(SharedSpark.session(), expectations, List.of("ledger")).get("ledger");
    List<InternalRow> quarantine = new ArrayList<>();
    List<InternalRow> entries = new ArrayList<>();
    files(rows)
        .forEach(
            (id, file) -> {
              FileFacts facts = facts(file);
              Screening screening = new Screening("ledger", rules, facts, new Forgotten(Set.of()));
              file.forEach(row -> screening.look(screened(row)));
              screening.settle();
              for (InternalRow row : file) {
                InternalRow one = screened(row);
                Screening.Verdict verdict = screening.verdict(one);
                if (verdict instanceof Screening.Verdict.LeftOut leftOut) {
                  quarantine.add(leftOut.row());
                } else {
                  InternalRow readings = READING.open().read(one, facts.idNumbersDestroyed());
                  ArrayData flags = rules.flags().brokenBy(readings);
                  entries.add(EntryValues.LEDGER.of(readings, flags));
                }
              }
            });
    return new MadeOfFiles(
        dataset(Quarantine.TABLE, quarantine), dataset(EntryValues.LEDGER.table(), entries));
  }

  /** What the rows of each submission tell together. */
  static Map<String, FileFacts> facts(TableRows rows) {
    Map<String, FileFacts> facts = new LinkedHashMap<>();
    files(rows).forEach((id, file) -> facts.put(id, facts(file)));
    return facts;
  }

  private static FileFacts facts(List<InternalRow> rows) {
    FileFacts.Gathering gathering = new FileFacts.Gathering();
    rows.forEach(row -> gathering.add(row, READING.open().graduationYear(row)));
    return gathering.facts(Thresholds.DEFAULT.destroyedIdentityShare());
  }

  /** How often rows in tables break rules, as {@link ExpectationResults}. */
  public static Dataset<Row> ruleCounts(
      TableRows quarantine, TableRows entries, List<Expectation> expectations) {
    FeedRules rules =
        FeedRules.of(SharedSpark.session(), expectations, List.of("ledger")).get("ledger");
    Map<String, RuleCounts> counts = new LinkedHashMap<>();
    List<InternalRow> all = new ArrayList<>();
    files(quarantine)
        .forEach(
            (id, rows) ->
                rows.forEach(
                    row ->
                        counts
                            .computeIfAbsent(id, one -> new RuleCounts(rules.ofFile()))
                            .leftOut(
                                row.getUTF8String(place(Quarantine.TABLE, Quarantine.RULE_ID)))));
    files(entries)
        .forEach(
            (id, rows) ->
                rows.forEach(
                    row -> {
                      RuleCounts ofFile =
                          counts.computeIfAbsent(id, one -> new RuleCounts(rules.ofFile()));
                      ofFile.flagged(row.getArray(row.numFields() - 1));
                      ofFile.ofFile(row);
                    }));
    counts.forEach((id, ofFile) -> all.addAll(ofFile.rows(UTF8String.fromString(id), 0)));
    return dataset(ExpectationResults.TABLE, all);
  }

  private static int place(Table table, Field field) {
    return table.fields().indexOf(field);
  }

  private static Map<String, List<InternalRow>> files(TableRows rows) {
    Map<String, List<InternalRow>> files = new LinkedHashMap<>();
    for (InternalRow row : rows.internal()) {
      files
          .computeIfAbsent(
              row.getUTF8String(place(Rows.TABLE, Rows.SUBMISSION_ID)).toString(),
              id -> new ArrayList<>())
          .add(row);
    }
    return files;
  }

  private static InternalRow screened(InternalRow row) {
    Object[] values = new Object[Screening.SCHEMA.size()];
    for (int i = 0; i < row.numFields(); i++) {
      values[i] = row.get(i, Screening.SCHEMA.fields()[i].dataType());
    }
    values[Screening.GRADUATION_YEAR_POSITION] = READING.open().graduationYear(row);
    return new GenericInternalRow(values);
  }

  private static Dataset<Row> dataset(Table table, List<InternalRow> rows) {
    return SharedSpark.session()
        .createDataFrame(
            rows.stream()
                .map(row -> (Row) CatalystTypeConverters.convertToScala(row, table.structType()))
                .toList(),
            table.structType());
  }
}
