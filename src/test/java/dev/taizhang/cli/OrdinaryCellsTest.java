package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write into cells and lists every day, from files to tables and messages. */
class OrdinaryCellsTest {

  private static final String PERSON = InventedIdNumbers.of("410000", "20030304", "013");

  @TempDir static Path folder;

  private static Cli.Result run;

  @BeforeAll
  static void takeIn() throws IOException {
    write(
        "reference/universities.csv",
        "code,name,province_code,prefecture_code",
        "10001,示例大学,510000,510100",
        "10002,示例学院,510000,510100",
        "10001,示例大学,510000,510700",
        "10003,示例职业学院,620000,620200",
        "10003,示例职业学院,620000,620200");
    write(
        "reference/major_classes.csv",
        "catalogue,code,name",
        "undergraduate,0809,计算机类（旧）",
        "undergraduate,0809,计算机类（新）");
    write("reference/disciplines.csv", "catalogue,code,name", "academic,08,工科");
    write(
        "landing/ledger/10001_20250608.csv",
        "学号,毕业年份,学历代码,专业代码,毕业去向代码,困难生类别代码,困难生类别",
        "1,2025,31,080901,10,0,",
        "2,2025,31,080901,10,0,学习困难",
        "3,2025,31,080901,70,0,双困",
        "4,2025,31,080901,70,4,学习困难",
        "5,2025,31,080901,10,,\"低保家庭\r\n残疾\"",
        "6,2025,31,080901,10,,低保家庭 残疾　孤儿",
        "7,2025,31,080901,10,,低保　家庭",
        "8,2025,31,080901,10,\"1,4\",");
    write(
        "landing/ledger/10002_20250608.csv",
        "学号,身份证号,出生日期,毕业年份,毕业时间,毕业去向代码",
        "1,,,25届,2025-12-30,10",
        "2,,,2025届春季,2025-12-30,10",
        "3,,,往届,2025-06-30,10",
        "4,,,2025-06-30,,10",
        "5,,,45838,,10",
        "6,,,二〇二五届,2025年6月30日 10:30,10",
        "7," + PERSON + ",2003-03-05 10:30,2025,2025-06-30T10:30,10");
    write(
        "landing/ledger/10003_20250608.csv",
        "学号,毕业年份,学历代码,专业代码,入学时间,学制,毕业去向代码,生源所在地代码,生源所在地",
        "1,2025,11,854,,,10,,嘉峪关市",
        "2,2025,11,25400,,,10,,甘肃省嘉峪关市",
        "3,2025,31,809,,,10,620201,嘉峪关市",
        "4,2025,41,510203,2020-09-01,5,10,,",
        "5,2025,41,510203,,5,10,,",
        "6,2025,41,510203,2022.9.1 08:00,,10,,");
    write(
        "landing/follow_up/410100_20250905.csv",
        "姓名,身份证号码,毕业院校,调查日期,未就业原因,已接受就业服务(可多选)",
        "示例甲," + PERSON + ",示例学院,2025-09-03 10:30,正在求职,\"职业指导\r\n推荐岗位 简历/面试辅导\"",
        "示例乙," + InventedIdNumbers.of("410000", "20030305", "013") + ",示例学院,2052-09-03,正在求职,");
    write(
        "landing/assistance/10002_20250608.csv",
        "学号,届别,帮扶日期,帮扶措施",
        "7,2025,2025/6/1 10:30:00,岗位推荐",
        "7,25届,45809.4375,面试辅导",
        "7,2025,2052-01-01,职业指导");
    run =
        Cli.run(
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--warehouse",
            warehouse(),
            "--reference",
            folder.resolve("reference").toString());
    assertEquals(0, run.exitCode(), run.err());
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
  }

