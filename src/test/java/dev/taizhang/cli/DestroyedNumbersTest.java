package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four weeks of one ledger, once with sound ID numbers and once with numbers that a spreadsheet has
 * destroyed in every second week. Outcomes are empty for some, and a row is spoilt for one person.
 */
class DestroyedNumbersTest {

  private static final String HEADER = "学号,身份证号,毕业年份,毕业去向代码";
  private static final int GRADUATES = 12;
  private static final int WEEKS = 4;

  @TempDir Path folder;

  @Test
  void destroyedIdNumbersGiveTheSameGraduates() throws IOException {
    String sound = history("sound", false);
    String destroyed = history("destroyed", true);
    assertEquals(sound, destroyed);
    // Nobody left; the one whose row is spoilt in the third week goes on as before.
    assertEquals(GRADUATES, sound.lines().filter(line -> line.contains(",entered,")).count());
    assertEquals(0, sound.lines().filter(line -> line.contains(",left,")).count());
    // Empty outcomes stay in the denominator.
    assertEquals(
        "12,4,4",
        query(
            "destroyed",
            "SELECT graduates, placed, outcome_unknown FROM marts.placement_rates WHERE"
                + " hardship_group = 'all' AND degree_level = 'all' AND region_level = 'all' AND"
                + " major_level = 'all' AND university_code = 'all'"));
  }

  private String history(String name, boolean destroyed) throws IOException {
    Path landing = folder.resolve(name).resolve("landing");
    for (int week = 0; week < WEEKS; week++) {
      List<String> lines = new ArrayList<>(List.of(HEADER));
      for (int i = 0; i < GRADUATES; i++) {
        lines.add(row(i, week, destroyed && week % 2 == 1));
      }
      Ledgers.write(
          landing, "90001_202506%02d.csv".formatted(1 + 7 * week), lines.toArray(String[]::new));
    }
    Cli.Result run =
        Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse(name));
    assertEquals(0, run.exitCode(), run.err());
    return query(
        name,
        "SELECT graduate_id, valid_from, valid_to, change_kind, outcome_code FROM ledger.history"
            + " ORDER BY 1, 2");
  }

  private static String row(int graduate, int week, boolean destroyed) {
    String idNumber =
        destroyed ? "4.10E+17" : InventedIdNumbers.of("200303%02d".formatted(graduate + 1), "013");
    String year = graduate == 5 && week == 2 ? "待定" : "2025";
    String outcome = graduate % 3 == 0 ? "" : graduate % 3 == 1 && week > 1 ? "10" : "70";
    return "S%d,%s,%s,%s".formatted(graduate, idNumber, year, outcome);
  }

  private String warehouse(String name) {
    return folder.resolve(name).resolve("warehouse").toString();
  }

  private String query(String name, String sql) {
    Cli.Result result = Cli.run("query", "--warehouse", warehouse(name), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }
}
