package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, as somebody sees it who tries the program for the first time. */
class DemoTest {

  private static final List<String> NOT_CUT_BY =
      List.of("degree_level", "region_level", "major_level", "university_code");

  @TempDir static Path folder;

  private static Cli.Result demo;

  @BeforeAll
  static void runTheDemonstration() {
    demo = Cli.run("demo", "--dir", folder.toString(), "--universities", "4", "--graduates", "400");
  }

  /** Graduates and placed of each group at the last date, as they were planted. */
  private static Map<String, String> planted() throws IOException {
    Map<String, String> planted = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rates =
            CsvReader.builder()
                .ofNamedCsvRecord(folder.resolve("province").resolve("truth/rates.csv"));
        Stream<NamedCsvRecord> rows = rates.stream()) {
      rows.filter(row -> row.getField("as_of_date").equals("2025-08-31"))
          .filter(row -> NOT_CUT_BY.stream().allMatch(name -> row.getField(name).equals("all")))
          .forEach(
              row ->
                  planted.put(
                      row.getField("hardship_group"),
                      row.getField("graduates") + " " + row.getField("placed")));
    }
    return planted;
  }

  @Test
  void endsWellAndTellsWhatWasTakenIn() {
    assertEquals(0, demo.exitCode(), demo.err());
    assertTrue(demo.out().startsWith("files "), demo.out());
  }

  @Test
  void printsTheRateOfEveryGroupThatWasPlanted() throws IOException {
    Map<String, String> printed = new TreeMap<>();
    List<String> lines = demo.out().lines().toList();
    int header =
        lines.indexOf(
            lines.stream().filter(line -> line.startsWith("group ")).findFirst().orElseThrow());
    for (String line : lines.subList(header + 1, lines.size())) {
      if (line.isBlank()) {
        break;
      }
      String[] cells = line.split(" {2,}", -1);
      printed.put(cells[0], cells[2] + " " + cells[3]);
    }
    assertEquals(planted(), printed);
  }

  @Test
  void saysWhereToGoOn() {
    assertTrue(demo.out().contains("Next steps / 下一步:"), demo.out());
    assertTrue(
        demo.out().contains("bin/taizhang status --warehouse " + folder.resolve("warehouse")),
        demo.out());
  }

  @Test
  void saysWhatLeavesTheHouseAndThatItWasAttacked() {
    List<String> told =
        demo.out().lines().filter(line -> line.startsWith("release 2025-08-31")).toList();
    assertEquals(1, told.size(), demo.out());
    assertTrue(
        told.get(0)
            .matches(
                "release 2025-08-31\\S*-1 \\(draft\\): \\d+ cells shown, \\d+ withheld; every one"
                    + " of a hardship group that is withheld, \\d+, was attacked by the public and"
                    + " by each of \\d universities: none gives anybody away"),
        told.get(0));
  }

  @Test
  void endsWithWhatToOpen() throws IOException {
    Path page = folder.resolve("site/index.html");
    Path workbook = folder.resolve("figures.xlsx");
    List<String> last = demo.out().strip().lines().map(String::strip).toList();
    assertEquals(
        List.of(
            "Open in a browser / 用浏览器打开:",
            page.toString(),
            "or in a spreadsheet program / 或用表格软件打开:",
            workbook.toString()),
        last.subList(last.size() - 4, last.size()));
    assertTrue(Files.exists(page));
    assertTrue(Files.exists(workbook));
  }

  @Test
  void secondTimeLeavesEverythingAsItIs() throws IOException {
    Map<String, Long> before = ofFigures();
    Cli.Result again =
        Cli.run("demo", "--dir", folder.toString(), "--universities", "4", "--graduates", "400");
    assertEquals(0, again.exitCode(), again.err());
    // The province is written anew, so that its bytes are looked at, and are known.
    assertTrue(
        again.out().contains("; submissions accepted 0, rejected 0; rows read 0, quarantined 0"),
        again.out());
    assertEquals(before, ofFigures());
  }

  /** The versions of all tables but those that keep what files and runs there were. */
  private static Map<String, Long> ofFigures() throws IOException {
    Map<String, Long> versions = new TreeMap<>(Versions.of(folder.resolve("warehouse")));
    versions.keySet().removeAll(Set.of("intake.files", "intake.submissions"));
    versions.keySet().removeIf(table -> table.startsWith("ops."));
    return versions;
  }
}
