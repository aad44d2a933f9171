package dev.taizhang.release.draft;

import dev.taizhang.flow.Fingerprint;
import dev.taizhang.tables.ByteOrder;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.published.FigureSymbol;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of one release, table by table and in the order of their keys, so that the same release
 * made twice has the same bytes.
 *
 * @param byTable rows with their values in the order of the columns
 */
public record PublishedRows(Map<PublishedTable, List<Object[]>> byTable) {

  public PublishedRows {
    Map<PublishedTable, List<Object[]>> sorted = new LinkedHashMap<>();
    for (PublishedTable table : PublishedTables.ALL) {
      sorted.put(table, sorted(table, byTable.getOrDefault(table, List.of())));
    }
    byTable = java.util.Collections.unmodifiableMap(sorted);
  }

  private static List<Object[]> sorted(PublishedTable table, List<Object[]> rows) {
    IdentityHashMap<Object[], String> keys = new IdentityHashMap<>();
    rows.forEach(row -> keys.put(row, table.keyOf(row)));
    List<Object[]> inOrder = new ArrayList<>(rows);
    inOrder.sort(Comparator.comparing(keys::get, ByteOrder.OF_TEXTS));
    return java.util.Collections.unmodifiableList(inOrder);
  }

  /** The rows of a release that the warehouse has. */
  public static PublishedRows read(Warehouse warehouse, String releaseId) {
    Map<PublishedTable, List<Object[]>> rows = new HashMap<>();
    for (PublishedTable table : PublishedTables.ALL) {
      rows.put(
          table,
          warehouse.exists(table.table())
              ? warehouse.values(table.table(), Releases.RELEASE_ID, Set.of(releaseId))
              : List.of());
    }
    return new PublishedRows(rows);
  }

  /** The rows of a table. */
  public List<Object[]> of(PublishedTable table) {
    return byTable.get(table);
  }

  /** Of a table's rows, equal where every value is but the release's id. */
  public String checksum(PublishedTable table) {
    return Fingerprint.of(of(table).stream().map(row -> line(table, row)).toArray(String[]::new));
  }

  private static String line(PublishedTable table, Object[] row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      if (!table.columns().get(i).name().equals(Releases.RELEASE_ID.name())) {
        line.append(row[i] == null ? "\\N" : row[i]).append('\t');
      }
    }
    return line.toString();
  }

  /** How many figures of a table have which symbol; those without one under the empty text. */
  public Map<String, Long> symbols(PublishedTable table) {
    Map<String, Long> symbols = new TreeMap<>();
    for (PublishedColumn figure : table.figures()) {
      int at = position(table, PublishedTable.symbolOf(figure.name()));
      of(table)
          .forEach(row -> symbols.merge(row[at] == null ? "" : (String) row[at], 1L, Long::sum));
    }
    return symbols;
  }

  private static int position(PublishedTable table, String column) {
    return table.table().structType().fieldIndex(column);
  }

  /** Rows with a figure that has a value. */
  public long shown() {
    return byTable.entrySet().stream()
        .mapToLong(one -> one.getValue().stream().filter(one.getKey()::hasValue).count())
        .sum();
  }

  /** Rows of which every figure that there is is withheld. */
  public long withheld() {
    return byTable.entrySet().stream()
        .mapToLong(
            one -> one.getValue().stream().filter(row -> isWithheld(one.getKey(), row)).count())
        .sum();
  }

  private static boolean isWithheld(PublishedTable table, Object[] row) {
    return !table.hasValue(row)
        && table.figures().stream()
            .anyMatch(
                figure ->
                    FigureSymbol.WITHHELD
                        .code()
                        .equals(table.value(row, PublishedTable.symbolOf(figure.name()))));
  }
}
