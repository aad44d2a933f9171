package dev.taizhang.landing.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTest {

  @ParameterizedTest
  @CsvSource({
    "91130104MA08Y7FL6L, valid",
    // Any other check character, a letter that the alphabet has not, and a digit changed.
    "91130104MA08Y7FL6M, invalid",
    "91130104MA08Y7FLOL, invalid",
    "91130105MA08Y7FL6L, invalid",
    // Its characters 9 to 17 are the organisation code, with or without a hyphen.
    "MA08Y7FL6, organisation_code",
    "MA08Y7FL-6, organisation_code",
    "MA08Y7FL-7, invalid",
    "91130104MA08Y7FL6, invalid",
    "无, none_stated",
    "-, none_stated",
    "'', missing",
    "示例公司, invalid"
  })
  void codeIsToldByFormAndCheckCharacter(String code, String state) {
    assertEquals(state, CreditCode.state(code));
  }
}
