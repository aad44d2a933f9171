package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Follow-up lists and assistance ledgers, before and after the ledger that has their people. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedsTest {

  private static final String FIRST = InventedIdNumbers.of("20030304", "013");
  private static final String SECOND = InventedIdNumbers.of("20030305", "021");
  private static final String STRANGER = InventedIdNumbers.of("20030306", "035");
  private static final String SURVEY_HEADER =
      "姓名,身份证号码,学历,毕业院校,毕业日期,专业,联系电话,户籍地址,常住详细地址,调查人,调查日期,调查方式,就业地,单位名称,单位性质,"
          + "专业是否对口,其他就业,特殊就业,其他情况,未就业原因,有无就业意愿,是否提供“1151”服务,就业服务需求(可多选),服务时间,"
          + "已接受就业服务(可多选),推荐单位及岗位名称,备注";

  @TempDir static Path folder;

  private static Cli.Result run() {
    return Cli.run(
        "run",
        "--landing",
        folder.resolve("landing").toString(),
        "--warehouse",
        folder.resolve("warehouse").toString());
  }

  private static String query(String sql) {
    Cli.Result result =
        Cli.run(
            "query", "--warehouse", folder.resolve("warehouse").toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static void write(String feed, String name, String... lines) throws IOException {
    Path file = folder.resolve("landing").resolve(feed).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
  }

  private static String surveyed(
      String idNumber, String employer, String reason, String intention, String services) {
    return String.join(
        ",",
        "示例甲",
        idNumber,
        "本科",
        "示例大学",
        "20250630",
        "软件工程",
        "13900000000",
        "某路一号",
        "某路二号",
        "示例乙",
        "2025/9/3",
        "电话",
        employer.isEmpty() ? "" : "郑州市",
        employer,
        employer.isEmpty() ? "" : "其他企业",
        "",
        "",
        "",
        "",
        reason,
        intention,
        "是",
        "",
        "",
        services,
        "",
        "");
  }

  @Test
  @Order(1)
  void rowsOfPeopleThatNoLedgerHasAreKeptUnmatched() throws IOException {
    write(
        "follow_up",
        "410100_20250905.csv",
        SURVEY_HEADER,
        surveyed(FIRST, "示例科技有限公司", "", "", ""),
        surveyed(SECOND, "", "正在求职", "有", "职业指导、推荐岗位、魔法"),
        surveyed("", "", "正在求职", "有", ""));
    write(
        "assistance",
        "90001_20250905.csv",
        "学号,届别,帮扶日期,帮扶措施,帮扶方式,帮扶单位,帮扶结果,未接受原因,推荐单位",
        "1,2025,20250901,岗位推荐,一对一,学校,已推荐,,示例科技有限公司",
        "1,2025,20250901,岗位推荐,一对一,学校,已推荐,,示例科技有限公司",
        "1,2025,2025-09-03,面试辅导,一对一,人社局,已面试,,",
        "2,2025,20250902,公益性岗位,点对点,残联,婉拒,离家远,",
        "2,2025,,魔法,,,,,");
    Cli.Result result = run();
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "files 2, read 2; submissions accepted 2, rejected 0; rows read 8, quarantined 2",
        result.out().strip());
    assertEquals(
        "no_identity\nduplicate_row",
        query("SELECT rule_id FROM intake.quarantine ORDER BY row_number DESC, rule_id"));
    assertEquals(
        "2,4",
        query(
            "SELECT (SELECT count(*) FROM ledger.follow_up WHERE graduate_id IS NULL), (SELECT count(*) FROM ledger.assistance WHERE graduate_id IS NULL)"));
    Cli.Result status = Cli.run("status", "--warehouse", folder.resolve("warehouse").toString());
    assertTrue(
        status
            .out()
            .contains(
                "2 of 3 rows of follow_up match no graduate of any ledger; they are matched"
                    + " again as ledgers come in: rows 2, 3"),
        status.out());
  }

  @Test
  @Order(2)
  void theyAreMatchedWhenTheLedgerComes() throws IOException {
    Ledgers.write(
        folder.resolve("landing"),
        "90001_20250908.csv",
        "学号,身份证号,毕业年份,毕业去向代码",
        "1," + FIRST + ",2025,10",
        "2," + SECOND + ",2025,70",
        "3," + STRANGER + ",2025,70");
    Cli.Result result = run();
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        """
        2,90001,2025,true,employed,2025-09-03,410100,39,,,
        3,90001,2025,true,unplaced,2025-09-03,,,yes,seeking,career_guidance|job_recommendation""",
        query(
            """
            SELECT f.row_number, f.university_code, f.graduation_year, h.graduate_id IS NOT NULL,
              f.employment_status, f.state_date, f.employer_region_code, f.employer_kind_code,
              f.job_intention, f.unplaced_reason, f.services_received
            FROM ledger.follow_up f LEFT JOIN ledger.history h ON f.graduate_id = h.graduate_id
            ORDER BY f.row_number"""));
    assertEquals(
        """
        2,2025,true,2025-09-01,job_recommendation,one_to_one,university,recommended,,示例科技有限公司
        4,2025,true,2025-09-03,resume_interview_coaching,one_to_one,employment_office,interviewed,,
        5,2025,true,2025-09-02,public_welfare_post,one_to_one,disabled_federation,declined,place,
        6,2025,true,,,,,,,""",
        query(
            """
            SELECT a.row_number, a.graduation_year, h.graduate_id IS NOT NULL, a.measure_date,
              a.measure_code, a.mode, a.provider, a.result_code, a.decline_reason_code,
              a.employer_name
            FROM ledger.assistance a LEFT JOIN ledger.history h ON a.graduate_id = h.graduate_id
            ORDER BY a.row_number"""));
    assertEquals(
        "measure_date_missing,1\nmeasure_unlisted,1",
        query(
            "SELECT rule_id, broken_count FROM intake.expectation_results WHERE rule_id LIKE"
                + " 'measure%' ORDER BY 1"));
  }

  @Test
  @Order(3)
  void warehouseKeepsItsPromises() {
    Cli.Result result = Cli.run("verify", "--warehouse", folder.resolve("warehouse").toString());
    assertEquals(0, result.exitCode(), result.out() + result.err());
  }
}
