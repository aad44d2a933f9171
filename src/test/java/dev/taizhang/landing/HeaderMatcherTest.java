package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.reference.ColumnAlias;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.LedgerColumn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderMatcherTest {

  private static final HeaderMatcher MATCHER =
      new HeaderMatcher(
          ReferenceData.load(Optional.empty()).columnAliases().of("ledger", "90001"),
          Requirement.of(Feed.LEDGER));

  @ParameterizedTest
  @ValueSource(
      strings = {"学号", "学号(*)", "学号（*）", "【学号】", " 学　号 ", "\uFEFF学号", "xh", "XH", "ＸＨ", "学生学号："})
  void headerIsKnownHoweverItIsDressed(String header) {
    assertEquals(Map.of(0, LedgerColumn.STUDENT_NUMBER), MATCHER.columns(List.of(header)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "学号（必填）",
        "学号【必填项】",
        "学号[不可重复]",
        "1.学号",
        "1、学号",
        "１．学号",
        "(1)学号",
        "①学号",
        "一、学号",
        "12、学号（必填）*",
        "学号。"
      })
  void adviceAndNumberingAroundAHeaderAreLeftOut(String header) {
    assertEquals(Map.of(0, LedgerColumn.STUDENT_NUMBER), MATCHER.columns(List.of(header)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"高中学号", "学号备注", "1学号", "学号2", "（学号）说明", "必填（学号）"})
  void headerIsNeverKnownByAPartOfIt(String header) {
    assertEquals(Map.of(), MATCHER.columns(List.of(header)));
  }

  @Test
  void bracketsThatMakeAnotherColumnAreReadFirst() {
    assertEquals(Map.of(0, LedgerColumn.OUTCOME_CODE), MATCHER.columns(List.of("毕业去向（代码）")));
    assertEquals(Map.of(0, LedgerColumn.OUTCOME), MATCHER.columns(List.of("毕业去向【下拉】")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "身份证号(监护人)",
        "身份证号（父亲）",
        "身份证号【母】",
        "身份证号[父/母]",
        "身份证号（法定监护人）*",
        "【学生家长】身份证号",
        "身份证号(监护人,必填,非空)",
        "3、姓名（联系人）",
        "姓名(家长1)",
        "手机号码（紧急联系人）",
        "手机号码（填父母的）",
        "学历（父亲）",
        "监护人身份证号",
        "身份证号-父亲",
        "母亲姓名"
      })
  void columnOfAnotherPersonIsNotTheGraduates(String header) {
    assertEquals(Map.of(), MATCHER.columns(List.of(header)));
  }

  @ParameterizedTest
  @CsvSource({
    "手机号码(本人),             PHONE",
    "手机号码（本人，勿填家长）, PHONE",
    "手机号码(非监护人),         PHONE",
    "姓名(学生),                 NAME",
    "身份证号(18位),             ID_NUMBER",
    "困难生类别（父母残疾等）,   HARDSHIP",
    "困难生类别(烈士子女),       HARDSHIP",
    "生源地(家庭所在地),         ORIGIN_REGION"
  })
  void mentionOfOthersTakesNoColumnFromTheGraduate(String header, LedgerColumn column) {
    assertEquals(Map.of(0, column), MATCHER.columns(List.of(header)));
  }

  @Test
  void plainHeaderWinsOverOneWithBrackets() {
    assertEquals(Map.of(1, LedgerColumn.ID_NUMBER), MATCHER.columns(List.of("身份证号（父亲）", "身份证号")));
    assertEquals(
        Map.of(0, LedgerColumn.GRADUATION_DATE, 1, LedgerColumn.GRADUATION_DATE),
        MATCHER.columns(List.of("毕业时间（必填）", "2.毕业日期", "预计毕业日期")));
  }

  @Test
  void columnsAreFoundByTheirPlace() {
    assertEquals(
        Map.of(
            1, LedgerColumn.STUDENT_NUMBER,
            2, LedgerColumn.NAME,
            4, LedgerColumn.GRADUATION_YEAR,
            5, LedgerColumn.OUTCOME_CODE),
        MATCHER.columns(List.of("序号", "学号", "姓名", "备注二", "届别", "毕业去向代码")));
  }

  @Test
  void secondaryHeaderCountsOnlyWhereTheMainOneIsAbsent() {
    assertEquals(Map.of(1, LedgerColumn.OUTCOME), MATCHER.columns(List.of("毕业去向类别", "毕业去向")));
    assertEquals(Map.of(0, LedgerColumn.OUTCOME), MATCHER.columns(List.of("毕业去向类别", "学历方向")));
  }

  @Test
  void twoHeadersOfOneColumnAreBothRead() {
    assertEquals(
        Map.of(0, LedgerColumn.OUTCOME_CODE, 1, LedgerColumn.OUTCOME_CODE),
        MATCHER.columns(List.of("毕业去向代码", "毕业去向代码")));
  }

  @Test
  void twoKnownHeadersMakeAHeaderRow() {
    assertTrue(MATCHER.isHeader(List.of("学号", "毕业去向")));
    assertFalse(MATCHER.isHeader(List.of("学号", "某某学院毕业生就业台账")));
    assertFalse(MATCHER.isHeader(List.of("2022届毕业生就业台账", "", "")));
  }

  @Test
  void identityCohortAndOutcomeAreEnough() {
    for (List<LedgerColumn> enough :
        List.of(
            List.of(
                LedgerColumn.STUDENT_NUMBER,
                LedgerColumn.GRADUATION_YEAR,
                LedgerColumn.OUTCOME_CODE),
            List.of(LedgerColumn.ID_NUMBER, LedgerColumn.GRADUATION_DATE, LedgerColumn.OUTCOME))) {
      assertEquals(Optional.empty(), MATCHER.missing(List.of(), enough));
    }
  }

  @Test
  void otherFeedsNeedOtherColumns() {
    Map<String, ColumnAlias> aliases =
        ReferenceData.load(Optional.empty()).columnAliases().of("ledger", "90001");
    HeaderMatcher followUp = new HeaderMatcher(aliases, Requirement.of(Feed.FOLLOW_UP));
    HeaderMatcher assistance = new HeaderMatcher(aliases, Requirement.of(Feed.ASSISTANCE));

    assertEquals(
        Optional.empty(),
        followUp.missing(List.of(), List.of(LedgerColumn.ID_NUMBER, LedgerColumn.UNPLACED_REASON)));
    assertTrue(
        followUp
            .missing(List.of(), List.of(LedgerColumn.NAME))
            .orElseThrow()
            .reason()
            .contains("缺少必需的列：学号/身份证号、毕业去向/未就业原因/就业意愿/单位名称。"));
    assertEquals(
        Optional.empty(),
        assistance.missing(List.of(), List.of(LedgerColumn.STUDENT_NUMBER, LedgerColumn.MEASURE)));
  }

  @Test
  void allMissingColumnsAreNamedTogether() {
    String reason = reason(List.of("姓名"), List.of(LedgerColumn.NAME));

    assertTrue(reason.contains("缺少必需的列：学号/身份证号、毕业年份/毕业时间、毕业去向(代码)。"), reason);
    assertTrue(reason.contains("未识别的表头：(无)。"), reason);
  }

  @Test
  void unknownHeadersAreNamedWithTheMissingColumn() {
    String reason =
        reason(
            List.of("学号", "届别", "去向情况", "备注栏", ""),
            List.of(LedgerColumn.STUDENT_NUMBER, LedgerColumn.GRADUATION_YEAR));

    assertTrue(reason.contains("缺少必需的列：毕业去向(代码)。"), reason);
    assertTrue(reason.contains("未识别的表头：去向情况、备注栏。"), reason);
    assertTrue(reason.contains("Unrecognised headers: 去向情况、备注栏."), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"99999920000101001X", "13900000000", "2022届毕业生", "这一格写了一整句话而且超过二十个字所以不是表头"})
  void whateverCouldBeAPersonsIsNotRepeated(String header) {
    String reason = reason(List.of("学号", header), List.of(LedgerColumn.STUDENT_NUMBER));

    assertFalse(reason.contains(header), reason);
  }

  private static String reason(List<String> header, Collection<LedgerColumn> present) {
    Rejection rejection = MATCHER.missing(header, present).orElseThrow();
    assertEquals("missing_column", rejection.code());
    return rejection.reason();
  }
}
