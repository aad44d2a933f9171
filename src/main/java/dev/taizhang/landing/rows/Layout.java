package dev.taizhang.landing.rows;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;

/** Where in a file what is to be found: as text with one table, or as a workbook with sheets. */
public sealed interface Layout extends Serializable {

  /** The form of the characters: an encoding, or the format of a workbook. */
  String encoding();

  /** Names the tables' headers: files with the same headers have the same. */
  String template();

  /** Positions of sheets that are hidden and not read, among all of a workbook, from 1. */
  default List<Integer> hiddenSheets() {
    return List.of();
  }

  /**
   * A text file.
   *
   * @param encoding the character encoding
   * @param byteOrderMark bytes to skip at the beginning
   * @param delimiter between cells
   * @param titleLines lines above the header that are passed over as they are, because a quotation
   *     mark in them is not closed; 0 where titles are rows like all others
   * @param sheet its only table, whose sheet name is empty
   */
  record Text(String encoding, int byteOrderMark, char delimiter, int titleLines, SheetLayout sheet)
      implements Layout {

    public Charset charset() {
      return Charset.forName(encoding);
    }

    @Override
    public String template() {
      return sheet.template();
    }
  }

  /**
   * A workbook, or what is read like one.
   *
   * @param encoding {@link #XLSX}, {@link #XLS} for one of Excel 97, {@link #XML2003} for an XML
   *     Spreadsheet 2003, {@link #HTML} for the tables of a web page, {@link #DBF} for a dBase file
   * @param sheets the sheets that are read, in their order; at least one
   * @param tabs all sheets of the workbook, in their order
   */
  record Workbook(String encoding, List<SheetLayout> sheets, List<Tab> tabs) implements Layout {

    /**
     * A sheet of a workbook.
     *
     * @param name may be the name of a person, and is shown by nothing that writes
     * @param hidden whether nobody sees it, so that it is not read
     * @param merged whether cells are merged over several rows; false where it is not read
     */
    public record Tab(String name, boolean hidden, boolean merged) implements Serializable {}

    public static final String XLSX = "xlsx";
    public static final String XLS = "xls";
    public static final String XML2003 = "xml2003";
    public static final String HTML = "html";
    public static final String DBF = "dbf";

    public Workbook {
      sheets = List.copyOf(sheets);
      tabs = List.copyOf(tabs);
      if (sheets.isEmpty()) {
        throw new IllegalArgumentException("A workbook without a ledger has no layout");
      }
    }

    /** Where in the workbook a sheet that is read stands, from 0. */
    public int index(SheetLayout sheet) {
      int left = Integer.parseInt(sheet.sheetName());
      int index = -1;
      while (left > 0) {
        left -= tabs.get(++index).hidden() ? 0 : 1;
      }
      return index;
    }

    /** The name of a sheet that is read, as a person sees it. */
    public String shownName(SheetLayout sheet) {
      return tabs.get(index(sheet)).name();
    }

    /** Positions of the hidden sheets among all of the workbook, from 1. */
    @Override
    public List<Integer> hiddenSheets() {
      return IntStream.rangeClosed(1, tabs.size())
          .filter(position -> tabs.get(position - 1).hidden())
          .boxed()
          .toList();
    }

    /** The template of the sheets; joined by + where they differ. */
    @Override
    public String template() {
      return String.join("+", sheets.stream().map(SheetLayout::template).distinct().toList());
    }
  }
}