  private static String query(String sql) {
    Cli.Result result = Cli.run("query", "--warehouse", warehouse(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static String entries(String university, String columns) {
    return query(
        "SELECT e.row_number, "
            + columns
            + " FROM ledger.entries e JOIN intake.submissions s USING (submission_id)"
            + " WHERE s.university_code = '"
            + university
            + "' ORDER BY e.row_number");
  }

  @Test
  void codeThatTheRosterHasTwiceCountsOnceByItsLastLine() {
    assertEquals(
        "all,21\n10001,8\n10002,7\n10003,6",
        query(
            """
            SELECT university_code, graduates FROM marts.placement_rates
            WHERE hardship_group = 'all' AND region_role = 'all' AND major_level = 'all'
              AND degree_level = 'all' AND graduation_year = 2025
            ORDER BY university_code = 'all' DESC, university_code"""));
    assertEquals(
        "510100,7\n510700,8\n620200,6",
        query(
            """
            SELECT region_code, graduates FROM marts.placement_rates
            WHERE hardship_group = 'all' AND region_role = 'university'
              AND region_level = 'prefecture' AND major_level = 'all'
              AND university_code = 'all' AND degree_level = 'all' AND graduation_year = 2025
            ORDER BY region_code"""));
    assertEquals(
        "8,计算机类（新）",
        query(
            """
            SELECT graduates, major_name FROM marts.placement_rates
            WHERE hardship_group = 'all' AND region_role = 'all' AND major_level = 'class'
              AND major_code = '0809' AND major_catalogue = 'undergraduate'
              AND university_code = '10001' AND degree_level = 'all'"""));
    assertEquals(
        "21",
        query(
            """
            SELECT sum(graduates) FROM marts.outcome_counts
            WHERE hardship_group = 'all' AND province_code = 'all' AND degree_level = 'all'
              AND graduation_year = 2025"""));
    assertEquals(
        "21",
        query(
            """
            SELECT DISTINCT graduates FROM marts.placement_trend
            WHERE hardship_group = 'all' AND region_role = 'all' AND major_level = 'all'
              AND degree_level = 'all' AND university_code = 'all' AND graduation_year = 2025"""));
  }

  @Test
  void linesThatContradictEachOtherAreToldAndOthersAreNot() {
    assertTrue(
        run.err()
            .contains(
                "taizhang: warning: "
                    + folder.resolve("reference/universities.csv")
                    + ", line 4: '10001' is also in line 2, with other values; the last line counts."
                    + " What to do: delete one of them."),
        run.err());
    assertTrue(
        run.err().contains("major_classes.csv, line 3: 'undergraduate/0809' is also in line 2"),
        run.err());
    assertFalse(run.err().contains("10003"), run.err());
    assertFalse(run.err().contains("disciplines.csv"), run.err());
  }

  @Test
  void wordsOfHardshipCountBesideAMaskAndUnknownOnesAreNotNone() {
    assertEquals(
        """
        2,none,,
        3,missing,,hardship_unlisted
        4,mask,economic_difficulty|employment_difficulty,hardship_disagrees
        5,mask,disabled,hardship_unlisted
        6,tags,disabled|subsistence_allowance,
        7,tags,disabled|orphan|subsistence_allowance,
        8,tags,subsistence_allowance,
        9,mask,disabled|employment_difficulty,""",
        entries("10001", "hardship_detail, hardship_tags, flags"));
  }

  @Test
  void graduationYearIsReadHoweverItIsWritten() {
    assertEquals(
        """
        2,2025,2025-12-30,graduation_year_contradicts_date
        3,2025,2025-12-30,graduation_year_contradicts_date
        4,2025,2025-06-30,graduation_year_unreadable
        5,2025,,
        6,2025,,
        7,2025,2025-06-30,
        8,2025,2025-06-30,birth_date_contradicts_id""",
        entries(
            "10002",
            "e.graduation_year, graduation_date,"
                + " filter(flags, f -> f LIKE '%graduation%' OR f LIKE '%birth%')"));
  }

  @Test
  void majorsAndPlacesAreReadAsTheyAreMeant() {
    assertEquals(
        """
        2,graduate,0854,620200
        3,graduate,025400,620200
        4,unknown,,620201
        5,vocational_2015,510203,
        6,vocational_2015,510203,
        7,vocational_2021,510203,""",
        entries("10003", "major_catalogue, major_code, origin_region_code"));
    assertEquals(
        "3",
        query(
            """
            SELECT graduates FROM marts.placement_rates
            WHERE hardship_group = 'all' AND region_role = 'origin'
              AND region_level = 'prefecture' AND region_code = '620200' AND major_level = 'all'
              AND university_code = 'all' AND degree_level = 'all'"""));
  }

  @Test
  void timesBehindDatesAreReadAndDatesToComeAreNotBelieved() {
    assertEquals(
        """
        2,2025-09-03,career_guidance|job_recommendation|resume_interview_coaching,
        3,2025-09-05,,survey_date_after_snapshot""",
        query(
            """
            SELECT row_number, state_date, services_received, filter(flags, f -> f LIKE '%date%')
            FROM ledger.follow_up_entries ORDER BY row_number"""));
    assertEquals(
        """
        2,2025,2025-06-01,
        3,2025,2025-06-01,
        4,2025,,measure_date_after_snapshot""",
        query(
            """
            SELECT row_number, stated_graduation_year, measure_date, flags
            FROM ledger.assistance_entries ORDER BY row_number"""));
  }
}
