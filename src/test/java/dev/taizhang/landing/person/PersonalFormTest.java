package dev.taizhang.landing.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalFormTest {

  private static final String MALE = InventedIdNumbers.of("410000", "20030304", "013");
  private static final String FEMALE = InventedIdNumbers.of("410000", "20030304", "024");

  @ParameterizedTest
  @CsvSource({
    "2021010101, given",
    "XH-2021E7, given",
    "E12, given",
    "2.02106E+11, destroyed",
    "2E11, destroyed",
    "'', missing"
  })
  void studentNumberInScientificNotationIsDestroyed(String number, String state) {
    assertEquals(state, PersonalForm.studentNumber(number));
  }

  @Test
  void studentNumberOfMoreThan32CharactersIsTooLong() {
    assertEquals("given", PersonalForm.studentNumber("9".repeat(32)));
    assertEquals("too_long", PersonalForm.studentNumber("9".repeat(33)));
  }

  @ParameterizedTest
  @CsvSource({
    "13900000000, valid",
    "+8613900000000, valid",
    "138-0013-8000, valid",
    "+86 138 0013 8000, valid",
    "138-0013-800, invalid",
    "12900000000, invalid",
    "1390000000, invalid",
    "'', missing"
  })
  void mobileNumberHasElevenDigits(String number, String state) {
    assertEquals(state, PersonalForm.phone(number));
  }

  @ParameterizedTest
  @CsvSource({
    "21410101150001, valid",
    "214101011500011, valid",
    "21410101150001123X, valid",
    "2141 0101 1500 01, valid",
    "2141010115000, invalid",
    "'', missing"
  })
  void examineeNumberHas14Or15Or18Characters(String number, String state) {
    assertEquals(state, PersonalForm.examineeNumber(number));
  }

  @Test
  void seventeenthDigitTellsTheGender() {
    assertEquals("male", PersonalForm.gender(MALE));
    assertEquals("female", PersonalForm.gender(FEMALE));
  }

  @ParameterizedTest
  @CsvSource({
    "20030304, true",
    "2003-3-4, true",
    "2003年3月4日, true",
    "2003/03/04 00:00, true",
    "2003-03-04 10:30, true",
    "2003-03-04T10:30, true",
    "2003年3月4日 10:30, true",
    "20030304103000, true",
    "37684, true",
    "37684.4375, true",
    "200303, true",
    "2003年3月, true",
    "20030305, false",
    "2003-03-05 10:30, false",
    "37685.4375, false",
    "200304, false"
  })
  void dateOfBirthIsComparedAsFarAsItGoes(String date, boolean agrees) {
    assertEquals(agrees, PersonalForm.birthDateAgrees(date, MALE));
  }

  @Test
  void dateOfBirthThatIsNoneSaysNothing() {
    assertNull(PersonalForm.birthDateAgrees("不详", MALE));
    assertNull(PersonalForm.birthDateAgrees("2003304", MALE));
    assertNull(PersonalForm.birthDateAgrees("", MALE));
  }

  @Test
  void idNumberOutsideItsColumnIsToldByProvinceAndCheckCharacter() {
    assertTrue(PersonalForm.isIdNumber(MALE));
    assertFalse(PersonalForm.isIdNumber(InventedIdNumbers.of("910000", "20030304", "013")));
    assertFalse(PersonalForm.isIdNumber("91130104MA08Y7FL6L"));
    assertTrue(PersonalForm.isPhone("13900000000"));
    assertFalse(PersonalForm.isPhone("21410101150"));
  }

  @ParameterizedTest
  @CsvSource({
    "139-0000-0000",
    "139 0000 0000",
    "(139)00000000",
    "86-13900000000",
    "139.0000.0000",
    "139—0000—0000",
  })
  void mobileNumberIsToldWhateverStandsBetweenItsDigits(String text) {
    assertTrue(PersonalForm.isPhone(text));
  }

  @Test
  void idNumberIsToldWhateverStandsBetweenItsDigitsAndWithASmallX() {
    String withX = withCheckCharacterX();
    for (String text :
        List.of(
            withX.toLowerCase(Locale.ROOT),
            withX.substring(0, 6) + " " + withX.substring(6, 14) + " " + withX.substring(14),
            withX.substring(0, 6) + "-" + withX.substring(6, 14) + "-" + withX.substring(14))) {
      assertTrue(PersonalForm.isIdNumber(text), text);
    }
  }

  private static String withCheckCharacterX() {
    for (int sequence = 1; ; sequence++) {
      String number = InventedIdNumbers.of("410000", "20030304", "%03d".formatted(sequence));
      if (number.endsWith("X")) {
        return number;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "410105630405123, true",
    "410105 630405 123, true",
    "990105630405123, false",
    "410105631305123, false",
    // A number of a business licence, whose next digits count the firms of the place.
    "410105000123451, false",
    "41010563040512X, false",
    "4101056304051234, false",
  })
  void idNumberOfTheEarlierFormHas15Digits(String text, boolean expected) {
    assertEquals(expected, PersonalForm.isIdNumber(text));
  }

  @ParameterizedTest
  @CsvSource({
    "410105-20030304-0013, 410105200303040013",
    "3.10101E+17, 3.10101E+17",
    "XH-2021-0001-0001-1, XH-2021-0001-0001-1",
    "2025-06-08, 2025-06-08",
  })
  void onlyWhatSeparatesDigitsIsTakenOut(String text, String expected) {
    assertEquals(expected, PersonalForm.withoutSeparators(text));
  }
}
