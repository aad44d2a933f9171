package dev.taizhang.cli;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SiteFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A warehouse with its site: two universities of two cohorts and three weeks, one with a name that
 * means harm to a page, a slice that is held and a row that is quarantined.
 *
 * @param folder with landing, reference, warehouse and site in it
 */
record PublishedLedgers(Path folder) {

  static final String HOSTILE = "甲大学</script><b>\"=1+1";

  /** Makes the warehouse and its site. */
  static PublishedLedgers in(Path folder) throws IOException {
    PublishedLedgers place = new PublishedLedgers(folder);
    Path reference = Files.createDirectories(folder.resolve("reference"));
    Files.writeString(
        reference.resolve("universities.csv"),
        "code,name,province_code,prefecture_code\n90001,\"%s\",410000,410100\n90002,乙大学,420000,420100\n"
            .formatted(HOSTILE.replace("\"", "\"\"")));
    Path landing = folder.resolve("landing");
    Ledgers.write(landing, "90001_20250817.csv", ledger(10));
    Ledgers.write(landing, "90001_20250824.csv", ledger(15));
    Ledgers.write(landing, "90001_20250831.csv", ledger(25));
    Ledgers.write(
        landing,
        "90002_20250824.csv",
        HEADER,
        row("1", 2025, "0", "10"),
        row("2", 2025, "2", "75"),
        row("3", 2025, "x", "12"),
        row("", 2025, "0", "10"));
    // Half of the graduates are missing, so that this slice is held.
    Ledgers.write(landing, "90002_20250831.csv", HEADER, row("1", 2025, "0", "10"));
    Cli.Result result = place.run("--as-of", "official:2025-08-31");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .contains(
                "site: "
                    + place.site().resolve("index.html")
                    + " (internal edition, figures of 2025-08-31, "),
        result.out());
    return place;
  }

  Path site() {
    return folder.resolve("site");
  }

  String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  SiteFigures figures() {
    return new SiteFigures(site(), warehouse());
  }

  /** Runs on the landing folder, with the site. */
  Cli.Result run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--warehouse",
                warehouse(),
                "--reference",
                folder.resolve("reference").toString(),
                "--site",
                site().toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  /** Graduates 1 to 40, every third with a hardship; those up to a number are placed. */
  static String[] ledger(int placed) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    IntStream.rangeClosed(1, 40)
        .mapToObj(
            number ->
                row(
                    "s" + number,
                    number % 8 == 0 ? 2024 : 2025,
                    number % 3 == 0 ? "2" : number == 40 ? "4" : "0",
                    number <= placed ? "10" : number == 39 ? "" : number == 38 ? "80" : "70"))
        .forEach(lines::add);
    return lines.toArray(String[]::new);
  }
}
