package dev.taizhang.landing.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.Rows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

  /** One number for each check character, 0 to X. */
  static List<String> validNumbers() {
    return Stream.of("007", "001", "006", "019", "005", "018", "004", "009", "003", "008", "002")
        .map(sequence -> InventedIdNumbers.of("20000101", sequence))
        .toList();
  }

  @Test
  void theCasesHaveEveryCheckCharacter() {
    List<Character> checkCharacters =
        validNumbers().stream().map(number -> number.charAt(17)).sorted().toList();

    assertEquals(List.of('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'), checkCharacters);
  }

  @ParameterizedTest
  @MethodSource("validNumbers")
  void numberWithItsCheckCharacterIsValid(String number) {
    assertEquals(Rows.ID_VALID, IdNumber.state(number));
  }

  @ParameterizedTest
  @MethodSource("validNumbers")
  void numberWithAnotherCheckCharacterIsInvalid(String number) {
    char another = number.charAt(17) == '5' ? '6' : '5';

    assertEquals(Rows.ID_INVALID, IdNumber.state(number.substring(0, 17) + another));
  }

  @ParameterizedTest
  @MethodSource("validNumbers")
  void numberWithTwoNeighboursSwappedIsInvalid(String number) {
    String swapped =
        number.substring(0, 5) + number.charAt(6) + number.charAt(5) + number.substring(7);

    assertEquals(Rows.ID_INVALID, IdNumber.state(swapped));
  }

  @Test
  void leapDayIsARealBirthDate() {
    assertEquals(Rows.ID_VALID, IdNumber.state(InventedIdNumbers.of("20000229", "001")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20010229", "20001301", "20000001", "20000132", "20000100"})
  void impossibleBirthDateIsInvalidThoughTheCheckCharacterFits(String birthDate) {
    assertEquals(Rows.ID_INVALID, IdNumber.state(InventedIdNumbers.of(birthDate, "001")));
  }

  @Test
  void emptyNumberIsMissing() {
    assertEquals(Rows.ID_MISSING, IdNumber.state(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.99999E+17", "9.99999200001E+17", "9.9E17", "1E+17", "9.99999E+16"})
  void numberInScientificNotationIsDestroyed(String number) {
    assertEquals(Rows.ID_DESTROYED, IdNumber.state(number));
  }

  @Test
  void numberWhoseLastThreeDigitsASpreadsheetMadeZeroIsDestroyed() {
    String number = InventedIdNumbers.of("20000101", "001");

    assertEquals(Rows.ID_DESTROYED, IdNumber.state(number.substring(0, 15) + "000"));
  }

  @Test
  void numberThatEndsInZerosByRightIsSetApartAsRounded() {
    String number = InventedIdNumbers.of("20000106", "000");

    assertEquals("000", number.substring(15));
    assertEquals(Rows.ID_ROUNDED, IdNumber.state(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999992000010100",
        "99999920000101001",
        "9999992000010100123",
        "99999920000101001Y",
        "A9999920000101001X",
        "999999000101001",
        "无",
        "E+17"
      })
  void whateverElseIsInvalid(String number) {
    assertEquals(Rows.ID_INVALID, IdNumber.state(number));
  }
}
