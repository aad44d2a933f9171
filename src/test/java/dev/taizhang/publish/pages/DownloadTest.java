package dev.taizhang.publish.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is downloaded is what is shown, and what the edition has. */
class DownloadTest {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static Visitor visitor;

  @BeforeAll
  static void start() {
    visitor = Visitor.of(InventedSite.ORDINARY);
  }

  @AfterAll
  static void stop() {
    if (visitor != null) {
      visitor.close();
    }
  }

  /** Head and rows of a table as they are shown, limits one by one, without drawings. */
  private static final String SHOWN =
      """
      const button = document.querySelector('[data-download="' + arguments[0] + '"]');
      const table = button.closest('section').querySelector('table');
      const text = node => {
        const copy = node.cloneNode(true);
        copy.querySelectorAll('sup.mark').forEach(each => each.remove());
        return copy.textContent;
      };
      // A symbol stands once in place of both limits.
      const isInterval = cell => table.tHead.rows[0].cells[cell.cellIndex].textContent
        .includes('区间');
      return [...table.querySelectorAll('tbody tr')].map(row => [...row.cells]
        .filter(cell => !cell.querySelector('svg'))
        .flatMap(cell => cell.querySelector('span[data-column]')
          ? [...cell.querySelectorAll('span[data-column]')].map(text)
          : isInterval(cell) ? [text(cell), text(cell)] : [text(cell)]));
      """;

  @ParameterizedTest
  @CsvSource({
    "overview, groups",
    "groups, gaps",
    "regions, regions",
    "majors, fields",
    "universities, universities",
    "university/90001, rates",
    "movement, flows",
    "data, late"
  })
  void fileHoldsTheRowsThatAreShown(String page, String download) {
    visitor.visit(page, "zh");
    visitor.openTables();
    JsonNode shown = visitor.browser().read(SHOWN, download);
    List<List<String>> rows = downloaded(download);
    assertEquals(shown.size(), rows.size() - 1);
    assertTrue(shown.size() > 0);
    for (int row = 0; row < shown.size(); row++) {
      List<String> expected = new ArrayList<>();
      shown.get(row).forEach(cell -> expected.add(plain(cell.asText())));
      assertEquals(expected, withoutSymbols(rows, row + 1));
    }
  }

  /** Columns of symbols stand beside those that they are of. */
  private static List<String> withoutSymbols(List<List<String>> rows, int row) {
    List<String> kept = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      boolean hasSymbols =
          column + 1 < rows.get(0).size() && rows.get(0).get(column + 1).endsWith("（符号）");
      if (!rows.get(0).get(column).endsWith("（符号）")) {
        String value = rows.get(row).get(column);
        kept.add(value.isEmpty() && hasSymbols ? rows.get(row).get(column + 1) : value);
      }
    }
    return kept;
  }

  private static String plain(String text) {
    return text.replace("−", "-").replaceAll("(?<=\\d),(?=\\d{3})", "").replaceAll("^–$", "");
  }

  @Test
  void everyTableOfTheEditionIsAFileWithItsDigitsAndSymbols() {
    visitor.visit("data", "zh");
    int files = 0;
    for (EditionTable table : InventedSite.ORDINARY.edition().tables()) {
      if (!table.part().startsWith("university/")) {
        String name = table.id() + "/" + table.part();
        assertEquals(lines(table), downloaded(name), name);
        files++;
      }
    }
    assertTrue(files > 10, () -> "too few tables");
  }

  private static List<List<String>> lines(EditionTable table) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>();
    for (EditionColumn column : table.columns()) {
      head.add(column.id());
      if (hasSymbols(table, column)) {
        head.add(column.id() + "_symbol");
      }
    }
    lines.add(head);
    for (List<Shown> row : table.rows()) {
      List<String> line = new ArrayList<>();
      for (EditionColumn column : table.columns()) {
        Shown cell = row.get(table.position(column.id()));
        line.add(text(cell.value()));
        if (hasSymbols(table, column)) {
          line.add(cell.mark().map(Symbol::code).orElse(""));
        }
      }
      lines.add(line);
    }
    return lines;
  }

  private static boolean hasSymbols(EditionTable table, EditionColumn column) {
    int position = table.position(column.id());
    return table.rows().stream().anyMatch(row -> row.get(position).symbol() != null);
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal share ? share.toPlainString() : value.toString();
  }

  private static List<List<String>> downloaded(String name) {
    byte[] file =
        visitor
            .browser()
            .download(
                () ->
                    visitor
                        .browser()
                        .script(
                            "document.querySelector('[data-download=\"' + arguments[0] + '\"]')"
                                + ".click()",
                            name));
    String text = new String(file, StandardCharsets.UTF_8);
    assertTrue(text.startsWith(BYTE_ORDER_MARK), "spreadsheet programs look for it");
    return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
        .map(CsvRecord::getFields)
        .toList();
  }
}
