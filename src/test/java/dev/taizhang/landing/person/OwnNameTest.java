package dev.taizhang.landing.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNameTest {

  @ParameterizedTest
  @CsvSource({
    "示例甲, 示例甲, true",
    "示例甲商行, 示例甲, true",
    "示例甲, 示例甲(班长), true",
    "示例甲商行, 示例甲（班长）, true",
    "示例公司（示例甲）, 示例甲, true",
    "示 例 甲, 示例甲, true",
    "买买提•示例的店, 买买提·示例, true",
    "买买提・示例, 买买提·示例, true",
    "买买提．示例, 买买提·示例, true",
    "买买提.示例, 买买提·示例, true",
    "买买提。示例, 买买提·示例, true",
    "买买提‧示例, 买买提·示例, true",
    "买买提示例, 买买提·示例, true",
    "SHILI Studio, Shi Li, true",
    "示例甲, 示例, true",
    "中, 中, true",
    "中国示例集团, 中, false",
    "中, 张中, false",
    "示例科技有限公司, 示例甲, false",
    "ALI group, Li, false",
    "班长科技, 示例甲(班长), false",
    "'', 示例甲, false",
    "示例科技, '', false",
    "示例科技, ·, false",
    "-, 示例甲, false",
  })
  void cellHoldsTheNameOfItsRow(String cell, String name, boolean own) {
    assertEquals(own, OwnName.isIn(cell, name));
  }
}
