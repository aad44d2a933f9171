package dev.taizhang.release.export;

import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.published.ColumnRule;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Rows of every published table: of each kind of place, with and without values, under every symbol
 * that a column may have.
 */
final class InventedRows {

  static final String RELEASE = "2025-08-31-official-1";
  // Everything that has to be quoted in a file of comma separated values.
  static final String NAME = "甲, \"乙\"\n丙";

  private static final int ROWS = 12;
  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final List<Map<String, String>> PLACES =
      List.of(
          place("all", "all", "all", "all", "all", "all"),
          place("province", "410000", "all", "410000", "all", "all"),
          place("prefecture", "410100", "all", "all", "prefecture", "410100"),
          place("all", "all", "90001", "410000", "university", "90001"));

  private InventedRows() {}

  private static Map<String, String> place(
      String regionLevel,
      String region,
      String university,
      String province,
      String placeLevel,
      String place) {
    return Map.of(
        "region_level", regionLevel,
        "region_code", region,
        "university_code", university,
        "province_code", province,
        "place_level", placeLevel,
        "place_code", place);
  }

  static PublishedRows all() {
    Map<PublishedTable, List<Object[]>> rows = new HashMap<>();
    PublishedTables.ALL.forEach(table -> rows.put(table, of(table)));
    return new PublishedRows(rows);
  }

  private static List<Object[]> of(PublishedTable table) {
    List<Object[]> rows = new ArrayList<>();
    for (int number = 0; number < ROWS; number++) {
      rows.add(row(table, number));
    }
    return rows;
  }

  private static Object[] row(PublishedTable table, int number) {
    Map<String, Object> row = new HashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      PublishedColumn column = table.columns().get(i);
      if (column.rule().isFigure()) {
        figure(row, column, number + i);
      } else if (column.rule() != ColumnRule.SYMBOL) {
        row.put(column.name(), fact(column, number));
      }
    }
    return table.columns().stream().map(column -> row.get(column.name())).toArray();
  }

  private static void figure(Map<String, Object> row, PublishedColumn column, int turn) {
    String symbol =
        switch (turn % 4) {
          case 0 -> "c";
          case 1 -> "z";
          case 2 ->
              switch (column.rule()) {
                case RATE -> "u";
                case TENS, WHOLE_PERCENT -> "low";
                default -> null;
              };
          default -> null;
        };
    boolean isThere = symbol == null || symbol.equals("u");
    Object value = number(column.field().type(), isThere ? turn : 0);
    row.put(column.name(), "c".equals(symbol) || "z".equals(symbol) ? null : value);
    row.put(PublishedTable.symbolOf(column.name()), symbol);
  }

  private static Object number(DataType type, int turn) {
    if (type.equals(DataTypes.LongType)) {
      return 10L * turn;
    }
    // As many digits as a double has, and one that would be written with an exponent.
    return turn % 2 == 0 ? turn / 23.0 % 1 : 1e-5;
  }

  private static Object fact(PublishedColumn column, int number) {
    Field field = column.field();
    if (column.name().equals("release_id")) {
      return RELEASE;
    }
    Map<String, String> place = PLACES.get(number % PLACES.size());
    if (place.containsKey(column.name())) {
      return place.get(column.name());
    }
    if (column.rule() == ColumnRule.NAME) {
      String code = column.name().replaceFirst("_name_(zh|en)$", "_code");
      if ("all".equals(place.get(code))) {
        return column.name().endsWith("_zh") ? "全部" : "All";
      }
      return number % 2 == 0 ? NAME : null;
    }
    if (field.nullable() && number % 2 == 1) {
      return null;
    }
    if (field.type().equals(DataTypes.DateType)) {
      return column.rule() == ColumnRule.KEY ? DATE.minusWeeks(number) : DATE;
    }
    if (field.type().equals(DataTypes.IntegerType)) {
      return column.name().equals("graduation_year") ? 2000 + number : number;
    }
    if (field.type().equals(DataTypes.BooleanType)) {
      return number % 3 == 0;
    }
    return field.allowed().isEmpty()
        ? "code" + number
        : field.allowed().get(number % field.allowed().size());
  }
}
