package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst sees of one file before it is taken in. */
class InspectTest {

  private static final Instant WRITTEN = Instant.parse("2025-06-10T04:00:00Z");

  @TempDir Path folder;

  @Test
  void showsWhatIsRecognisedAndEveryProblemAndNobody() throws IOException {
    Path file =
        ledger(
            "90001_20250608.csv",
            "2025届毕业生就业台账,,,,,,,,",
            "序号,1.学号（必填）,姓名,手机号码,毕业年份,毕业去向代码,单位名称,单位名称,去向情况",
            "1,20210001,无名氏,13900000001,2025,10,某某公司,,甲",
            "2,20210002,佚名,13900000002,2025,99,,,乙",
            "3,20210003,某甲,13900000003,,10,,,",
            "4,20210004,某乙,13900000004,2025,80,某某公司,某某大学,",
            "合计,,,,,,,,4");

    Cli.Result result = Cli.run("inspect", file.toString(), "--format", "csv");

    assertEquals(0, result.exitCode(), result.err());
    String template = result.out().replaceAll("(?s).*file,template,(\\S+)\n.*", "$1");
    List<String> sections = List.of(result.out().split("\\R\\R", -1));
    assertEquals(
        """
        section,item,value
        file,file,90001_20250608.csv
        file,feed,ledger
        file,submitter,90001
        file,snapshot_date,2025-06-08
        file,bytes,%d
        file,encoding,GB18030
        file,delimiter,","
        file,template,%s
        file,header_row,2"""
            .formatted(Files.size(file), template),
        sections.get(0));
    assertEquals(
        """
        section,sheet,position,header,read_as,why_not
        columns,,1,序号,known,不需要 / not needed
        columns,,2,1.学号(必填),student_number,
        columns,,3,姓名,name,
        columns,,4,手机号码,phone,
        columns,,5,毕业年份,graduation_year,
        columns,,6,毕业去向代码,outcome_code,
        columns,,7,单位名称,employer_name,
        columns,,8,单位名称,employer_name,
        columns,,9,去向情况,unknown,未识别；可在 column_aliases.csv 中加入别名 / not recognised; you can add an\
         alias to column_aliases.csv""",
        sections.get(1));
    assertEquals(
        """
        section,item,value
        rows,read,4
        rows,notes,1
        rows,accepted,3
        rows,quarantined,1
        rows,flagged,3""",
        sections.get(2));
    assertTrue(
        sections
            .get(3)
            .startsWith("section,column,row 3,row 4,row 6\nsample,graduation_year,2025,"),
        sections.get(3));
    assertTrue(sections.get(3).contains("\nsample,outcome_code,10,,80\n"), sections.get(3));
    assertTrue(
        sections.get(3).contains("\nsample,employer_name,(4 个字符 / characters),,\n"),
        sections.get(3));
    assertTrue(
        sections
            .get(4)
            .contains("problems,quarantined,no_graduation_year,1,5,毕业年份（届）和毕业时间均为空或无法识别；请补填。 / "),
        sections.get(4));
    assertTrue(sections.get(4).contains("problems,flag,outcome_unlisted,1,4,"), sections.get(4));
    for (String personal : List.of("2021000", "无名氏", "佚名", "1390000", "某甲", "某某公司")) {
      assertFalse((result.out() + result.err()).contains(personal), personal);
    }
    assertEquals("{90001_20250608.csv=" + Files.size(file) + "}", filesBelow(folder));
  }

  @Test
  void rejectedFileShowsItsReasonAndTheHeadersAndEndsWithThree() throws IOException {
    Path file =
        ledger("90001_20250608.csv", "学号,姓名,届别,去向情况,13900000001", "1,无名氏,2025,10,13900000001");

    Cli.Result result = Cli.run("inspect", file.toString());

    assertEquals(3, result.exitCode(), result.err());
    assertTrue(
        result.out().contains("== problems\nkind      rule            rows  first_row  message\n"),
        result.out());
    assertTrue(
        result
            .out()
            .contains("\nrejected  missing_column                   缺少必需的列：毕业去向(代码)。未识别的表头：去向情况。"),
        result.out());
    assertTrue(result.out().contains("届别"), result.out());
    assertTrue(result.out().contains("(11 个字符 / characters)"), result.out());
    assertFalse(result.out().contains("1390000"), result.out());
  }

