package dev.taizhang.landing;

import dev.taizhang.tables.LedgerColumn;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the header among the first rows of a table, and what its columns are. */
final class HeaderSearch implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A header stands in one of this many rows. */
  static final int ROWS = 20;

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
   */
  record NumberedRow(int number, List<String> cells) {}

  /**
   * A row that is a header.
   *
   * @param row the row
   * @param known how many of its cells are known headers
   */
  record Header(NumberedRow row, long known) {

    /** More known headers are better; of two header rows, pinyin and Chinese, the second counts. */
    private boolean isSurpassedBy(Header other) {
      boolean nextRow = other.row.number() == row.number() + 1;
      return other.known > known || (nextRow && other.known == known);
    }
  }

  /** The row with the most known headers; empty where none is a header. */
  Optional<Header> header(List<NumberedRow> firstRows) {
    Header best = null;
    for (NumberedRow row : firstRows) {
      if (headers.isHeader(row.cells())) {
        Header header = new Header(row, headers.known(row.cells()));
        if (best == null || best.isSurpassedBy(header)) {
          best = header;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Why there can be no ledger below a header; empty when there can. */
  Optional<Rejection> problem(Header header) {
    List<String> cells = header.row().cells();
    return isTooWide(cells.size())
        ? Optional.of(tooManyColumns())
        : headers.missing(cells, headers.columns(cells).values());
  }

  /** Whether a row has more columns than a table may have. */
  boolean isTooWide(int columns) {
    return columns > mostColumns;
  }

  Rejection tooManyColumns() {
    return Rejection.tooManyColumns(mostColumns);
  }

  /** Where in a table with this header what is to be found. */
  SheetLayout layout(String sheetName, Header header) {
    List<String> cells = header.row().cells();
    Map<Integer, LedgerColumn> columns = headers.columns(cells);
    return new SheetLayout(
        sheetName, header.row().number(), cells.size(), columns, templates.template(cells));
  }
}
