package dev.taizhang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.taizhang.support.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorsTest {

  private static final String[] WRITTEN = {
    "080901   | bachelor | 080901",
    "080901K  | bachelor | 080901",
    "080717T  | bachelor | 080717",
    "080910TK | bachelor | 080910",
    "080910KT | bachelor | 080910",
    "080717t  | bachelor | 080717",
    "510203   | bachelor | 510203",
    // the leading zero that a spreadsheet dropped
    "80901    | bachelor | 080901",
    "80717T   | bachelor | 080717",
    // graduate subjects
    "0812     | bachelor | 0812",
    "081203   | bachelor | 081203",
    "0812Z1   | bachelor | 0812Z1",
    "0812J2   | bachelor | 0812J2",
    "0812z1   | bachelor | 0812Z1",
    // a graduate subject that a spreadsheet stored as a number
    "854      | master | 0854",
    "101      | doctoral | 0101",
    "25400    | master | 025400",
    "854      | bachelor |",
    "510      | associate |",
    "854      | unknown |",
    // not the form of a code: it may be anything, also somebody's name or number
    "809      | bachelor |",
    "0809010  | bachelor |",
    "080901KKT | bachelor |",
    "K080901  | bachelor |",
    "软件工程 | bachelor |",
    "080901软件工程 | bachelor |",
    "无名氏   | bachelor |",
    "13900000000 | bachelor |",
    "99999920000101002X | bachelor |",
    "         | bachelor |",
  };

  private static final String[] CATALOGUES = {
    // code, degree level, cohort, enrolment, years | catalogue
    "080901 | bachelor  | 2022 | | | undergraduate",
    "010101 | bachelor  | 2022 | | | undergraduate",
    "140007 | bachelor  | 2025 | | | undergraduate",
    "080901 | master    | 2022 | | | graduate",
    "0812Z1 | master    | 2022 | | | graduate",
    "0812   | doctoral  | 2022 | | | graduate",
    "310203 | bachelor  | 2025 | | | vocational_bachelor",
    "210101 | bachelor  | 2025 | | | vocational_bachelor",
    "390501 | bachelor  | 2025 | | | vocational_bachelor",
    // 51 is agriculture in the catalogue of 2015 and electronics in that of 2021
    "510102 | associate | 2022 | | | vocational_2015",
    "510102 | associate | 2023 | | | vocational_2015",
    "510203 | associate | 2024 | | | vocational_2021",
    "590201 | associate | 2023 | | | vocational_2015",
    "590201 | associate | 2024 | | | vocational_2021",
    // the year of enrolment decides where it is known, or the length of the course tells it
    "510203 | associate | 2023 | 2021-09-01 | 2 | vocational_2021",
    "510203 | associate | 2024 | 2020-09-01 | | vocational_2015",
    "510203 | associate | 2025 | 2020-09-01 | 3 | vocational_2015",
    "510203 | associate | 2023 | | 2 | vocational_2021",
    "510203 | associate | 2024 | | 3 | vocational_2021",
    "510203 | associate | 2024 | | 2.5 | vocational_2021",
    "510203 | associate | 2023 | | 2.5 | vocational_2015",
    "510203 | associate | 2025 | | 5 | vocational_2015",
    // what cannot be right tells nothing
    "510203 | associate | 2023 | 2023-09-01 | | vocational_2015",
    "510203 | associate | 2024 | 2009-09-01 | | vocational_2021",
    "510203 | associate | 2024 | | 99 | vocational_2021",
    "410101 | associate | 2022 | 2019-09-01 | 3 | vocational_2021",
    "610205 | associate | 2025 | 2022-09-01 | 3 | vocational_2015",
    // 41 to 50 prove the new one, 60 to 69 the old one
    "410101 | associate | 2022 | | | vocational_2021",
    "500101 | associate | 2022 | | | vocational_2021",
    "600101 | associate | 2024 | | | vocational_2015",
    "610205 | associate | 2024 | | | vocational_2015",
    "690101 | associate | 2024 | | | vocational_2015",
    // code and degree level do not go together
    "510203 | bachelor  | 2022 | | | unknown",
    "080901 | associate | 2022 | | | unknown",
    "310203 | associate | 2025 | | | unknown",
    "510203 | master    | 2022 | | | unknown",
    "150101 | bachelor  | 2022 | | | unknown",
    "000001 | bachelor  | 2022 | | | unknown",
    "400101 | associate | 2022 | | | unknown",
    "700101 | associate | 2022 | | | unknown",
    "080901 | unknown   | 2022 | | | unknown",
    "       | bachelor  | 2022 | | | unknown",
  };

  @Test
  void codeIsWithoutMarksAndWithItsLeadingZero() {
    assertEquals(List.of(), Cases.mismatches(cells -> Majors.code(cells[0], cells[1]), WRITTEN));
  }

  @Test
  void catalogueFollowsFromCodeDegreeLevelAndEnrolment() {
    assertEquals(List.of(), Cases.mismatches(MajorsTest::catalogue, CATALOGUES));
  }

  @ParameterizedTest
  @CsvSource({
    "080901, true",
    "080901, false",
    ", false",
  })
  void nameIsKeptBesideACodeOrWhereThereAreNoCodes(String code, boolean codesPresent) {
    assertEquals("软件工程", Majors.name("软件工程", code, codesPresent));
  }

  @Test
  void nameBesideACodeThatCannotBeReadCouldBeSomebodysName() {
    assertNull(Majors.name("示例甲", null, true));
  }

  @Test
  void nameThatHoldsALongNumberIsHidden() {
    assertNull(Majors.name("软件13900000000", "080901", true));
  }

  private static String catalogue(String... cells) {
    return Majors.catalogue(
        cells[0],
        cells[1],
        Integer.valueOf(cells[2]),
        cells[3] == null ? null : LocalDate.parse(cells[3]),
        cells[4] == null ? null : new BigDecimal(cells[4]));
  }
}
