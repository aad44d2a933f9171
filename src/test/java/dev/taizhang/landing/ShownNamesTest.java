package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.University;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownNamesTest {

  private static final PseudonymKey KEY = PseudonymKey.development();
  private static final FileNameWords WORDS = FileNameWords.load(Optional.empty(), List.of());
  private static final ShownNames NAMES = ShownNames.of(WORDS, KEY);
  // What is left out is shown by a sign, so that a case can be read.
  private static final ShownNames PLAIN = ShownNames.of(WORDS);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90001_20250608.csv",
        "90002_20250608_高职.csv",
        "90002_20250608_p2.xlsx",
        "90002_20250608_P12.csv",
        "4111090001_20250608_更正.XLS",
        "410100_20250608_离校未就业.xlsx",
        "90002_20250608_2025届毕业生就业台账（最终版）.xlsx",
        "90002_20250608_高职更正v2.csv",
        "90002_20250608_第一批.csv",
        "90002_20250608_第2批.csv",
        "90002_20250608_6月更正.csv",
        "90002_20250608_研究生 - 副本 (1).csv",
        "90002_20250608_Final_copy2.csv",
        "90002_20250608_20250609.csv",
        "90002_20250608_2025-06-09.csv",
        "90002_20250608_p1更正.csv",
        "90002_20250608_p01.csv",
        "90002_20250608_corrected.csv",
        "90001_20250608_ｖ２.csv",
        "readme.txt",
        "第一周",
        "2025年6月",
        "90001_20250608",
      })
  void whatPeopleAddToTellFilesApartStays(String name) {
    assertEquals(name, PLAIN.name(name));
  }

  @ParameterizedTest
  @CsvSource({
    "90001_20250608_示例甲.csv, 90001_20250608_….csv",
    "90001_20250608_p1_示例甲.xlsx, 90001_20250608_p1_….xlsx",
    "90001_20250608_示例甲更正.csv, 90001_20250608_…更正.csv",
    "90001_20250608_更正示例甲.csv, 90001_20250608_更正….csv",
    "90001_20250608_高职（示例甲老师）.csv, 90001_20250608_高职（…）.csv",
    "90001_20250608_zhangsan.csv, 90001_20250608_….csv",
    "90001_20250608_ZhangSan_final.csv, 90001_20250608_…_final.csv",
    "90001_20250608_示例甲13900001234.csv, 90001_20250608_….csv",
    "90001_20250608_139-0000-1234.csv, 90001_20250608_….csv",
    "90001_20250608_2021010101.csv, 90001_20250608_….csv",
    "90001_20250608_B2021a7.csv, 90001_20250608_….csv",
    "90001_20250608_20030405.csv, 90001_20250608_….csv",
    "90001_20250608_2003.04.05.csv, 90001_20250608_….csv",
    "90001_20250608_台账周明.csv, 90001_20250608_台账….csv",
    "90001_20250608_台账表.csv, 90001_20250608_台账表.csv",
    "90001_20250608_3周明.csv, 90001_20250608_3….csv",
    "90001_20250608.示例甲, 90001_20250608.…",
    "示例甲_90001_20250608.csv, …_90001_20250608.csv",
    "示例甲.csv, ….csv",
    "=示例甲, =…",
    "Ｚｈａｎｇ.csv, ….csv",
    "90001_20250608_买买提·示例.csv, 90001_20250608_…·….csv",
    "90001_20250608_𠮷示例.csv, 90001_20250608_….csv",
    "90001_20259999_x.csv, …_…_x.csv",
  })
  void allElseIsLeftOut(String name, String shown) {
    assertEquals(shown, PLAIN.name(name));
  }

  @Test
  void pathIsShownFolderByFolderAndTheFeedStays() {
    assertEquals(
        "follow_up/…/90001_20250608_….csv", PLAIN.path("follow_up/示例甲/90001_20250608_示例乙.csv"));
    assertEquals(
        "ledger/2025-06/第一周/90001_20250608.csv",
        PLAIN.path("ledger/2025-06/第一周/90001_20250608.csv"));
  }

  @Test
  void whatIsLeftOutIsToldApartUnderTheKeyAlone() {
    String one = NAMES.name("90001_20250608_示例甲.csv");
    assertTrue(one.matches("90001_20250608_~[0-9a-f]{8}\\.csv"), one);
    assertTrue(ShownNames.isShortened(one));
    assertFalse(ShownNames.isShortened("90001_20250608_高职.csv"));
    assertEquals(one, NAMES.name("90001_20250608_示例甲.csv"));
    assertEquals(one, NAMES.name(one), "shown names are shown as they are");
    assertNotEquals(one, NAMES.name("90001_20250608_示例乙.csv"));
    PseudonymKey other =
        PseudonymKey.fromEnvironment(Map.of("TAIZHANG_KEY", "another key, of sixteen bytes"));
    assertNotEquals(one, ShownNames.of(WORDS, other).name("90001_20250608_示例甲.csv"));
  }

  @Test
  void fileIsMeantByItsShownNameAndByTheNameInItsFolder() {
    String real = "90001_20250608_示例甲_高职.csv";
    String shown = NAMES.name(real);
    assertTrue(ShownNames.isSame(real, shown, Optional.of(KEY)));
    assertTrue(ShownNames.isSame(shown, shown, Optional.of(KEY)));
    assertTrue(ShownNames.isSame(real, shown, Optional.empty()));
    assertFalse(ShownNames.isSame("90001_20250608_示例乙_高职.csv", shown, Optional.of(KEY)));
    assertTrue(ShownNames.isSame("90001_20250608_示例乙_高职.csv", shown, Optional.empty()));
    assertFalse(ShownNames.isSame("90001_20250615_示例甲_高职.csv", shown, Optional.empty()));
    assertFalse(ShownNames.isSame("90001_20250608_高职.csv", shown, Optional.empty()));
    String two = "90001_20250608_示例甲-示例乙.csv";
    assertTrue(ShownNames.isSame(two, NAMES.name(two), Optional.of(KEY)));
  }

  @Test
  void analystAddsWordsAndNamesOfUniversitiesAreKnown() throws IOException {
    Files.writeString(
        folder.resolve("file_name_words.csv"), "word\n软件学院\n", StandardCharsets.UTF_8);
    ShownNames names =
        ShownNames.of(
            FileNameWords.load(
                Optional.of(folder.toString()),
                List.of(new University("90001", "示例理工大学", "410000", "410100"))));
    assertEquals("90001_20250608_示例理工大学软件学院台账.csv", names.name("90001_20250608_示例理工大学软件学院台账.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90001_20250608_示例甲.csv",
        "90001_20250608_p1示例甲.csv",
        "90001_20250608_p3_示例甲.XLSX",
        "4111090001_20250608_示例甲.csv",
        "90001_20250231_示例甲.csv",
        "示例甲_90001_20250608.csv",
        "90001_20250608.示例甲",
      })
  void shownNameIsReadAsTheNameItself(String name) {
    assertEquals(
        FileName.read(Feed.LEDGER, name).getClass(),
        FileName.read(Feed.LEDGER, NAMES.name(name)).getClass());
    if (FileName.read(Feed.LEDGER, name) instanceof FileName.Read read) {
      assertEquals(read, FileName.read(Feed.LEDGER, NAMES.name(name)));
    }
  }
}
