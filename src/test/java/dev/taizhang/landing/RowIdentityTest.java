package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.person.InventedIdNumbers;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of whatever tells who somebody is: a key that needs a secret, or nothing. */
class RowIdentityTest {

  private static final String HEADER = "学号,毕业年份,毕业去向代码\n";

  private LandedLedgers ledgers;

  @BeforeEach
  void land(@TempDir Path folder) {
    ledgers = new LandedLedgers(folder, ReferenceData.load(Optional.empty()));
  }

  @Test
  void studentKeyIsTheKeyedHashOfUniversityCodeAndStudentNumber()
      throws IOException, GeneralSecurityException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + " ００７ ,2022,10\n,2022,10\n"));

    assertEquals(
        List.of("2|" + keyedHash("student\00010001\000007\0"), "3|null"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, Rows.STUDENT_KEY));
  }

  @Test
  void personIdIsTheKeyedHashOfAValidIdNumber() throws IOException, GeneralSecurityException {
    String number = InventedIdNumbers.of("20000101", "002");
    String rounded = InventedIdNumbers.of("20000106", "000");
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            "身份证号,毕业年份,毕业去向代码\n"
                + String.join(
                    ",2022,10\n",
                    number,
                    number.toLowerCase(Locale.ROOT),
                    rounded,
                    number.substring(0, 15) + "000",
                    "9.99999E+17",
                    number.substring(0, 17) + "5",
                    "",
                    "")));

    assertEquals(
        List.of(
            "2|valid|" + keyedHash("person\0" + number + "\0"),
            "3|valid|" + keyedHash("person\0" + number + "\0"),
            "4|rounded|" + keyedHash("person\0" + rounded + "\0"),
            "5|destroyed|null",
            "6|destroyed|null",
            "7|invalid|null",
            "8|missing|null"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, Rows.ID_NUMBER_STATE, Rows.PERSON_ID));
  }

  @Test
  void sameStudentOfTwoUniversitiesHasTwoKeys() throws IOException {
    ledgers.file("10001_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\n"));
    ledgers.file("10002_20220608.csv", LandedLedgers.utf8(HEADER + "001,2022,10\n"));

    List<String> keys = LandedLedgers.lines(ledgers.read(), Rows.STUDENT_KEY);

    assertNotEquals(keys.get(0), keys.get(1));
  }

  @Test
  void noColumnHoldsWhatIdentifiesAPerson() throws IOException {
    String studentNumber = "20181234567";
    String idNumber = InventedIdNumbers.of("20000101", "002");
    String name = "无名氏";
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            "学号,身份证号,姓名,手机号码,毕业年份,毕业去向代码,单位名称\n"
                + String.join(
                    ",",
                    studentNumber,
                    idNumber,
                    name,
                    "13900000000",
                    "2022",
                    "75",
                    name + "工作室\n")));

    String all = ledgers.read().collectAsList().toString();

    assertTrue(all.contains("75"), all);
    for (String personal : List.of(studentNumber, idNumber, name, "13900000000")) {
      assertFalse(all.contains(personal), all);
    }
  }

  @Test
  void employerIsKeptUnlessItHoldsTheName() throws IOException {
    ledgers.file(
        "10001_20220608.csv",
        LandedLedgers.utf8(
            """
            学号,姓名,毕业年份,毕业去向代码,单位名称
            001,无名氏,2022,10,成都 某公司
            002,无名氏,2022,10,成都无名氏公司
            003,,2022,10,某公司
            """));

    assertEquals(
        List.of("2|成都 某公司", "3|null", "4|某公司"),
        LandedLedgers.lines(ledgers.read(), Rows.ROW_NUMBER, Rows.EMPLOYER_NAME));
  }

  private static String keyedHash(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(LandedLedgers.utf8(LandedLedgers.SECRET), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(LandedLedgers.utf8(text))).substring(0, 32);
  }
}
