package dev.taizhang.conform;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MajorsTest {

  private static final String[] WRITTEN = {
    "080901   | 080901",
    "080901K  | 080901",
    "080717T  | 080717",
    "080910TK | 080910",
    "080910KT | 080910",
    "080717t  | 080717",
    "510203   | 510203",
    // the leading zero that a spreadsheet dropped
    "80901    | 080901",
    "80717T   | 080717",
    // graduate subjects
    "0812     | 0812",
    "081203   | 081203",
    "0812Z1   | 0812Z1",
    "0812J2   | 0812J2",
    "0812z1   | 0812Z1",
    // not the form of a code: it may be anything, also somebody's name or number
    "809      |",
    "0809010  |",
    "080901KKT |",
    "K080901  |",
    "软件工程 |",
    "080901软件工程 |",
    "无名氏   |",
    "13900000000 |",
    "99999920000101002X |",
    "         |",
  };

  private static final String[] CATALOGUES = {
    // code, degree level, cohort | catalogue
    "080901 | bachelor  | 2022 | undergraduate",
    "010101 | bachelor  | 2022 | undergraduate",
    "140007 | bachelor  | 2025 | undergraduate",
    "080901 | master    | 2022 | graduate",
    "0812Z1 | master    | 2022 | graduate",
    "0812   | doctoral  | 2022 | graduate",
    "310203 | bachelor  | 2025 | vocational_bachelor",
    "210101 | bachelor  | 2025 | vocational_bachelor",
    "390501 | bachelor  | 2025 | vocational_bachelor",
    // 51 is agriculture in the catalogue of 2015 and electronics in that of 2021
    "510102 | associate | 2022 | vocational_2015",
    "510102 | associate | 2023 | vocational_2015",
    "510203 | associate | 2024 | vocational_2021",
    "590201 | associate | 2023 | vocational_2015",
    "590201 | associate | 2024 | vocational_2021",
    // 41 to 50 prove the new one, 60 to 69 the old one
    "410101 | associate | 2022 | vocational_2021",
    "500101 | associate | 2022 | vocational_2021",
    "600101 | associate | 2024 | vocational_2015",
    "610205 | associate | 2024 | vocational_2015",
    "690101 | associate | 2024 | vocational_2015",
    // code and degree level do not go together
    "510203 | bachelor  | 2022 | unknown",
    "080901 | associate | 2022 | unknown",
    "310203 | associate | 2025 | unknown",
    "510203 | master    | 2022 | unknown",
    "150101 | bachelor  | 2022 | unknown",
    "000001 | bachelor  | 2022 | unknown",
    "400101 | associate | 2022 | unknown",
    "700101 | associate | 2022 | unknown",
    "080901 | unknown   | 2022 | unknown",
    "       | bachelor  | 2022 | unknown",
  };

  @Test
  void codeIsWithoutMarksAndWithItsLeadingZero() {
    assertEquals(
        List.of(), Evaluation.mismatches(Majors.code(col("cell")), List.of("cell"), WRITTEN));
  }

  @Test
  void catalogueFollowsFromCodeDegreeLevelAndCohort() {
    assertEquals(
        List.of(),
        Evaluation.mismatches(
            Majors.catalogue(col("code"), col("level"), col("year").cast("int")),
            List.of("code", "level", "year"),
            CATALOGUES));
  }
}
