package dev.taizhang.release.export;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Unit;
import dev.taizhang.release.export.ExportColumn.Role;
import dev.taizhang.tables.published.ColumnRule;
import dev.taizhang.tables.published.FigureSymbol;
import dev.taizhang.tables.published.PublishedColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that says what the columns of a data file are: the eight columns of Explore Education
 * Statistics, and behind them what these have no room for.
 */
final class Metadata {

  /** The columns of the file, each with what it says. */
  static final Map<String, String> COLUMNS = columns();

  private static final String DECIMALS_OF_SHARE = "4";
  private static final String DECIMALS_OF_WHOLE_PERCENT = "2";

  /** Filters that are told in groups of another one, which then has no line of its own. */
  private static final Map<String, String> GROUPED =
      Map.of("scheme_group", "scheme", "major_code", "major_level");

  private Metadata() {}

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("col_name", "Column of the data file.");
    columns.put("col_type", "Filter: what a row is about. Indicator: a number.");
    columns.put("label", "What the column is called, in English.");
    columns.put("indicator_grouping", "By which rule the number may leave the house.");
    columns.put("indicator_unit", "Empty for plain numbers, and shares are such.");
    columns.put("indicator_dp", "Decimal places that say something.");
    columns.put("filter_hint", "What the filter means.");
    columns.put("filter_grouping_column", "Column that the filter is told in groups of.");
    columns.put("label_zh", "What the column is called, in Chinese.");
    columns.put("unit_zh", "What is counted, in Chinese.");
    columns.put("unit_en", "What is counted, in English.");
    columns.put("definition_zh", "What the column means, in Chinese.");
    columns.put("definition_en", "What the column means, in English.");
    columns.put("symbols", "Symbols that may stand in place of the number, or beside it.");
    return columns;
  }

  /** The lines of a table: time and places are the same everywhere and have none. */
  static List<List<String>> lines(ExportTable table) {
    List<String> grouping =
        GROUPED.entrySet().stream()
            .filter(one -> table.published().column(one.getKey()).isPresent())
            .map(Map.Entry::getValue)
            .toList();
    List<List<String>> lines = new ArrayList<>();
    for (ExportColumn column : table.columns()) {
      if (column.role() == Role.INDICATOR) {
        lines.add(indicator(column));
      } else if (column.role() == Role.FILTER && !grouping.contains(column.name())) {
        lines.add(filter(column));
      }
    }
    return lines;
  }

  private static List<String> indicator(ExportColumn column) {
    Optional<ColumnRule> rule = column.published().map(PublishedColumn::rule);
    Label unit = unit(column.unit());
    return List.of(
        column.name(),
        "Indicator",
        column.label().en(),
        rule.map(one -> capitalised(one.meaning())).orElse(""),
        "",
        decimals(column),
        "",
        "",
        column.label().zh(),
        unit.zh(),
        unit.en(),
        column.definition().zh(),
        column.definition().en(),
        rule.map(Metadata::symbols).orElse(""));
  }

  private static List<String> filter(ExportColumn column) {
    return List.of(
        column.name(),
        "Filter",
        column.label().en(),
        "",
        "",
        "",
        column.definition().en(),
        GROUPED.getOrDefault(column.name(), ""),
        column.label().zh(),
        "",
        "",
        column.definition().zh(),
        column.definition().en(),
        "");
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static String decimals(ExportColumn column) {
    if (column.type().equals("integer")) {
      return "0";
    }
    return switch (column.published().map(PublishedColumn::rule).orElse(ColumnRule.PUBLIC)) {
      case WHOLE_DAYS -> "0";
      case WHOLE_PERCENT -> DECIMALS_OF_WHOLE_PERCENT;
      default -> DECIMALS_OF_SHARE;
    };
  }

  private static Label unit(Unit unit) {
    return switch (unit) {
      case COUNT -> new Label("人", "people");
      case DAYS -> new Label("天", "days");
      case RATE -> new Label("比例（0 到 1）", "share from 0 to 1");
      case POINTS -> new Label("比例之差（-1 到 1）", "difference of shares, -1 to 1");
      default -> new Label("", "");
    };
  }

  private static String symbols(ColumnRule rule) {
    if (!rule.isFigure()) {
      return "";
    }
    List<String> symbols =
        new ArrayList<>(List.of(FigureSymbol.WITHHELD.code(), FigureSymbol.NOT_APPLICABLE.code()));
    if (rule == ColumnRule.TENS || rule == ColumnRule.WHOLE_PERCENT) {
      symbols.add(FigureSymbol.LOW.code());
    }
    if (rule == ColumnRule.RATE) {
      symbols.add(FigureSymbol.UNRELIABLE.code());
    }
    return String.join("|", symbols);
  }
}
