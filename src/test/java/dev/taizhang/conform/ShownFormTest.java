package dev.taizhang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownFormTest {

  @ParameterizedTest
  @CsvSource({
    "cell_outcome_code, 99",
    "cell_outcome_code, 271",
    "cell_graduation_year, 205",
    "cell_graduation_year, 1822届",
    "cell_graduation_year, 20250631",
    "cell_graduation_date, 2025-13-01",
    "cell_graduation_date, 2025年6月",
    "cell_graduation_date, 2025.6.31",
    "cell_outcome_date, 2025/06/31 00:00",
    "cell_degree_code, 9",
    "cell_origin_region_code, 419999",
    "cell_major_code, 080999",
    "cell_major_code, 080999TK",
    "cell_university_code, 10002",
    "cell_university_code, 4111010002",
  })
  void whatHasTheFormOfItsColumnIsShown(String cell, String value) {
    assertEquals(value, ShownForm.shown(cell, value));
  }

  @ParameterizedTest
  @CsvSource({
    // A student number, a QQ number, a phone number, an ID number.
    "cell_outcome_code, 2021010101, 10 个数字 / digits",
    "cell_graduation_year, 2021010101, 10 个数字 / digits",
    "cell_graduation_year, 123456789, 9 个数字 / digits",
    "cell_graduation_date, 123456789, 9 个数字 / digits",
    "cell_graduation_year, 139-0000-1234, 13 个字符 / characters",
    "cell_graduation_year, 410105200303040012, 18 个数字 / digits",
    "cell_university_code, 123456, 6 个数字 / digits",
    // Dates of birth.
    "cell_graduation_year, 20030405, 8 个数字 / digits",
    "cell_graduation_date, 2003-04-05, 10 个字符 / characters",
    "cell_graduation_date, 2003年4月, 7 个字符 / characters",
    "cell_outcome_date, 1998/04/05, 10 个字符 / characters",
    "cell_outcome_code, 20250605, 8 个数字 / digits",
    "cell_degree_code, 0405, 4 个数字 / digits",
    "cell_major_name, 示例甲, 3 个汉字 / Chinese characters",
    "cell_outcome, zhangsan, 8 个字母 / letters",
    "cell_student_number, 12, 2 个数字 / digits",
    "cell_monthly_salary, 5000, 4 个数字 / digits",
    "no_such_cell, 12, 2 个数字 / digits",
  })
  void ofAllElseTheLengthAndTheKindAreTold(String cell, String value, String shown) {
    assertEquals(shown, ShownForm.shown(cell, value));
  }

  @Test
  void nothingIsShownOfNothing() {
    assertNull(ShownForm.shown(null, null));
  }
}
