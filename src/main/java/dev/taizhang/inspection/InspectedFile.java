package dev.taizhang.inspection;

import dev.taizhang.landing.HeaderReading;
import dev.taizhang.landing.HiddenSheets;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.SheetLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one file is and which of its headers are recognised, as tables to show. */
final class InspectedFile {

  private InspectedFile() {}

  /**
   * What is known of a file before its rows are read.
   *
   * @param layout how it lies in the file; empty where nothing is recognised
   */
  static Inspection.Section facts(Survey survey, Optional<Layout> layout) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", survey.file().name());
    facts.put("feed", survey.file().feed().id());
    facts.put("submitter", survey.name().submitterCode());
    facts.put("snapshot_date", survey.name().snapshotDate());
    facts.put("part", survey.name().part());
    facts.put("bytes", survey.file().byteSize());
    layout.ifPresent(known -> addLayout(known, facts));
    List<List<Object>> rows = new ArrayList<>();
    facts.forEach(
        (item, value) -> {
          if (value != null) {
            rows.add(List.of(item, value));
          }
        });
    return new Inspection.Section("file", List.of("item", "value"), rows);
  }

  private static void addLayout(Layout layout, Map<String, Object> facts) {
    facts.put("encoding", layout.encoding());
    if (layout instanceof Layout.Text text) {
      facts.put("delimiter", text.delimiter() == '\t' ? "tab" : "" + text.delimiter());
    }
    facts.put("template", layout.template());
    for (SheetLayout sheet : sheets(layout)) {
      facts.put(("header_row " + sheet.sheetName()).strip(), sheet.headerRow());
    }
    if (layout instanceof Layout.Workbook workbook) {
      addSheets(workbook, facts);
    }
  }

  /** What the sheets are called: the file shows it to whoever looks at it, and nothing is kept. */
  private static void addSheets(Layout.Workbook workbook, Map<String, Object> facts) {
    for (SheetLayout sheet : workbook.sheets()) {
      facts.put("sheet " + sheet.sheetName(), workbook.shownName(sheet));
    }
    for (int position : workbook.hiddenSheets()) {
      facts.put(
          "hidden_sheet " + position,
          workbook.tabs().get(position - 1).name() + " (" + HiddenSheets.told(position) + ")");
    }
  }

  private static List<SheetLayout> sheets(Layout layout) {
    return layout instanceof Layout.Workbook workbook
        ? workbook.sheets()
        : List.of(((Layout.Text) layout).sheet());
  }

  /** What each header is read as, or why it is not read. */
  static Inspection.Section columns(List<HeaderReading> headers) {
    return new Inspection.Section(
        "columns",
        List.of("sheet", "position", "header", "read_as", "why_not"),
        headers.stream()
            .map(
                header ->
                    List.<Object>of(
                        header.sheetName(),
                        header.position(),
                        header.header(),
                        header.column(),
                        header.why()))
            .toList());
  }
}
