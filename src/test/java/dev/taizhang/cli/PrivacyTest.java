package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.pipeline.Pipeline;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.support.Versions;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What identifies a person is in no value of any version of any table, and in no output. */
class PrivacyTest {

  // The sequence number 000 is never issued: these numbers belong to nobody.
  private static final String ID_NUMBER = "410105200203040005";
  private static final String NAME = "欧阳澹台";
  private static final String PHONE = "13900001234";
  private static final String ADDRESS = "某某路七十三号";
  private static final String STUDENT_NUMBER = "XH20210073";

  private static final List<String> PLANTED =
      List.of(ID_NUMBER, NAME, PHONE, ADDRESS, STUDENT_NUMBER, "澹台", ID_NUMBER.substring(6, 14));

  @TempDir Path folder;

  @Test
  void plantedPersonalDataIsNowhere() throws IOException {
    Path landing = folder.resolve("landing");
    Path warehouse = folder.resolve("warehouse");
    Ledgers.write(
        landing,
        "90001_20250608.csv",
        "学号,姓名,身份证号,手机号码,家庭住址,毕业年份,毕业去向代码,单位名称,专业代码,专业",
        row("1", "75", NAME),
        row("2", "10", NAME + "个体工作室"),
        row("3", "11", "欧阳 澹台 商贸行"),
        row("4", "10", "示例科技有限公司") + "," + NAME,
        STUDENT_NUMBER
            + "5,"
            + NAME
            + ","
            + ID_NUMBER
            + ","
            + PHONE
            + ","
            + ADDRESS
            + ","
            + PHONE
            + ",10,,080901,计算机科学与技术");
    Ledgers.write(
        landing, "90001_20250615.csv", STUDENT_NUMBER + "," + NAME + "," + ID_NUMBER, PHONE);
    Cli.Result run =
        Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("rows read 5, quarantined 2"), run.out());
    assertClean("the run's output", run.out() + run.err());
    Cli.Result status = Cli.run("status", "--warehouse", warehouse.toString());
    assertClean("status", status.out() + status.err());
    Map<String, Long> versions = Versions.of(warehouse);
    for (Table table : Pipeline.tables()) {
      for (long version = 0; version <= versions.get(table.name()); version++) {
        String rows =
            SharedSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", version)
                .load(warehouse.resolve(table.name().replace('.', '/')).toString())
                .toJSON()
                .collectAsList()
                .toString();
        assertClean(table.name() + " version " + version, rows);
      }
    }
  }

  private static String row(String suffix, String outcome, String employer) {
    return String.join(
        ",",
        STUDENT_NUMBER + suffix,
        NAME,
        ID_NUMBER,
        PHONE,
        ADDRESS,
        "2025",
        outcome,
        employer,
        "080901",
        "计算机科学与技术");
  }

  private static void assertClean(String place, String text) {
    for (String planted : PLANTED) {
      assertFalse(text.contains(planted), () -> planted + " is in " + place + ": " + text);
    }
  }
}
