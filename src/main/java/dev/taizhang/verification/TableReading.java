package dev.taizhang.verification;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/** One pass over a table: what of it is read, and who is shown each row. */
final class TableReading {

  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Table table;
  private final boolean asksContract;
  private final List<Field> columns;
  private final RowQuestions questions;
  private final List<BesideRows> beside = new ArrayList<>();

  /** Shows some columns of each row of a table. */
  @FunctionalInterface
  interface Source {
    void show(Table table, List<Field> columns, Consumer<InternalRow> shown);
  }

  /**
   * A pass.
   *
   * @param asksContract whether the rows are held against the table's contract
   * @param tallies what is added up
   */
  TableReading(
      SparkSession spark,
      Table table,
      boolean asksContract,
      List<RowQuestions.Wanted> tallies,
      Codes codes) {
    this.table = table;
    this.asksContract = asksContract;
    this.columns = asksContract ? table.fields() : named(table, tallies);
    List<RowQuestions.Wanted> alone =
        tallies.stream().filter(one -> one.tally().beside().isEmpty()).toList();
    this.questions =
        asksContract
            ? RowQuestions.ofTable(spark, table, alone, codes)
            : RowQuestions.ofTallies(spark, columns, alone, codes);
    Map<Tally.Beside, List<RowQuestions.Wanted>> others = new LinkedHashMap<>();
    for (RowQuestions.Wanted one : tallies) {
      one.tally()
          .beside()
          .ifPresent(other -> others.computeIfAbsent(other, key -> new ArrayList<>()).add(one));
    }
    others.forEach(
        (other, those) -> beside.add(new BesideRows(spark, columns, other, those, codes)));
  }

  /** The columns that tallies name: more of people's tables is not to be read. */
  private static List<Field> named(Table table, List<RowQuestions.Wanted> tallies) {
    var words =
        tallies.stream()
            .map(RowQuestions.Wanted::tally)
            .flatMap(
                tally ->
                    Stream.concat(
                        tally.texts(),
                        tally.beside().stream()
                            .flatMap(other -> other.using().stream())
                            .map(Field::name)))
            .flatMap(text -> WORD.matcher(text).results())
            .map(found -> found.group())
            .collect(Collectors.toSet());
    return table.fields().stream().filter(field -> words.contains(field.name())).toList();
  }

  /** Reads the table, after those whose rows stand beside its own. */
  void carryOut(Source source) {
    for (BesideRows other : beside) {
      source.show(other.table(), other.columns(), other::keep);
    }
    source.show(
        table,
        columns,
        row -> {
          questions.ask(row);
          beside.forEach(other -> other.ask(row));
        });
  }

  /** Whether every row was seen to keep the contract, and no key to repeat. */
  boolean showsContract() {
    return asksContract && questions.keepsContract();
  }
}
