package dev.taizhang.publish.workbook;

import dev.taizhang.publish.SafeText;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A column of a sheet.
 *
 * @param column of the edition that it shows
 * @param position where that column stands in a row of the edition
 * @param content what of it is shown
 */
record SheetColumn(EditionColumn column, int position, Content content) {

  enum Content {
    /** The value, as in the edition. */
    VALUE,
    /** The code, as in the edition; its name stands beside. */
    CODE,
    /** What the code is called. */
    NAME
  }

  private static final Label NAME = new Label("名称", "Name");
  private static final Label DEMAND = new Label("要求", "What is expected");
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;
  private static final int WIDEST_WORD = 20;
  private static final int NUMBER = 11;
  private static final int DATE = 12;
  private static final int TIME = 17;
  // The button of the filter.
  private static final int BUTTON = 3;

  /**
   * The columns of a sheet. Codes that people know (of universities, majors, outcomes) have their
   * names beside; of others, the names alone are shown.
   */
  static List<SheetColumn> of(EditionTable table, Words words) {
    List<SheetColumn> columns = new ArrayList<>();
    for (int position = 0; position < table.columns().size(); position++) {
      EditionColumn column = table.columns().get(position);
      if (column.unit() != Unit.CODE) {
        columns.add(new SheetColumn(column, position, Content.VALUE));
        continue;
      }
      boolean isKnown = column.id().endsWith("_code") || column.id().equals("rule_id");
      if (isKnown || !words.hasNames(column.id())) {
        columns.add(new SheetColumn(column, position, Content.CODE));
      }
      if (words.hasNames(column.id()) && !hasNameColumn(table, column)) {
        columns.add(new SheetColumn(column, position, Content.NAME));
      }
    }
    return columns;
  }

  private static boolean hasNameColumn(EditionTable table, EditionColumn code) {
    String name = code.id().replaceFirst("_code$", "_name");
    return table.columns().stream()
        .anyMatch(column -> column.unit() == Unit.TEXT && column.id().equals(name));
  }

  String head() {
    boolean isBesideItsCode =
        content == Content.NAME && (column.id().endsWith("_code") || column.id().equals("rule_id"));
    if (isBesideItsCode) {
      return Words.lines(column.id().equals("rule_id") ? DEMAND : NAME);
    }
    return Words.head(column);
  }

  /** Whether cells are texts, which a number never is, but for a cohort. */
  boolean isText(Shown shown) {
    return shown.value() instanceof String || shown.value() instanceof Boolean;
  }

  /** The text of a cell. */
  String text(Shown shown, Words words) {
    if (shown.value() instanceof Boolean flag) {
      return Words.yesOrNo(flag);
    }
    String text = (String) shown.value();
    return content == Content.NAME ? words.named(column.id(), text) : SafeText.of(text);
  }

  /** Whether cells tell what a row is about, and not a figure. */
  boolean isKey() {
    return switch (column.unit()) {
      case CODE, TEXT, DATE, TIME -> true;
      case COUNT, DAYS, RATE, POINTS, FLAG -> false;
    };
  }

  /**
   * Whether bars may stand behind the values: shares of something, none of them above the whole,
   * since a bar that ends at its edge would be a lie.
   */
  boolean hasBars(EditionTable table) {
    return column.unit() == Unit.RATE
        && !column.numerator().isEmpty()
        && values(table).stream()
            .filter(BigDecimal.class::isInstance)
            .allMatch(share -> ((BigDecimal) share).compareTo(BigDecimal.ONE) <= 0);
  }

  private List<Object> values(EditionTable table) {
    return table.rows().stream()
        .map(row -> row.get(position).value())
        .filter(Objects::nonNull)
        .toList();
  }

  /** The width, in digits. */
  int width(EditionTable table, Words words) {
    return switch (column.unit()) {
      case DATE -> Math.max(DATE, widestWordOfHead());
      case TIME -> Math.max(TIME, widestWordOfHead());
      case COUNT, DAYS, RATE, POINTS, FLAG -> Math.max(NUMBER, widestWordOfHead());
      case CODE, TEXT -> Math.min(WIDEST, Math.max(widest(table, words), widthOfHead()));
    };
  }

  /** Whether texts are so long that they need lines. */
  boolean needsLines(EditionTable table, Words words) {
    return width(table, words) == WIDEST;
  }

  private int widest(EditionTable table, Words words) {
    return values(table).stream()
        .distinct()
        .map(Shown::of)
        .filter(this::isText)
        .mapToInt(shown -> Words.width(text(shown, words)) + 1)
        .max()
        .orElse(NARROWEST);
  }

  private int widthOfHead() {
    return Math.max(widestWordOfHead(), Words.width(head().split("\n", 2)[0]) + BUTTON);
  }

  /** A word that is broken is hard to read. */
  private int widestWordOfHead() {
    return Math.min(
        WIDEST_WORD,
        Arrays.stream(head().split("[\n ]", -1)).mapToInt(Words::width).max().orElse(NARROWEST)
            + 1);
  }

  /** How many lines the head takes in a column of a width. */
  int linesOfHead(int width) {
    int lines = 0;
    for (String line : head().lines().toList()) {
      lines += (Words.width(line) + BUTTON + width - 1) / width;
    }
    return lines;
  }
}
