package dev.taizhang.tables.published;

import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that leaves the house: which columns of a mart it has, by which rule each, and which ones
 * stay.
 *
 * @param mart what it is made from
 * @param table what leaves
 * @param columns its columns in order, each with its rule
 * @param staying columns of the mart that stay in the house
 * @param rowsTell whether there is a row only where something became of somebody, so that one
 *     without any value would tell of it
 */
public record PublishedTable(
    Table mart, Table table, List<PublishedColumn> columns, Set<String> staying, boolean rowsTell) {

  private static final String SYMBOL = "_symbol";

  public PublishedTable {
    columns = List.copyOf(columns);
    staying = Set.copyOf(staying);
  }

  /** The table as it stands in files, without its schema. */
  public String name() {
    return table.shortName();
  }

  /** The columns that are figures. */
  public List<PublishedColumn> figures() {
    return columns.stream().filter(column -> column.rule().isFigure()).toList();
  }

  /** Whether a figure of a row has a value. */
  public boolean hasValue(Object[] row) {
    return figures().stream().anyMatch(figure -> value(row, figure.name()) != null);
  }

  /** A column by its name. */
  public Optional<PublishedColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The value of a column in a row, which has the values in the order of the columns. */
  public Object value(Object[] row, String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return row[i];
      }
    }
    throw new IllegalArgumentException(name() + " has no column " + column);
  }

  /** What tells a row from others of its release, as a text. */
  public String keyOf(Object[] row) {
    return table.key().stream()
        .skip(1)
        .map(field -> String.valueOf(value(row, field.name())))
        .collect(Collectors.joining("/"));
  }

  /** The column that has the symbol of a figure. */
  public static String symbolOf(String figure) {
    return figure + SYMBOL;
  }

  /** The column that has the name of a code, in Chinese or English. */
  public static String nameOf(String code, String language) {
    return code.replaceFirst("_code$", "") + "_name_" + language;
  }

  /** The columns of the key that have names. */
  public List<String> namedCodes() {
    return columns.stream()
        .filter(column -> column.rule() == ColumnRule.KEY)
        .map(PublishedColumn::name)
        .filter(name -> column(nameOf(name, "zh")).isPresent())
        .toList();
  }

  /**
   * Columns of a table as it is found that nobody gave a rule.
   *
   * @param found the columns that the published table has
   * @param foundInMart the columns that the mart has
   */
  public List<String> unregistered(List<String> found, List<String> foundInMart) {
    Set<String> known = columns.stream().map(PublishedColumn::name).collect(Collectors.toSet());
    Set<String> used = new HashSet<>(known);
    used.addAll(staying);
    return Stream.concat(
            found.stream().filter(name -> !known.contains(name)).map(at(table)),
            foundInMart.stream().filter(name -> !used.contains(name)).map(at(mart)))
        .toList();
  }

  private static java.util.function.Function<String, String> at(Table table) {
    return column -> table.name() + "." + column;
  }

  /** A table that is made from a mart, with all of the mart's key. */
  static Making of(Table mart) {
    return new Making(mart);
  }

  /** A published table on the way: columns stand in the order of the mart. */
  static final class Making {

    private final Table mart;
    private final Map<String, ColumnRule> rules = new LinkedHashMap<>();
    private final Map<String, String> denominators = new LinkedHashMap<>();
    private final List<Field> added = new ArrayList<>();
    private final Set<String> staying = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private boolean rowsTell;

    private Making(Table mart) {
      this.mart = mart;
      mart.key().forEach(field -> rules.put(field.name(), ColumnRule.KEY));
    }

    /** These codes of the key with their names in both languages. */
    Making named(String... codes) {
      named.addAll(Arrays.asList(codes));
      return this;
    }

    Making by(ColumnRule rule, String... columns) {
      Arrays.stream(columns).forEach(column -> rules.put(column, rule));
      return this;
    }

    /** Rates or shares of a column. */
    Making of(String denominator, ColumnRule rule, String... columns) {
      by(rule, columns);
      Arrays.stream(columns).forEach(column -> denominators.put(column, denominator));
      return this;
    }

    /** A column that the mart has not. */
    Making adding(ColumnRule rule, Field field) {
      added.add(field);
      return by(rule, field.name());
    }

    /** These stay in the house. */
    Making without(String... columns) {
      staying.addAll(Arrays.asList(columns));
      return this;
    }

    /** There is a row only where something became of somebody. */
    Making whereSomethingHappened() {
      rowsTell = true;
      return this;
    }

    PublishedTable done() {
      List<PublishedColumn> columns = new ArrayList<>();
      columns.add(PublishedColumn.of(Releases.RELEASE_ID, ColumnRule.KEY));
      Stream.concat(mart.fields().stream(), added.stream()).forEach(field -> add(columns, field));
      requireEveryColumn(columns);
      List<Field> key = new ArrayList<>(List.of(Releases.RELEASE_ID));
      key.addAll(mart.key());
      Table table =
          Table.named("published." + mart.shortName())
              .grain(
                  "Per release: "
                      + mart.grain().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                      + mart.grain().substring(1))
              .fields(columns.stream().map(PublishedColumn::field).toList())
              .key(key.toArray(Field[]::new));
      for (PublishedColumn column : columns) {
        if (column.rule().isFigure()) {
          table =
              table.rule(
                  column.name() + "_or_symbol",
                  "(%1$s IS NULL) = (%1$s_symbol IS NOT NULL AND %1$s_symbol IN ('%2$s', '%3$s'))"
                      .formatted(
                          column.name(),
                          FigureSymbol.WITHHELD.code(),
                          FigureSymbol.NOT_APPLICABLE.code()));
        }
      }
      return new PublishedTable(mart, table, columns, staying, rowsTell);
    }

    private void add(List<PublishedColumn> columns, Field field) {
      ColumnRule rule = rules.get(field.name());
      if (rule == null) {
        return;
      }
      columns.add(
          new PublishedColumn(
              rule.isFigure() ? figure(field, rule) : field,
              rule,
              Optional.ofNullable(denominators.get(field.name()))));
      if (rule.isFigure()) {
        columns.add(
            PublishedColumn.of(
                Field.optional(
                        symbolOf(field.name()),
                        StringType,
                        "Why %s is not there, or how it is to be read.".formatted(field.name()))
                    .oneOf(FigureSymbol.codes()),
                ColumnRule.SYMBOL));
      }
      if (named.contains(field.name())) {
        columns.add(name(field, "zh", "Chinese"));
        columns.add(name(field, "en", "English; the Chinese one where there is no other"));
      }
    }

    private static Field figure(Field field, ColumnRule rule) {
      return rule.isWide()
          ? field
              .orNull()
              .meaning(
                  "%s; %s.".formatted(field.comment().replaceFirst("\\.$", ""), rule.meaning()))
          : field.orNull();
    }

    private static PublishedColumn name(Field code, String language, String words) {
      return PublishedColumn.of(
          Field.optional(
              nameOf(code.name(), language),
              StringType,
              "Name of %s in %s.".formatted(code.name(), words)),
          ColumnRule.NAME);
    }

    /** A column of the mart is published or stays: nobody forgot to think of it. */
    private void requireEveryColumn(List<PublishedColumn> columns) {
      Set<String> known = columns.stream().map(PublishedColumn::name).collect(Collectors.toSet());
      known.addAll(staying);
      List<String> forgotten =
          mart.fields().stream().map(Field::name).filter(name -> !known.contains(name)).toList();
      if (!forgotten.isEmpty()) {
        throw new IllegalStateException(
            "%s has columns without a rule: %s".formatted(mart.name(), forgotten));
      }
    }
  }
}
