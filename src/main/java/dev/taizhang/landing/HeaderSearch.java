package dev.taizhang.landing;

import static java.util.stream.Collectors.joining;

import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.SheetLayout;
import dev.taizhang.landing.rows.Spreadsheet;
import dev.taizhang.reference.ColumnAlias;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.tables.LedgerColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the header among the first rows of a table, and what its columns are. It is one row, or two
 * that stand below each other: pinyin and Chinese in either order, or titles of groups, of which
 * cells that reach over both rows are part of the header.
 */
final class HeaderSearch {

  /** A header stands in one of this many rows. */
  static final int ROWS = 20;

  private static final String NOT_KNOWN =
      "未识别；可在 column_aliases.csv 中加入别名 / not recognised; you can add an alias to column_aliases.csv";

  private final HeaderMatcher headers;
  private final TemplateMatcher templates;
  private final int mostColumns;

  HeaderSearch(HeaderMatcher headers, TemplateMatcher templates, Limits limits) {
    this.headers = headers;
    this.templates = templates;
    this.mostColumns = limits.columns();
  }

  /**
   * A row of a table.
   *
   * @param number the row as a person sees it, from 1
   * @param cells its cells from left to right
   * @param texts how many of its cells have a text, also those too far to the right to be here
   */
  record NumberedRow(int number, List<String> cells, int texts) {

    NumberedRow(int number, List<String> cells) {
      this(number, cells, texts(cells));
    }

    /** Where a row is wider than any spreadsheet, blank cells are no stray ones. */
    private static int texts(List<String> cells) {
      return cells.size() > Spreadsheet.COLUMNS
          ? cells.size()
          : (int) cells.stream().filter(HeaderSearch::hasInk).count();
    }
  }

  /**
   * A row that is a header, or two.
   *
   * @param row the row, or the lower one with what the upper one adds to it
   * @param parts the rows as they stand
   * @param known how many of its cells are known headers
   */
  record Header(NumberedRow row, List<List<String>> parts, long known) {

    /** More known headers are better; of equals the lower one counts where it is the next row. */
    private boolean isSurpassedBy(Header other) {
      boolean nextRow = other.row.number() == row.number() + 1;
      return other.known > known || (nextRow && other.known == known);
    }
  }

  /** The row or the two rows with the most known headers; empty where none is a header. */
  Optional<Header> header(List<NumberedRow> firstRows) {
    Header best = null;
    NumberedRow above = null;
    for (NumberedRow written : firstRows) {
      NumberedRow row = unprotected(written);
      Header header = header(above, row);
      if (headers.isHeader(header.row().cells()) && (best == null || best.isSurpassedBy(header))) {
        best = header;
      }
      above = row;
    }
    return Optional.ofNullable(best);
  }

  /** The row as far as a table may go, with what its cells say. */
  private NumberedRow unprotected(NumberedRow row) {
    return new NumberedRow(
        row.number(),
        row.cells().stream().limit(mostColumns).map(HeaderText::unprotected).toList(),
        row.texts());
  }

  /** A row as a header, together with the row above it where both are parts of one header. */
  private Header header(NumberedRow above, NumberedRow row) {
    long known = headers.known(row.cells());
    if (above != null && above.number() == row.number() - 1 && isMostlyKnown(row.cells())) {
      List<String> joined = joined(above.cells(), row.cells());
      long knownOfBoth = headers.known(joined);
      boolean bothAreHeaders = headers.isHeader(above.cells()) && headers.isHeader(row.cells());
      boolean bothAdd = knownOfBoth > Math.max(known, headers.known(above.cells()));
      if (bothAreHeaders || bothAdd) {
        return new Header(
            new NumberedRow(row.number(), joined, Math.max(above.texts(), row.texts())),
            List.of(List.copyOf(above.cells()), List.copyOf(row.cells())),
            knownOfBoth);
      }
    }
    return new Header(row, List.of(List.copyOf(row.cells())), known);
  }

