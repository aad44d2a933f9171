package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.GapContributions;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A paradox in two ledgers of one university, one before graduation and one after. Of the disabled
 * most study law, where few find work; of the others most nursing. Some lose the tag when they are
 * placed, some get it.
 */
class ComparedGroupsTest {

  private static final String LAW = "030101";
  private static final String NURSING = "101101";
  private static final String NONE = "0";
  private static final String DISABLED = "4";
  private static final String DISABLED_GAP =
      " FROM marts.hardship_gaps WHERE hardship_group = 'disabled' AND degree_level = 'all'"
          + " AND province_code = 'all' AND stratification = 'class_university'";

  @TempDir static Path folder;

  /** People who study the same and have the same tag in June. */
  private record People(String major, String hardship, int all, int placed, int otherTag) {}

  private static final List<People> EVERYBODY =
      List.of(
          new People(LAW, NONE, 10, 2, 0),
          new People(LAW, DISABLED, 100, 30, 20),
          new People(NURSING, NONE, 100, 80, 5),
          new People(NURSING, DISABLED, 10, 9, 4));

  @BeforeAll
  static void runBothWays() throws IOException {
    Path atOnce = folder.resolve("at-once");
    june(atOnce);
    august(atOnce);
    run(atOnce);
    Path inSteps = folder.resolve("in-steps");
    june(inSteps);
    run(inSteps);
    august(inSteps);
    run(inSteps);
  }

  private static void june(Path where) throws IOException {
    write(where, "90001_20250622.csv", false);
  }

  private static void august(Path where) throws IOException {
    write(where, "90001_20250831.csv", true);
  }

  private static void write(Path where, String name, boolean isAfter) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Ledgers.HEADER));
    for (People people : EVERYBODY) {
      for (int number = 0; number < people.all(); number++) {
        boolean isPlaced = isAfter && number < people.placed();
        boolean isOther = isAfter && number < people.otherTag();
        String other = people.hardship().equals(NONE) ? DISABLED : NONE;
        lines.add(
            String.join(
                ",",
                people.major() + people.hardship() + "%03d".formatted(number),
                "示例甲",
                "31",
                people.major(),
                "",
                "410105",
                "2025",
                isOther ? other : people.hardship(),
                isPlaced ? "10" : "70"));
      }
    }
    Ledgers.write(where.resolve("landing"), name, lines.toArray(String[]::new));
  }

  private static void run(Path where) {
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            where.resolve("landing").toString(),
            "--warehouse",
            where.resolve("warehouse").toString());
    assertEquals(0, result.exitCode(), result.err());
  }

  private static String query(String sql) {
    return Cli.query(folder.resolve("at-once/warehouse"), sql);
  }

  @Test
  void groupIsBehindOverallAndAheadAmongThoseWhoStudyTheSame() {
    assertEquals(
        "110,39,-0.3909,0.1000,true,0.0000",
        query(
            "SELECT graduates, placed, format_number(crude_gap, 4), format_number(adjusted_gap, 4),"
                + " sign_turns, format_number(unmatched_part, 4)"
                + DISABLED_GAP));
  }

  @Test
  void tagsGivenAndDroppedOnPlacementAreCountedAndMoveNothing() {
    assertEquals(
        "5,24",
        query("SELECT tags_added_after_placement, tags_dropped_after_placement" + DISABLED_GAP));
    // By today's tags, those who lost theirs are gone: 20 of 91 are placed, and not 39 of 110.
    assertEquals(
        "91,20",
        query(
            "SELECT graduates, placed FROM marts.placement_rates WHERE hardship_group = 'disabled'"
                + " AND degree_level = 'all' AND region_level = 'all' AND major_level = 'all'"
                + " AND university_code = 'all'"));
  }

  @Test
  void classesThatCarryTheGapAddUpToIt() {
    assertEquals(
        """
        class,undergraduate,0301,100,10,0.0500
        class,undergraduate,1011,10,100,0.0500
        university,all,90001,110,110,0.1000""",
        query(
            "SELECT contributor_kind, major_catalogue, contributor_code, graduates,"
                + " reference_graduates, format_number(contribution, 4) FROM marts.gap_contributions"
                + " WHERE hardship_group = 'disabled' AND degree_level = 'all'"
                + " AND province_code = 'all' ORDER BY 1, 3"));
  }

  @Test
  void weekByWeekIsTheSameAsAllAtOnce() {
    for (Table table :
        List.of(History.TABLE, Cells.BY_MAJOR, HardshipGaps.TABLE, GapContributions.TABLE)) {
      assertEquals(
          WarehouseRows.of(folder.resolve("at-once/warehouse"), table),
          WarehouseRows.of(folder.resolve("in-steps/warehouse"), table),
          table.name());
    }
  }

  @Test
  void everyInvariantHolds() {
    Cli.Result verify =
        Cli.run("verify", "--warehouse", folder.resolve("in-steps/warehouse").toString());
    assertEquals(0, verify.exitCode(), verify.out() + verify.err());
  }
}
