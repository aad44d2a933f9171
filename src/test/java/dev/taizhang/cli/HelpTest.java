package dev.taizhang.cli;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.WarehouseRows;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.DeclineReasons;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.Plans;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three ledgers of a university and one assistance ledger, and a university that helps nobody: from
 * the files to figures that are worked by hand. The newest date is 24 August 2025.
 *
 * <p>1 waits without help. 2 has all that the standard 1131 promises, from 20 August on. 3 declined
 * a post on 1 August, signed another on 5 August and is placed in the ledger of 24 August, without
 * the tag. 4 was trained on 10 June in a mode that no file tells and is placed on 27 July; 5 was
 * called on 10 August and at a fair on 22 August; 6 is placed from the beginning and was trained; 7
 * has no outcome, was at the fair, and trained on a day that nobody knows. 8 repeats a year, 9
 * leaves. 10 was trained on 1 May and is placed on 27 July.
 */
class HelpTest {

  private static final String HEADER = "学号,姓名,学历代码,专业代码,毕业年份,困难生类别,毕业去向代码";
  private static final String POOR = "低保家庭";
  private static final String NONE = "非困难生";
  private static final String HELP = "学号,届别,帮扶日期,帮扶措施,帮扶方式,帮扶单位,帮扶结果,未接受原因";
  private static final String OF_ONE =
      " WHERE university_code = '90001' AND hardship_group = '%s' AND as_of_date = '2025-08-24'";

  private static final List<Table> TABLES =
      List.of(
          HelpCells.TABLE,
          AssistanceCoverage.TABLE,
          AssistanceFunnel.TABLE,
          DeclineReasons.TABLE,
          Training.TABLE,
          Plans.TABLE);

  private static final List<Table> IN_STEPS =
      Stream.concat(Stream.of(Assistance.TABLE), TABLES.stream()).toList();

  private static final List<String> afterLastLedger = new ArrayList<>();
  private static final List<String> listsLookedUp = new ArrayList<>();
  private static final List<String> afterLateLedger = new ArrayList<>();

  @TempDir static Path folder;

  @BeforeAll
  static void runBothWays() throws IOException {
    Path atOnce = folder.resolve("at-once");
    ledgers(atOnce);
    help(atOnce);
    run(atOnce);
    Path inSteps = folder.resolve("in-steps");
    ledgers(inSteps);
    Path late = inSteps.resolve("landing/ledger/90001_20250727.csv");
    Path last = inSteps.resolve("landing/ledger/90001_20250824.csv");
    byte[] ofLate = Files.readAllBytes(late);
    byte[] ofLast = Files.readAllBytes(last);
    Files.delete(late);
    Files.delete(last);
    run(inSteps);
    help(inSteps);
    run(inSteps);
    Files.write(last, ofLast);
    run(inSteps);
    afterLastLedger.addAll(universitiesWrittenLast(inSteps));
    listsLookedUp.addAll(listsWrittenLast(inSteps));
    Files.write(late, ofLate);
    run(inSteps);
    afterLateLedger.addAll(universitiesWrittenLast(inSteps));
  }

  /** The universities that the newest commit of the cells of help is about. */
  private static List<String> universitiesWrittenLast(Path where) {
    String rows = rowsWrittenLast(where.resolve("warehouse/marts/cells_of_help"));
    return Stream.of("90001", "90002").filter(rows::contains).toList();
  }

  /** The submitters of the lists whose rows the newest commit of the measures is about. */
  private static List<String> listsWrittenLast(Path where) {
    String rows = rowsWrittenLast(where.resolve("warehouse/ledger/assistance"));
    return SharedSpark.session()
        .sql(
            "SELECT university_code, submission_id FROM delta.`%s` WHERE feed = 'assistance'"
                .formatted(where.resolve("warehouse/intake/submissions")))
        .collectAsList()
        .stream()
        .filter(list -> rows.contains(list.getString(1)))
        .map(list -> list.getString(0))
        .toList();
  }

  private static String rowsWrittenLast(Path table) {
    Row newest =
        SharedSpark.session()
            .sql("DESCRIBE HISTORY delta.`%s`".formatted(table))
            .orderBy(col("version").desc())
            .first();
    Map<String, String> parameters = newest.getJavaMap(newest.fieldIndex("operationParameters"));
    return parameters.getOrDefault("predicate", "");
  }

