package dev.taizhang.verification;

import dev.taizhang.tables.Check;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;

/**
 * What reading each small table once shows to hold, without a query: contracts, and tallies that
 * agree. What is not shown may hold all the same: a query has to tell, and it names the rows.
 */
final class ReadOnce {

  private final Map<Table, TableReading> readings = new LinkedHashMap<>();
  private final Map<Check, Balance> balances = new HashMap<>();

  private ReadOnce() {}

  /**
   * What is to be read.
   *
   * @param contracts tables that are held against their contract
   * @param checks what is declared with them
   * @param readable tables that can be read, since they have few rows and their columns
   */
  static ReadOnce of(
      SparkSession spark, Set<Table> contracts, List<Check> checks, Predicate<Table> readable) {
    ReadOnce all = new ReadOnce();
    Map<Table, List<RowQuestions.Wanted>> wanted = new LinkedHashMap<>();
    contracts.stream().filter(readable).forEach(table -> wanted.put(table, new ArrayList<>()));
    for (Check check : checks) {
      check
          .agreement()
          .filter(one -> one.tables().allMatch(readable))
          .ifPresent(
              agreement -> {
                Balance balance = new Balance(agreement);
                all.balances.put(check, balance);
                want(wanted, new RowQuestions.Wanted(agreement.first(), balance, true));
                want(wanted, new RowQuestions.Wanted(agreement.second(), balance, false));
              });
    }
    Codes codes = new Codes();
    wanted.forEach(
        (table, tallies) ->
            all.readings.put(
                table, new TableReading(spark, table, contracts.contains(table), tallies, codes)));
    return all;
  }

  private static void want(Map<Table, List<RowQuestions.Wanted>> wanted, RowQuestions.Wanted one) {
    Tally tally = one.tally();
    wanted.computeIfAbsent(tally.table(), table -> new ArrayList<>()).add(one);
  }

  /** The readings of all tables, to be carried out in any order. */
  List<Callable<Void>> readings(TableReading.Source source) {
    return readings.values().stream()
        .map(
            reading ->
                (Callable<Void>)
                    () -> {
                      reading.carryOut(source);
                      return null;
                    })
        .toList();
  }

  /** Whether every row of a table was seen to keep the contract, and no key to repeat. */
  boolean showsContract(Table table) {
    return readings.containsKey(table) && readings.get(table).showsContract();
  }

  /** Whether a check was seen to hold. */
  boolean shows(Check check) {
    return balances.containsKey(check) && balances.get(check).isEven();
  }
}
