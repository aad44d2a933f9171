package dev.taizhang.landing.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final PseudonymKey KEY = PseudonymKey.development();
  private static final String ID_NUMBER = withCheckCharacterX();

  private static String withCheckCharacterX() {
    for (int sequence = 1; ; sequence++) {
      String number = InventedIdNumbers.of("20030405", "%03d".formatted(sequence));
      if (number.endsWith("X")) {
        return number;
      }
    }
  }

  private static String pseudonym(String line) {
    return Identity.parse(line).pseudonym(KEY);
  }

  @Test
  void idNumberIsReadHoweverItIsTyped() {
    String expected = new Pseudonyms(KEY).personId(ID_NUMBER).toString();
    for (String line :
        List.of(
            ID_NUMBER,
            "  " + ID_NUMBER.replace('X', 'x') + "\t",
            fullWidth(ID_NUMBER),
            parted(ID_NUMBER))) {
      assertEquals(expected, pseudonym(line));
      assertTrue(Identity.parse(line).isPerson());
    }
  }

  private static String parted(String number) {
    return number.substring(0, 6) + "-" + number.substring(6, 14) + "－" + number.substring(14);
  }

  private static String fullWidth(String text) {
    return text.chars()
        .mapToObj(character -> Character.toString((char) (character + 0xFEE0)))
        .reduce("", String::concat);
  }

  @Test
  void studentNumberIsReadHoweverItIsTyped() {
    String expected = new Pseudonyms(KEY).studentKey("90001", "B2021a7").toString();
    for (String line :
        List.of(
            "90001 B2021a7",
            "4111090001,B2021a7",
            "90001\u3000Ｂ２０２１a7",
            "90001；B2021a7",
            "90001 b2021A7")) {
      assertEquals(expected, pseudonym(line));
      assertFalse(Identity.parse(line).isPerson());
    }
  }

  @Test
  void textOfAnIdentityHoldsNoNumber() {
    assertEquals("an ID number", Identity.parse(ID_NUMBER).toString());
    assertEquals("a student number of 90001", Identity.parse("90001 7").toString());
  }

  @Test
  void whatIsNoNumberIsRefusedWithoutBeingRepeated() {
    for (String line :
        List.of("12345678", ID_NUMBER + "1", "9000 7", "90001 2.02106E+11", "90001 7 8", "")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> Identity.parse(line), line);
      assertFalse(line.length() > 5 && refused.getMessage().contains(line), refused.getMessage());
    }
  }

  @Test
  void studentNumberIsNeverAnIdNumber() {
    Pseudonyms pseudonyms = new Pseudonyms(KEY);
    String student =
        pseudonyms.studentKey(ID_NUMBER.substring(0, 5), ID_NUMBER.substring(5)).toString();
    assertNotEquals(student, pseudonyms.personId(ID_NUMBER).toString());
    assertNotEquals(
        pseudonyms.studentKey("90001", "23").toString(),
        pseudonyms.studentKey("900012", "3").toString());
  }
}