  /** Half of the cells with ink: no row of data has as many cells that are headers. */
  private boolean isMostlyKnown(List<String> cells) {
    long known = headers.known(cells);
    long inked = cells.stream().filter(HeaderSearch::hasInk).count();
    return known > 0 && known * 2 >= inked;
  }

  private List<String> joined(List<String> upper, List<String> lower) {
    boolean upperIsHeader = isMostlyKnown(upper);
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      String above = i < upper.size() ? upper.get(i) : "";
      String below = i < lower.size() ? lower.get(i) : "";
      joined.add(headers.isKnown(above) && isBetter(above, below, upperIsHeader) ? above : below);
    }
    return joined;
  }

  /**
   * Whether a known header of the upper row says more than what is below it: nothing is, or the
   * rows are headers both and the lower one is not known here or is pinyin, some of which stands
   * for several columns.
   */
  private boolean isBetter(String above, String below, boolean upperIsHeader) {
    if (!hasInk(below)) {
      return true;
    }
    return upperIsHeader && (!headers.isKnown(below) || (isPinyin(below) && !isPinyin(above)));
  }

  private static boolean hasInk(String cell) {
    return !NormalForm.withoutSpaces(cell).isEmpty();
  }

  private static boolean isPinyin(String cell) {
    return NormalForm.header(cell).chars().allMatch(character -> character < 0x80);
  }

  /** Why there can be no ledger below a header; empty when there can. */
  Optional<Rejection> problem(Header header) {
    List<String> cells = header.row().cells();
    return isTooWide(header.row().texts())
        ? Optional.of(tooManyColumns())
        : headers.missing(cells, headers.columns(cells).values());
  }

  /** What each header of a table was taken for; columns without a header are left out. */
  List<HeaderReading> readings(SheetLayout layout) {
    List<HeaderReading> readings = new ArrayList<>();
    for (int position = 0; position < layout.width(); position++) {
      List<String> texts = texts(layout.header(), position);
      if (!texts.isEmpty()) {
        readings.add(reading(layout, position, texts));
      }
    }
    return readings;
  }

  /** The texts of one header: of the row above the last only what is known, not a title beside. */
  private List<String> texts(List<List<String>> header, int position) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < header.size(); row++) {
      List<String> cells = header.get(row);
      String text = position < cells.size() ? NormalForm.withoutSpaces(cells.get(position)) : "";
      boolean shown = row == header.size() - 1 || headers.isKnown(text);
      if (shown && !text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private HeaderReading reading(SheetLayout layout, int position, List<String> texts) {
    String header = texts.stream().map(HeaderText::repeatable).collect(joining(" / "));
    LedgerColumn read = layout.columns().get(position);
    if (read != null) {
      return new HeaderReading(layout.sheetName(), position + 1, header, read.id(), "");
    }
    Optional<ColumnAlias> alias =
        texts.stream().flatMap(text -> headers.alias(text).stream()).findFirst();
    return new HeaderReading(
        layout.sheetName(),
        position + 1,
        header,
        alias.isPresent() ? HeaderReading.KNOWN : HeaderReading.UNKNOWN,
        alias.map(HeaderSearch::whyNotRead).orElse(NOT_KNOWN));
  }

  private static String whyNotRead(ColumnAlias alias) {
    return LedgerColumn.of(alias.column())
        .map(column -> "另有一列为 %s / another column is %s".formatted(column.id(), column.id()))
        .orElse(alias.note().isEmpty() ? "不需要 / not needed" : "不需要 / " + alias.note());
  }

  /** Whether a row has more texts than a table may have columns. */
  boolean isTooWide(int texts) {
    return texts > mostColumns;
  }

  Rejection tooManyColumns() {
    return Rejection.tooManyColumns(mostColumns);
  }

  /** Where in a table with this header what is to be found. */
  SheetLayout layout(String sheetName, Header header) {
    List<String> cells = header.row().cells();
    Map<Integer, LedgerColumn> columns = headers.columns(cells);
    return new SheetLayout(
        sheetName,
        header.row().number(),
        header.parts(),
        columns,
        templates.template(cells),
        headers.blankHardshipIsNone(cells, columns.keySet()));
  }
}