  private static void ledgers(Path where) throws IOException {
    write(where, "20250601", List.of("70", "70", "70", "70", "70", "10", "70", "65", "70", "70"));
    write(where, "20250727", List.of("70", "70", "70", "10", "70", "10", "70", "65", "70", "10"));
    write(where, "20250824", List.of("70", "70", "10", "10", "70", "10", "", "65", "-", "10"));
    for (String date : List.of("20250601", "20250824")) {
      Ledgers.write(
          where.resolve("landing"),
          "90002_%s.csv".formatted(date),
          HEADER,
          row(1, POOR, "70"),
          row(2, NONE, "10"));
    }
    Files.createDirectories(where.resolve("reference"));
    Files.writeString(
        where.resolve("reference/universities.csv"),
        """
        code,name,province_code,prefecture_code
        90001,示例甲,410000,410100
        90002,示例乙,420000,420100
        """);
  }

  private static void write(Path where, String date, List<String> outcomes) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int number = 1; number <= outcomes.size(); number++) {
      String outcome = outcomes.get(number - 1);
      boolean isPoor = number <= 2 || (number == 3 && outcome.equals("70"));
      if (!outcome.equals("-")) {
        lines.add(row(number, isPoor ? POOR : NONE, outcome));
      }
    }
    Ledgers.write(
        where.resolve("landing"), "90001_%s.csv".formatted(date), lines.toArray(String[]::new));
  }

  private static String row(int number, String hardship, String outcome) {
    return String.join(
        ",", Integer.toString(number), "示例甲", "31", "080901", "2025", hardship, outcome);
  }

  private static void help(Path where) throws IOException {
    Path file = where.resolve("landing/assistance/90001_20250824.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        String.join(
            "\r\n",
            HELP,
            "2,2025,20250820,政策宣讲,一对一,高校,,",
            "2,2025,20250820,职业指导,一对一,高校,,",
            "2,2025,20250820,岗位推荐,一对一,高校,已推荐,",
            "2,2025,20250821,岗位推荐,一对一,高校,已应聘,",
            "2,2025,20250822,岗位推荐,一对一,高校,未接受,地点不合适",
            "2,2025,20250823,就业见习,一对一,高校,,",
            "3,2025,20250801,岗位推荐,一对一,高校,未接受,薪酬不满意",
            "3,2025,20250805,岗位推荐,一对一,高校,已签约,",
            "4,2025,20250610,职业技能培训,,,,",
            "5,2025,20250810,跟踪回访,联系,公共就业服务机构,,",
            "5,2025,20250822,专场招聘,集中,教育部门,,",
            "6,2025,20250801,职业技能培训,集中,高校,,",
            "6,2025,20250822,专场招聘,集中,教育部门,,",
            "7,2025,20250822,专场招聘,集中,教育部门,,",
            "7,2025,,职业技能培训,集中,高校,,",
            "10,2025,20250501,宏志助航培训,集中,教育部门,,",
            "99,2025,20250822,岗位推荐,一对一,高校,已签约,",
            ""));
    Files.writeString(file.resolveSibling("90002_20250824.csv"), HELP + "\r\n");
  }

  private static void run(Path where) {
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            where.resolve("landing").toString(),
            "--warehouse",
            where.resolve("warehouse").toString(),
            "--reference",
            where.resolve("reference").toString());
    assertEquals(0, result.exitCode(), result.err());
  }

  private static String query(String sql) {
    return Cli.query(folder.resolve("at-once/warehouse"), sql);
  }

  private static final String PARTS =
      "unplaced, one_to_one, contact_only, mass_only, mode_unknown, nothing";

  @Test
  void everybodyUnplacedInAWindowIsReachedOrNot() {
    // In 7 days 1, 2, 3, 5 and 7; in 30 also 4 and 10, who were placed a day after it began.
    assertEquals(
        """
        7,5,1,0,2,0,2
        30,7,2,1,1,0,3
        90,7,2,1,1,1,2""",
        query(
            "SELECT window_days, "
                + PARTS
                + " FROM marts.assistance_coverage"
                + OF_ONE.formatted("all")
                + " AND provider = 'all' ORDER BY 1"));
  }

  @Test
  void eachProviderHasWhomItReached() {
    assertEquals(
        """
        education_department,7,0,0,2,0,5
        employment_office,7,0,1,0,0,6
        university,7,2,0,0,0,5""",
        query(
            "SELECT provider, "
                + PARTS
                + " FROM marts.assistance_coverage"
                + OF_ONE.formatted("all")
                + " AND window_days = 30 AND provider <> 'all' ORDER BY 1"));
  }

  @Test
  void standardIsKeptInFullInPartOrNot() {
    assertEquals(
        """
        7,1131,1,2,2,0.2000
        30,1131,1,4,2,0.1429
        90,1131,1,4,2,0.1429""",
        query(
            "SELECT window_days, service_standard, standard_full, standard_part, standard_not,"
                + " format_number(standard_full_share, 4) FROM marts.assistance_coverage"
                + OF_ONE.formatted("all")
                + " AND provider = 'all' ORDER BY 1"));
  }

  @Test
  void tagThatWentWithPlacementStaysInTheCoverage() {
    assertEquals(
        "3,1,2",
        query(
            "SELECT unplaced, one_to_one, nothing FROM marts.assistance_coverage"
                + OF_ONE.formatted("subsistence_allowance")
                + " AND provider = 'all' AND window_days = 7"));
  }

  @Test
  void universitiesAndProvincesAddUp() {
    assertEquals(
        """
        410000,all,5
        420000,all,1
        all,90001,5
        all,90002,1
        all,all,6""",
        query(
            "SELECT province_code, university_code, unplaced FROM marts.assistance_coverage WHERE"
                + " hardship_group = 'all' AND provider = 'all' AND window_days = 7 ORDER BY 1, 2"));
  }

  @Test
  void recommendationsLeadAsFarAsTheFurthest() {
    // 2 was helped first four days before the last slice and waits; 3 was placed after 23 days.
    assertEquals(
        "2,2,1,1,1,0.5,2,1,23.0",
        query(
            "SELECT recommended, applied, interviewed, offered, signed, signed_share,"
                + " helped_one_to_one, placed_since, median_days_to_placement"
                + " FROM marts.assistance_funnel"
                + OF_ONE.formatted("all")));
  }

  @Test
  void reasonsForDecliningAreCountedInPeople() {
    assertEquals(
        """
        all,2,1.0
        pay,1,0.5
        place,1,0.5""",
        query(
            "SELECT decline_reason_code, graduates, share FROM marts.decline_reasons"
                + OF_ONE.formatted("all")
                + " ORDER BY 1"));
  }

  @Test
  void whatFollowsTrainingIsJudgedOnlyWhereItCanBe() {
    assertEquals(
        """
        all,4,1,1,2,0,1,1,0,0
        hongzhi_training,1,0,0,1,0,1,1,0,0
        skills_training,3,1,1,1,0,0,0,0,0""",
        query(
            "SELECT training, reached, placed_before, without_date, observed_30, placed_30,"
                + " observed_90, placed_90, observed_180, placed_180 FROM marts.training"
                + OF_ONE.formatted("all")
                + " ORDER BY 1"));
  }

  @Test
  void planTakesAFileAMeasureAndAWord() {
    // By today's tags 1 and 2; of 1 nothing was heard since 1 June.
    assertEquals(
        "2,2,1,1,1,0.5,2,1,0.5",
        query(
            "SELECT graduates, with_file, with_measure, with_word, with_plan, plan_share,"
                + " unplaced, unplaced_with_plan, unplaced_plan_share FROM marts.plans"
                + " WHERE university_code = '90001'"));
  }

  @Test
  void assistanceThatComesAloneAndThenALateLedgerMakeTheSameFigures() {
    for (Table table : IN_STEPS) {
      assertEquals(
          WarehouseRows.of(folder.resolve("at-once/warehouse"), table),
          WarehouseRows.of(folder.resolve("in-steps/warehouse"), table),
          table.name());
    }
  }

  @Test
  void cohortsOfWhichNothingElseIsKnownAreNotCountedAgain() {
    assertEquals(List.of("90001"), afterLastLedger);
    assertEquals(List.of("90001"), afterLateLedger);
  }

  @Test
  void listsThatNameNobodyInALaterLedgerAreNotLookedUpAgain() {
    assertEquals(List.of("90001"), listsLookedUp);
  }

  @Test
  void everyInvariantHolds() {
    Cli.Result verify =
        Cli.run("verify", "--warehouse", folder.resolve("in-steps/warehouse").toString());
    assertEquals(0, verify.exitCode(), verify.out() + verify.err());
  }
}
