package dev.taizhang.publish.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens workbooks with a spreadsheet program, where there is one. */
class LibreOfficeTest {

  private static final String HOSTILE = "=cmd|' /C calc'!A0</x>";

  /** Every sheet by itself, cells as they are shown. */
  private static final String CSV =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

  @TempDir Path folder;

  @BeforeEach
  void needsLibreOffice() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
        "LibreOffice (soffice) is not installed; Debian has it as libreoffice-calc-nogui");
  }

  private static Edition edition() {
    return new Province()
        .universityName(HOSTILE)
        .changing(
            (table, row) -> {
              if (row.containsKey("hardship_group")
                  && row.get("hardship_group").value().equals("orphan")) {
                row.computeIfPresent(
                    "placement_rate", (name, shown) -> Shown.withheld(Symbol.CONFIDENTIAL));
              }
              return row;
            })
        .edition();
  }

  @Test
  void everyFigureIsShownAsTheEditionHasIt() throws Exception {
    Edition edition = edition();
    convert(edition, CSV);
    int figures = 0;
    for (Question question : Question.of(edition)) {
      List<CsvRecord> lines = csv(question.sheet());
      EditionTable table = question.table();
      for (EditionColumn column : table.columns()) {
        if (!isFigure(column)) {
          continue;
        }
        int position = position(lines.get(3), column);
        for (int row = 0; row < table.rows().size(); row++) {
          Shown shown = table.rows().get(row).get(table.position(column.id()));
          assertEquals(
              text(column.unit(), shown),
              lines.get(4 + row).getField(position),
              question.sheet() + " " + column.id() + " " + row);
          figures++;
        }
      }
    }
    assertTrue(figures > 3_000, "compared " + figures);
  }

  @Test
  void textsOfAnybodyStayTexts() throws Exception {
    convert(edition(), CSV);
    List<CsvRecord> lines = csv("高校 Universities");
    assertEquals("“" + HOSTILE + "0”", lines.get(4).getField(2));
  }

  @Test
  void itIsPrinted() throws Exception {
    convert(edition(), "pdf");
    assertTrue(Files.size(folder.resolve("edition.pdf")) > 50_000);
  }

  private static boolean isFigure(EditionColumn column) {
    return switch (column.unit()) {
      case COUNT, DAYS, RATE, POINTS, DATE -> true;
      case CODE, TEXT, TIME, FLAG -> false;
    };
  }

  private static int position(CsvRecord heads, EditionColumn column) {
    String ending = "\n" + column.name().en() + (column.unit() == Unit.POINTS ? " (points)" : "");
    for (int position = 0; position < heads.getFieldCount(); position++) {
      if (heads.getField(position).endsWith(ending)) {
        return position;
      }
    }
    throw new AssertionError("No column " + column.id());
  }

  /** What a cell is to show, written without the formats of the workbook. */
  private static String text(Unit unit, Shown shown) {
    if (shown.value() == null) {
      return shown.mark().map(Symbol::code).orElse("");
    }
    String mark = shown.mark().map(symbol -> " " + symbol.code()).orElse("");
    if (shown.value() instanceof BigDecimal share) {
      String hundredths = share.movePointRight(2).toPlainString();
      String sign = unit == Unit.POINTS && share.signum() > 0 ? "+" : "";
      return sign + hundredths + (unit == Unit.RATE ? "%" : "") + mark;
    }
    return unit == Unit.COUNT
        ? String.format(Locale.ROOT, "%,d", (Long) shown.value()) + mark
        : shown.value() + mark;
  }

  private List<CsvRecord> csv(String sheet) throws IOException {
    List<CsvRecord> lines = new ArrayList<>();
    try (var reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .ofCsvRecord(folder.resolve("edition-" + sheet + ".csv"))) {
      reader.forEach(lines::add);
    }
    return lines;
  }

  /** Converts the workbook; whatever the program says of it beside what it does is an error. */
  private void convert(Edition edition, String format) throws Exception {
    Path file = folder.resolve("edition.xlsx");
    EditionWorkbook.write(edition, file);
    Path said = folder.resolve("said.txt");
    Process office =
        new ProcessBuilder(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                format,
                "--outdir",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertTrue(office.waitFor(3, TimeUnit.MINUTES), "LibreOffice is at it for three minutes");
    String text = Files.readString(said, StandardCharsets.UTF_8);
    assertEquals(0, office.exitValue(), text);
    // The program speaks of a Java that it would like to have, which has nothing to do with files.
    String rest =
        Pattern.compile(
                "(?m)^(Warning: failed to launch javaldx.*|convert .* using filter.*|Writing .*)$")
            .matcher(text)
            .replaceAll("");
    assertEquals("", rest.strip());
  }
}
