package dev.taizhang.publish.workbook;

import static java.util.stream.Collectors.joining;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DataBarFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** A sheet that is one table: its rows as in the edition, in the edition's order. */
final class TableSheet {

  /** The row of the heads of columns; above it are title, notice and a line of links. */
  static final int HEAD = 3;

  private static final float LINE = 15;
  // A narrow screen shows about 170 digits; what is frozen must leave room for the rest.
  private static final int WIDEST_FROZEN = 85;
  // What is still read on a sheet of A4 held across.
  private static final int WIDEST_PRINTED = 260;
  private static final byte[] BAR = {(byte) 0x9D, (byte) 0xC3, (byte) 0xE6};

  private final Question question;
  private final EditionTable table;
  private final Words words;
  private final Page page;
  private final List<SheetColumn> columns;
  private final int[] widths;
  private final CellStyle[] textStyles;

  TableSheet(Question question, Words words, Page page) {
    this.question = question;
    this.table = question.table();
    this.words = words;
    this.page = page;
    this.columns = SheetColumn.of(table, words);
    this.widths = columns.stream().mapToInt(column -> column.width(table, words)).toArray();
    this.textStyles =
        columns.stream()
            .map(column -> column.needsLines(table, words))
            .map(isLong -> isLong ? page.styles().paragraph() : page.styles().text())
            .toArray(CellStyle[]::new);
  }

  void write() {
    page.head(Words.both(table.title()));
    addGuide();
    addHead();
    table.rows().forEach(this::addRow);
    if (table.rows().isEmpty()) {
      page.newRow();
      page.text(0, "没有数据 None", page.styles().text());
    }
    setUp();
    addBars();
  }

  private void addGuide() {
    page.newRow();
    page.link(0, "← 封面 Cover", Question.COVER);
    String guide =
        Stream.of(Words.both(question.note()), Words.both(table.note()), symbols())
            .filter(part -> !part.isEmpty())
            .collect(joining(" "));
    page.text(Math.min(2, columns.size()), guide, page.styles().text());
  }

  /** The symbols of the table, each with its reason. */
  private String symbols() {
    Set<Symbol> found = EnumSet.noneOf(Symbol.class);
    table.rows().forEach(row -> row.forEach(cell -> cell.mark().ifPresent(found::add)));
    return found.isEmpty()
        ? ""
        : found.stream()
            .map(
                symbol ->
                    "%s %s（%s）"
                        .formatted(
                            symbol.code(),
                            Words.both(symbol.meaning()),
                            Words.both(symbol.reason())))
            .collect(joining("；", "符号 Symbols: ", ""));
  }

  private void addHead() {
    Row row = page.newRow();
    int lines = 2;
    for (int column = 0; column < columns.size(); column++) {
      page.text(column, columns.get(column).head(), page.styles().head());
      page.width(column, widths[column]);
      lines = Math.max(lines, columns.get(column).linesOfHead(widths[column]));
    }
    row.setHeightInPoints(LINE * lines + 4);
  }

  private void addRow(List<Shown> cells) {
    page.newRow();
    for (int column = 0; column < columns.size(); column++) {
      SheetColumn shape = columns.get(column);
      Shown shown = cells.get(shape.position());
      if (shape.isText(shown)) {
        page.text(column, shape.text(shown, words), textStyles[column]);
      } else {
        page.value(column, shape.column().unit(), shown);
      }
    }
  }

  private int lastRow() {
    return Math.max(HEAD, page.next() - 1);
  }

  private void setUp() {
    int last = columns.size() - 1;
    int keys = frozenColumns();
    page.sheet().createFreezePane(keys, HEAD + 1);
    page.sheet().setAutoFilter(new CellRangeAddress(HEAD, lastRow(), 0, last));
    page.sheet().setRepeatingRows(new CellRangeAddress(HEAD, HEAD, -1, -1));
    int width = Arrays.stream(widths).sum();
    if (width > WIDEST_PRINTED && keys > 0) {
      page.fitToPages(2);
      page.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, 0, keys - 1));
    }
  }

  /** The columns that tell what a row is about, as far as they leave room for figures. */
  private int frozenColumns() {
    int frozen = 0;
    int width = 0;
    while (frozen < columns.size() - 1 && columns.get(frozen).isKey()) {
      width += widths[frozen];
      if (width > WIDEST_FROZEN) {
        break;
      }
      frozen++;
    }
    return frozen;
  }

  /** Bars from nothing to the whole, so that the length of each is its share. */
  private void addBars() {
    SheetConditionalFormatting formatting = page.sheet().getSheetConditionalFormatting();
    for (int column = 0; column < columns.size(); column++) {
      if (table.rows().isEmpty() || !columns.get(column).hasBars(table)) {
        continue;
      }
      ConditionalFormattingRule rule =
          formatting.createConditionalFormattingRule(new XSSFColor(BAR.clone(), null));
      DataBarFormatting bars = rule.getDataBarFormatting();
      bars.setWidthMin(0);
      bars.setWidthMax(100);
      bars.getMinThreshold().setRangeType(RangeType.NUMBER);
      bars.getMinThreshold().setValue(0.0);
      bars.getMaxThreshold().setRangeType(RangeType.NUMBER);
      bars.getMaxThreshold().setValue(1.0);
      formatting.addConditionalFormatting(
          new CellRangeAddress[] {new CellRangeAddress(HEAD + 1, lastRow(), column, column)}, rule);
    }
  }
}
