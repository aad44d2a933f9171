package dev.taizhang.landing;

import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.landing.rows.SheetLayout;
import dev.taizhang.landing.workbook.SheetReader;
import dev.taizhang.landing.workbook.SheetRow;
import dev.taizhang.landing.workbook.WorkbookFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Finds out which sheets of a workbook are ledgers, and how they are to be read. Hidden sheets are
 * not: nobody who looks at the file sees what they say.
 */
final class WorkbookSurvey {

  private final HeaderSearch search;
  private final Limits limits;

  WorkbookSurvey(HeaderSearch search, Limits limits) {
    this.search = search;
    this.limits = limits;
  }

  /**
   * The layout of a workbook. Sheets without a header are passed over, and so are those that lack a
   * needed column where another sheet has all of them.
   *
   * @param encoding its format, as {@link Layout.Workbook} names it
   * @throws ReadingStopped when it has no usable sheet, or its content cannot be read
   */
  Layout.Workbook layout(String location, String encoding, Configuration configuration) {
    try (WorkbookFile file = WorkbookFile.open(location, encoding, limits, configuration)) {
      return layout(file, encoding);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw WorkbookFile.stopped(e);
    }
  }

  private Layout.Workbook layout(WorkbookFile file, String encoding) throws IOException {
    List<SheetLayout> sheets = new ArrayList<>();
    List<Rejection> problems = new ArrayList<>();
    List<Layout.Workbook.Tab> tabs = new ArrayList<>();
    int shown = 0;
    for (int i = 0; i < file.sheetNames().size(); i++) {
      boolean hidden = file.isHidden(i);
      boolean merged = false;
      if (!hidden) {
        String position = Integer.toString(++shown);
        Optional<HeaderSearch.Header> header = search.header(firstRows(file, i));
        Optional<Rejection> problem = header.flatMap(search::problem);
        problem.ifPresent(problems::add);
        if (header.isPresent() && problem.isEmpty()) {
          sheets.add(search.layout(position, header.get()));
          merged = !file.merged(i).isEmpty();
        }
      }
      tabs.add(new Layout.Workbook.Tab(file.sheetNames().get(i), hidden, merged));
    }
    if (sheets.isEmpty()) {
      List<Integer> ledgers = hiddenLedgers(file);
      throw new ReadingStopped(
          !ledgers.isEmpty()
              ? Rejection.hiddenLedger(ledgers)
              : problems.isEmpty() ? Rejection.noHeader() : problems.get(0));
    }
    return new Layout.Workbook(encoding, sheets, tabs);
  }

  /** The hidden sheets that could be read if they were shown, by their positions from 1. */
  private List<Integer> hiddenLedgers(WorkbookFile file) throws IOException {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < file.sheetNames().size(); i++) {
      if (file.isHidden(i)
          && search
              .header(firstRows(file, i))
              .filter(header -> search.problem(header).isEmpty())
              .isPresent()) {
        positions.add(i + 1);
      }
    }
    return positions;
  }

  private List<HeaderSearch.NumberedRow> firstRows(WorkbookFile file, int sheet)
      throws IOException {
    List<HeaderSearch.NumberedRow> first = new ArrayList<>();
    SheetRow row = new SheetRow(limits);
    try (SheetReader rows = file.sheet(sheet)) {
      while (rows.next(row) && row.number() <= HeaderSearch.ROWS) {
        first.add(new HeaderSearch.NumberedRow(row.number(), texts(row), row.texts()));
      }
    }
    return first;
  }

  private static List<String> texts(SheetRow row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.width(); i++) {
      texts.add(row.text(i));
    }
    return texts;
  }
}
