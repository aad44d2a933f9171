package dev.taizhang.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/** Finds out which sheets of a workbook are ledgers, and how they are to be read. */
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
    } catch (IOException | RuntimeException e) {
      throw WorkbookFile.stopped(e);
    }
  }

  private Layout.Workbook layout(WorkbookFile file, String encoding) throws IOException {
    List<SheetLayout> sheets = new ArrayList<>();
    List<Rejection> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < file.sheetNames().size(); i++) {
      if (file.isHidden(i)) {
        continue;
      }
      String name = file.sheetNames().get(i);
      if (!names.add(name)) {
        throw new ReadingStopped(Rejection.unreadable("SheetsOfOneName"));
      }
      search
          .header(firstRows(file, i))
          .ifPresent(
              header -> {
                Optional<Rejection> problem = search.problem(header);
                problem.ifPresentOrElse(
                    problems::add, () -> sheets.add(search.layout(name, header)));
              });
    }
    if (sheets.isEmpty()) {
      throw new ReadingStopped(problems.isEmpty() ? Rejection.noHeader() : problems.get(0));
    }
    return new Layout.Workbook(encoding, sheets);
  }

  private List<HeaderSearch.NumberedRow> firstRows(WorkbookFile file, int sheet)
      throws IOException {
    List<HeaderSearch.NumberedRow> first = new ArrayList<>();
    SheetRow row = new SheetRow(limits);
    try (SheetReader rows = file.sheet(sheet)) {
      while (rows.next(row) && row.number() <= HeaderSearch.ROWS) {
        first.add(new HeaderSearch.NumberedRow(row.number(), texts(row)));
      }
    }
    return first;
  }

  /** The texts of a row; of one beyond the limit of columns, one column more than it allows. */
  private List<String> texts(SheetRow row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.width(); i++) {
      texts.add(row.text(i));
    }
    while (row.isTooWide() && texts.size() <= limits.columns()) {
      texts.add("");
    }
    return texts;
  }
}