  @Test
  void ownAliasMakesTheFileReadable() throws IOException {
    Path file = ledger("90001_20250608.csv", "学号,届别,去向情况", "1,2025,10");
    Path reference = Files.createDirectory(folder.resolve("reference"));
    Files.writeString(
        reference.resolve("column_aliases.csv"),
        "feed,column,header,note,university_code\nledger,outcome_code,去向情况,,90001\n");

    Cli.Result result =
        Cli.run(
            "inspect", file.toString(), "--reference", reference.toString(), "--format", "json");

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result.out().contains("{\"section\":\"rows\",\"item\":\"accepted\",\"value\":1}"),
        result.out());
  }

  @Test
  void fileWithABadNameIsLookedAtByItsContent() throws IOException {
    Path file =
        ledger(
            "就业台账(终稿).csv", "学校标识码,学号,届别,毕业去向代码", "4153090001,1,2025,10", "4153090001,2,2025,70");

    Cli.Result result = Cli.run("inspect", file.toString(), "--format", "csv");

    assertEquals(3, result.exitCode(), result.err());
    assertTrue(result.out().contains("file,submitter,90001\n"), result.out());
    assertTrue(result.out().contains("file,snapshot_date,2025-06-10\n"), result.out());
    assertTrue(result.out().contains("rows,accepted,2\n"), result.out());
    assertTrue(result.out().contains("problems,rejected,bad_name,,,\"文件名不符合规则："), result.out());
  }

  @Test
  void titleBesideAKnownHeaderIsNotShown() throws IOException {
    Path file = ledger("90001_20250608.csv", "填表人,无名氏,学号,基本信息,", "序号,备注栏,,届别,毕业去向", "1,,1,2025,");

    Cli.Result result = Cli.run("inspect", file.toString(), "--format", "csv");

    assertTrue(result.out().contains("columns,,3,学号,student_number,\n"), result.out());
    assertTrue(result.out().contains("columns,,2,备注栏,unknown,"), result.out());
    assertFalse(result.out().contains("无名氏"), result.out());
  }

  @Test
  void otherFeedsAreShownAsTheirOwnEntries() throws IOException {
    Path file = ledger("90001_20250608.csv", "学号,届别,帮扶措施,帮扶结果", "1,2025,推荐岗位,已推荐");

    Cli.Result result = Cli.run("inspect", file.toString(), "--feed", "assistance");

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("job_recommendation"), result.out());
    assertTrue(result.out().contains("measure_date_missing"), result.out());
  }

  @Test
  void usageIsChecked() throws IOException {
    Path file = ledger("90001_20250608.csv", "学号,届别,毕业去向代码", "1,2025,10");
    Cli.Result withoutKey = Cli.withKey("", "inspect", file.toString());
    Cli.Result missing = Cli.run("inspect", folder.resolve("missing.csv").toString());
    Cli.Result feed = Cli.run("inspect", file.toString(), "--feed", "ledgers");

    assertEquals(2, withoutKey.exitCode());
    assertTrue(withoutKey.err().startsWith("taizhang: No key."), withoutKey.err());
    assertEquals(2, missing.exitCode());
    assertTrue(
        missing
            .err()
            .endsWith(
                "taizhang: There is no file "
                    + folder.resolve("missing.csv")
                    + ". What to do: name one file, not a folder.\n"),
        missing.err());
    assertEquals(2, feed.exitCode());
    assertTrue(
        feed.err()
            .endsWith(
                "taizhang: There is no feed 'ledgers'. What to do: use --feed with ledger,"
                    + " follow_up or assistance.\n"),
        feed.err());
  }

  private Path ledger(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n", Ledgers.GB18030);
    Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    return file;
  }

  private static String filesBelow(Path folder) throws IOException {
    TreeMap<String, Long> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.size(file));
      }
    }
    return files.toString();
  }
}
