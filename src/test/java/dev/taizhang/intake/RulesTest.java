package dev.taizhang.intake;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Holding;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule about a row of a ledger, by rows of a file: a sound row, and what is changed of it to
 * break one rule.
 */
class RulesTest {

  private static final Thresholds THRESHOLDS =
      new Thresholds(9, 7, 30, 0.1, 7, 0.05, 1_900, 2, Holding.DEFAULT);
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  // A number under a whole province, where none is issued: born on 4 March 2003, male.
  private static final String ID_NUMBER = InventedIdNumbers.of("410000", "20030304", "013");

  /** A graduate with a contract, nothing to be said against. */
  private static final Map<String, String> SOUND = sound();

  private static Map<String, String> sound() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("学号", "");
    row.put("姓名", "示例甲");
    row.put("身份证号", ID_NUMBER);
    row.put("考生号", "21410101150001");
    row.put("手机号码", "13900000000");
    row.put("出生日期", "20030304");
    row.put("性别代码", "1");
    row.put("性别", "男");
    row.put("民族代码", "01");
    row.put("民族", "汉族");
    row.put("院校代码", "90001");
    row.put("学历代码", "31");
    row.put("学历", "本科生毕业");
    row.put("专业代码", "080901");
    row.put("专业", "计算机科学与技术");
    row.put("培养方式代码", "1");
    row.put("培养方式", "非定向");
    row.put("师范生类别代码", "2");
    row.put("师范生类别", "非师范生");
    row.put("城乡生源", "农村");
    row.put("生源所在地代码", "410105");
    row.put("生源所在地", "河南省郑州市金水区");
    row.put("学制", "4");
    row.put("入学时间", "202109");
    row.put("毕业时间", "20250630");
    row.put("毕业年份", "2025");
    row.put("困难生类别代码", "2");
    row.put("困难生类别", "家庭困难");
    row.put("毕业去向代码", "10");
    row.put("毕业去向", "签就业协议形式就业");
    row.put("落实日期", "2025-05-20");
    row.put("统一社会信用代码", "91130104MA08Y7FL6L");
    row.put("单位名称", "示例科技有限公司");
    row.put("单位性质代码", "39");
    row.put("单位性质", "其他企业");
    row.put("单位行业代码", "34");
    row.put("单位行业", "信息传输、软件和信息技术服务业");
    row.put("单位所在地代码", "410100");
    row.put("单位所在地", "郑州市");
    row.put("工作职位类别代码", "13");
    row.put("工作职位类别", "工程技术人员");
    row.put("月薪", "5000");
    row.put("就业意愿", "有");
    row.put("未就业原因", "");
    return row;
  }

  /** What is changed of the sound row, and the rules that it then breaks. */
  private static final String[] CASES = {
    "                                                  | ",
    // identity
    "身份证号=410000200303040139                       | id_number_invalid",
    "身份证号=4.10E+17                                 | id_number_destroyed",
    "身份证号=" + InventedIdNumbers.of("990000", "20030304", "013") + " | id_region_unlisted",
    "学号=2.02106E+11                                  | student_number_destroyed",
    "学号=" + "9".repeat(33) + "                       | student_number_too_long",
    "性别代码=2, 性别=女                               | gender_contradicts_id",
    "出生日期=2003年3月5日                             | birth_date_contradicts_id",
    "出生日期=200303                                   | ",
    "出生日期=不详                                     | ",
    "考生号=2141010115000                              | examinee_number_invalid",
    "手机号码=23900000000                              | phone_invalid",
    "手机号码=+8613900000000                           | ",
    // outcome
    "毕业去向代码=, 毕业去向=                          | outcome_missing",
    "毕业去向代码=98, 毕业去向=去当老师了              | outcome_unlisted",
    "毕业去向代码=98                                   | ",
    "毕业去向代码=11                                   | outcome_disagrees",
    "毕业去向代码=81, 毕业去向=升学, 单位名称=示例大学 | ",
    "落实日期=上周                                     | outcome_date_unreadable",
    "落实日期=2025-06-11                               | outcome_date_after_snapshot",
    // codes and their texts
    "学历代码=, 学历=小学                              | degree_unlisted major_unrecognised",
    "学历=专科生毕业                                   | degree_disagrees",
    "学历=本科                                         | ",
    "培养方式代码=9, 培养方式=                         | training_mode_unlisted",
    "培养方式=定向                                     | training_mode_disagrees",
    "师范生类别代码=9, 师范生类别=                     | teacher_training_unlisted",
    "师范生类别=普通师范生                             | teacher_training_disagrees",
    "性别代码=3, 性别=                                 | gender_unlisted",
    "性别=女                                           | gender_disagrees",
    "民族代码=77, 民族=                                | ethnicity_unlisted",
    "民族=藏族                                         | ethnicity_disagrees",
    "城乡生源=郊区                                     | urban_rural_unlisted",
    "专业代码=999999                                   | major_unrecognised",
    "生源所在地代码=419999, 生源所在地=                | origin_unlisted",
    "生源所在地=成都市                                 | origin_disagrees",
    "生源所在地=河南省                                 | ",
    "困难生类别=学习困难, 困难生类别代码=              | hardship_unlisted",
    "困难生类别=学习困难                               | hardship_unlisted",
    "困难生类别=学习困难, 困难生类别代码=0             | hardship_unlisted",
    "困难生类别=低保家庭, 困难生类别代码=0             | hardship_disagrees",
    "困难生类别=低保家庭 家庭困难                      | ",
    "困难生类别代码=4                                  | hardship_disagrees",
    "困难生类别=低保家庭                               | ",
    "单位性质代码=77, 单位性质=                        | employer_kind_unlisted",
    "单位性质=国有企业                                 | employer_kind_disagrees",
    "单位行业代码=77, 单位行业=                        | industry_unlisted",
    "单位行业=教育                                     | industry_disagrees",
    "单位所在地代码=419999, 单位所在地=                | employer_region_unlisted",
    "单位所在地=成都市                                 | employer_region_disagrees",
    "工作职位类别代码=77, 工作职位类别=                | position_unlisted",
    "工作职位类别=公务员                               | position_disagrees",
    "就业意愿=也许                                     | job_intention_unlisted",
    "未就业原因=说不清                                 | unplaced_reason_unlisted",
    // dates and courses
    "毕业时间=待定                                     | graduation_date_unreadable",
    "毕业年份=往届                                     | graduation_year_unreadable",
    "毕业年份=25届                                     | ",
    "毕业年份=2025届春季                               | ",
    "毕业年份=26届                                     | graduation_year_contradicts_date",
    "出生日期=2003-03-05 10:30                         | birth_date_contradicts_id",
    "毕业年份=2026                                     | graduation_year_contradicts_date",
    "入学时间=202507                                   | enrolment_after_graduation",
    "学制=7                                            | course_length_unusual",
    "学制=四年                                         | programme_years_unlisted",
    "学制=10                                           | course_length_unusual programme_years_unlisted",
    // employers
    "统一社会信用代码=91130104MA08Y7FL6M               | credit_code_invalid",
    "统一社会信用代码=                                 | credit_code_missing",
    "统一社会信用代码=无                               | credit_code_missing",
    "统一社会信用代码=无, 毕业去向代码=76, 毕业去向=自由职业 | ",
    "单位名称=                                         | employer_missing",
    "单位性质代码=, 单位性质=                          | employer_kind_missing",
    "毕业去向代码=70, 毕业去向=待就业                  | employer_of_unplaced",
    "毕业去向代码=46, 毕业去向=应征义务兵              | enlisted_elsewhere",
    "毕业去向代码=46, 毕业去向=应征义务兵, 单位性质代码=40, 单位性质=部队 | ",
    "毕业去向代码=80, 毕业去向=升学                    | school_doubtful",
    "毕业去向代码=80, 毕业去向=升学, 单位名称=         | school_missing",
    "毕业去向代码=80, 毕业去向=升学, 单位名称=示例大学 | ",
    "毕业去向代码=85, 毕业去向=出国、出境, 单位名称=, 单位所在地代码=, 单位所在地= | destination_missing",
    "单位名称=示例科技有限公司(实习)                   | internship_as_employment",
    "月薪=面议                                         | salary_unreadable",
    "月薪=1800                                         | ",
    "月薪=1800, 毕业去向代码=12, 毕业去向=其他录用形式就业 | salary_below_minimum",
    // quarantined
    "院校代码=90002                                    | !other_university",
    "学号=, 身份证号=                                  | !no_identity",
    "毕业年份=, 毕业时间=                              | !no_graduation_year",
    "专业=13900000001                                  | !cells_shifted",
    "民族=" + ID_NUMBER + "                            | !cells_shifted",
  };

  /** Rules that need more than one row, or bytes that no text has. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "undecodable",
          "student_number_shared",
          "duplicate_row",
          "conflicting_row",
          "repeated_column_differs");

  @TempDir Path folder;

  @Test
  void everyRuleIsBrokenByWhatItIsAboutAndByNothingElse() throws IOException {
    Map<Integer, String> expected = new TreeMap<>();
    List<String> lines = new ArrayList<>(List.of(String.join("\t", SOUND.keySet())));
    for (int i = 0; i < CASES.length; i++) {
      String[] parts = CASES[i].split("\\|", -1);
      lines.add(line("S" + i, parts[0].strip()));
      expected.put(i + 2, CASES[i].strip().split("\\|", -1)[0].strip() + " | " + parts[1].strip());
    }
    Map<Integer, String> broken = brokenRules(lines);
    Map<Integer, String> found = new TreeMap<>();
    for (int i = 0; i < CASES.length; i++) {
      found.put(
          i + 2, CASES[i].split("\\|", -1)[0].strip() + " | " + broken.getOrDefault(i + 2, ""));
    }
    assertEquals(text(expected), text(found));
  }

  @Test
  void everyRuleAboutARowOfALedgerHasACase() {
    Set<String> rules =
        REFERENCE.expectations().stream()
            .filter(rule -> rule.feeds().contains("ledger"))
            .filter(rule -> rule.scope() == Expectation.Scope.ROW)
            .map(Expectation::id)
            .collect(toCollection(TreeSet::new));
    Set<String> shown = new TreeSet<>(ELSEWHERE);
    for (String one : CASES) {
      Arrays.stream(one.split("\\|", -1)[1].strip().split(" "))
          .map(rule -> rule.replace("!", ""))
          .filter(rule -> !rule.isEmpty())
          .forEach(shown::add);
    }
    assertEquals(rules, shown);
  }

  private static String text(Map<Integer, String> lines) {
    return lines.entrySet().stream()
        .map(line -> line.getKey() + ": " + line.getValue())
        .collect(joining("\n"));
  }

  private static String line(String studentNumber, String changes) {
    Map<String, String> row = new LinkedHashMap<>(SOUND);
    row.put("学号", studentNumber);
    for (String change : changes.isEmpty() ? new String[0] : changes.split(", ")) {
      String[] cell = change.split("=", 2);
      if (row.put(cell[0], cell[1].strip()) == null) {
        throw new IllegalArgumentException("No such column: " + change);
      }
    }
    return String.join("\t", row.values());
  }

  /** The rules that each row breaks, by row number; a rule that quarantines has a mark. */
  private Map<Integer, String> brokenRules(List<String> lines) throws IOException {
    SparkSession spark = SharedSpark.session();
    Path file = folder.resolve("90001_20250608.tsv");
    Files.write(file, lines);
    Survey survey =
        new Surveyor(
                REFERENCE.columnAliases(),
                REFERENCE.templates(),
                Limits.DEFAULT,
                spark.sparkContext().hadoopConfiguration())
            .survey(
                new LandingFile(
                    Feed.LEDGER,
                    "ledger/90001_20250608.tsv",
                    file.toString(),
                    Files.size(file),
                    Instant.now()));
    Map<Integer, String> broken = new TreeMap<>();
    FileIntake.of(
            IntakeSettings.of(
                spark, REFERENCE, THRESHOLDS, PseudonymKey.development(), Limits.DEFAULT),
            spark.sparkContext().hadoopConfiguration())
        .read(survey, (table, row) -> put(table, row, broken), false);
    return broken;
  }

  private static void put(Table table, InternalRow row, Map<Integer, String> broken) {
    if (table.equals(Quarantine.TABLE)) {
      broken.put(
          row.getInt(table.fields().indexOf(Quarantine.ROW_NUMBER)),
          "!" + row.getUTF8String(table.fields().indexOf(Quarantine.RULE_ID)));
    } else if (table.equals(Entries.TABLE)) {
      Object[] flags =
          row.getArray(table.fields().indexOf(Entries.FLAGS)).toObjectArray(DataTypes.StringType);
      broken.put(
          row.getInt(table.fields().indexOf(Entries.ROW_NUMBER)),
          Arrays.stream(flags).map(Object::toString).collect(joining(" ")));
    }
  }
}
