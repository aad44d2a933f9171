package dev.taizhang.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

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
   * @throws ReadingStopped when it has no usable sheet, or its content cannot be read
   */
  Layout.Workbook layout(String location, Configuration configuration) {
    try (WorkbookFile file = WorkbookFile.open(location, limits, configuration)) {
      return layout(file);
    } catch (IOException | RuntimeException e) {
      throw WorkbookFile.stopped(e);
    }
  }

  private Layout.Workbook layout(WorkbookFile file) throws IOException {
    List<SheetLayout> sheets = new ArrayList<>();
    List<Rejection> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Sheet sheet : file.sheets()) {
      if (!names.add(sheet.getName())) {
        throw new ReadingStopped(Rejection.unreadable("SheetsOfOneName"));
      }
      search
          .header(firstRows(file, sheet))
          .ifPresent(
              header -> {
                Optional<Rejection> problem = search.problem(header);
                problem.ifPresentOrElse(
                    problems::add, () -> sheets.add(search.layout(sheet.getName(), header)));
              });
    }
    if (sheets.isEmpty()) {
      throw new ReadingStopped(problems.isEmpty() ? Rejection.noHeader() : problems.get(0));
    }
    return new Layout.Workbook(sheets);
  }

  private List<HeaderSearch.NumberedRow> firstRows(WorkbookFile file, Sheet sheet)
      throws IOException {
    WorkbookCellText cellText = file.cellText();
    SheetRowNumbers numbers = new SheetRowNumbers();
    List<HeaderSearch.NumberedRow> first = new ArrayList<>();
    try (Stream<Row> rows = file.rows(sheet)) {
      for (Iterator<Row> iterator = rows.iterator(); iterator.hasNext(); ) {
        Row row = iterator.next();
        int number = numbers.of(row);
        if (number > HeaderSearch.ROWS) {
          break;
        }
        first.add(new HeaderSearch.NumberedRow(number, row.stream().map(cellText::text).toList()));
      }
    }
    return first;
  }
}
