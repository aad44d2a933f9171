package dev.taizhang.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an analyst's folder adds to the shipped lists, and what in it is refused. */
class ReferenceLoaderTest extends AnalystsFolder {

  private static final ReferenceData SHIPPED = ReferenceData.load(Optional.empty());

  @Test
  void onlyTheAnalystsFolderHasUniversities() throws IOException {
    write("universities.csv", "code,name,province_code,prefecture_code\n10001,某大学,510000,510100\n");

    assertEquals(List.of(), SHIPPED.universities());
    assertEquals(
        List.of(new University("10001", "某大学", "510000", "510100")), loaded().universities());
  }

  @Test
  void additionsJoinTheShippedLists() throws IOException {
    write("code_aliases.csv", "list,text,code\noutcome,去当老师 了,10\n");
    write("column_aliases.csv", "feed,column,header\nledger,student_number,校内编号（*）\n");

    ReferenceData reference = loaded();

    assertEquals(Optional.of("10"), ReferenceDataTest.codeOf(reference, "outcome", "去当老师了"));
    assertEquals(
        new ColumnAlias("student_number", "", 2),
        reference.columnAliases().of("ledger", "90001").get("校内编号"));
    assertEquals(Optional.of("80"), ReferenceDataTest.codeOf(reference, "outcome", "升学"));
  }

  @Test
  void additionsWinOverTheShippedLists() throws IOException {
    write("code_aliases.csv", "list,text,code\noutcome,拟创业,72\n");
    write("code_lists.csv", "list,code,name\noutcome,70,尚未就业\n");
    write("column_aliases.csv", "feed,column,header\nledger,ignored,届别\n");

    ReferenceData reference = loaded();

    assertEquals(Optional.of("70"), ReferenceDataTest.codeOf(SHIPPED, "outcome", "拟创业"));
    assertEquals(Optional.of("72"), ReferenceDataTest.codeOf(reference, "outcome", "拟创业"));
    assertEquals(Optional.of("尚未就业"), reference.codeName("outcome", "70"));
    assertEquals("ignored", reference.columnAliases().of("ledger", "90001").get("届别").column());
  }

  @Test
  void headerMayBeMarkedAsSecondary() throws IOException {
    write(
        "column_aliases.csv",
        "feed,column,header,note\nledger,outcome,最终去向,secondary: beside 毕业去向\n");

    assertEquals(
        new ColumnAlias("outcome", "secondary: beside 毕业去向", 2),
        loaded().columnAliases().of("ledger", "90001").get("最终去向"));
  }

  @Test
  void aliasOfOneUniversityWinsInItsFiles() throws IOException {
    write(
        "column_aliases.csv",
        """
        feed,column,header,note,university_code
        ledger,outcome,去向,,
        ledger,ignored,去向,,10001
        follow_up,outcome,跟踪去向,,510100
        """);

    ColumnAliases aliases = loaded().columnAliases();

    assertEquals("ignored", aliases.of("ledger", "10001").get("去向").column());
    assertEquals("outcome", aliases.of("ledger", "10002").get("去向").column());
    assertEquals("student_number", aliases.of("ledger", "10001").get("学号").column());
    assertEquals("outcome", aliases.of("follow_up", "510100").get("跟踪去向").column());
    assertFalse(aliases.of("follow_up", "510200").containsKey("跟踪去向"));
    // What a header means in ledgers it means in other feeds too.
    assertEquals("student_number", aliases.of("follow_up", "510200").get("学号").column());
  }

  @ParameterizedTest
  @CsvSource({
    "ledgers, outcome, '', '', 'There is no feed ''ledgers''; use ledger, follow_up or assistance.'",
    "ledger, outcome, '', 1001, 'A submitter''s code has five or six digits, not ''1001''.'",
    "ledger, outcome, blank_is_none, '', 'blank_is_none is for hardship and hardship_code, not for"
        + " ''outcome''.'",
  })
  void badAliasIsSaidWithFileAndLine(
      String feed, String column, String note, String code, String reason) throws IOException {
    Path file =
        write(
            "column_aliases.csv",
            "feed,column,header,note,university_code\n"
                + String.join(",", feed, column, "去向", note, code)
                + "\n");

    assertEquals(file + ", line 2: " + reason + " What to do: correct the line.", errorMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "warn, row, ledger, 'There is no ''warn''; use quarantine or flag.'",
    "flag, column, ledger, 'There is no ''column''; use row or file.'",
    "quarantine, file, ledger, 'Rule r is about all rows of a file together, so it cannot quarantine"
        + " one.'",
    "flag, row, ledgers, 'Rule r is about ''ledgers''; feeds are ledger, follow_up and assistance,"
        + " joined by |.'"
  })
  void badRuleIsSaidWithFileAndLine(String severity, String scope, String feed, String reason)
      throws IOException {
    Path file =
        write(
            "expectations.csv",
            "id,feed,severity,scope,column,expression,message_zh,message_en,source\n"
                + String.join(",", "r", feed, severity, scope, "", "true", "有误。", "Wrong.", "")
                + "\n");

    assertEquals(file + ", line 2: " + reason + " What to do: correct the line.", errorMessage());
  }

  @Test
  void fileOfASpreadsheetMayBeginWithAByteOrderMark() throws IOException {
    write("code_aliases.csv", "\uFEFFlist,text,code\noutcome,去当老师了,10\n");

    assertEquals(Optional.of("10"), ReferenceDataTest.codeOf(loaded(), "outcome", "去当老师了"));
  }

  @Test
  void fingerprintChangesWithTheAdditions() throws IOException {
    String shipped = SHIPPED.fingerprint();
    String emptyFolder = loaded().fingerprint();
    write("code_aliases.csv", "list,text,code\noutcome,去当老师了,10\n");

    assertTrue(shipped.matches("[0-9a-f]{64}"), shipped);
    assertEquals(shipped, emptyFolder);
    assertNotEquals(shipped, loaded().fingerprint());
    assertEquals(loaded().fingerprint(), loaded().fingerprint());
  }

  @Test
  void missingFolderIsSaidWithWhatToDo() {
    Path missing = additions.resolve("missing");

    InvalidUsage error =
        assertThrows(InvalidUsage.class, () -> ReferenceData.load(Optional.of(missing.toString())));

    assertEquals(
        "There is no reference folder "
            + missing
            + ". What to do: check --reference, or leave it out.",
        error.getMessage());
    assertEquals(2, error.exitCode());
  }

  @Test
  void missingColumnIsSaidWithWhatWasFound() throws IOException {
    Path file = write("universities.csv", "代码,name,province_code\n10001,某大学,510000\n");

    assertEquals(
        file
            + " lacks the columns [code, prefecture_code]; it has [代码, name,"
            + " province_code]. What to do: add them, and save the file in UTF-8.",
        errorMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 510000, 510100, 'A university''s code has five digits, not ''1001''.'",
    "10001, 510100, 510100, 'A province is written xx0000 and a prefecture xxxx00, not ''510100''"
        + " and ''510100''.'",
    "10001, 510000, 510104, 'A province is written xx0000 and a prefecture xxxx00, not ''510000''"
        + " and ''510104''.'",
  })
  void badRowIsSaidWithFileAndLine(String code, String province, String prefecture, String reason)
      throws IOException {
    Path file =
        write(
            "universities.csv",
            "code,name,province_code,prefecture_code\n10002,好大学,510000,510100\n"
                + String.join(",", code, "某大学", province, prefecture)
                + "\n");

    assertEquals(file + ", line 3: " + reason + " What to do: correct the line.", errorMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "divisions.csv, 'code,name', '51,四川省'",
    "divisions_history.csv, 'code,name,last_revision,present_code', '51,四川,201607,'",
    "divisions_history.csv, 'code,name,last_revision,present_code', '519999,某县,201607,5101'",
    "divisions_history.csv, 'code,name,last_revision,present_code', '519999,某县,2016,510100'",
    "disciplines.csv, 'catalogue,code,name', 'academic,1,哲学'",
    "major_classes.csv, 'catalogue,code,name', 'academic,010,哲学类'",
    "hardship_tags.csv, 'tag,name_zh,implies,composite_of', '低保,低保家庭,,'",
    "key_groups.csv, 'tag,from_year,to_year', 'disabled,2025,2024'",
    "key_groups.csv, 'tag,from_year,to_year', 'disabled,今年,'",
  })
  void badRowOfAnyListIsRefusedAsWrongUsage(String name, String header, String row)
      throws IOException {
    Path file = write(name, header + "\n" + row + "\n");

    assertTrue(errorMessage().startsWith(file.toString()), errorMessage());
  }

  @Test
  void expectedGraduatesAreReadPerUniversityYearAndLevel() throws IOException {
    write(
        "expected_graduates.csv",
        """
        code,graduation_year,degree_level,graduates
        10001,2025,all,4000
        10001,2025,bachelor,3500
        10002,2026,associate,0
        """);

    assertEquals(List.of(), SHIPPED.expectedGraduates());
    assertEquals(
        List.of(
            new ExpectedGraduates("10001", 2025, "all", 4000),
            new ExpectedGraduates("10001", 2025, "bachelor", 3500),
            new ExpectedGraduates("10002", 2026, "associate", 0)),
        loaded().expectedGraduates());
  }

  @ParameterizedTest
  @CsvSource({
    "'1001,2025,all,40', 'A university''s code has five digits, not ''1001''.'",
    "'10001,25,all,40', 'A graduation year is a number such as 2025, not ''25''.'",
    "'10001,2025,本科,40', 'A degree level is all, doctoral, master, bachelor or associate, not"
        + " ''本科''.'",
    "'10001,2025,all,-1', 'The number of graduates is 0 or more, not -1.'",
    "'10001,2025,all,约40', 'The column graduates must hold a whole number, not ''约40''.'",
    "'10001,2025届,all,40', 'The column graduation_year must hold a whole number, not ''2025届''.'",
  })
  void badNumberOfExpectedGraduatesIsSaidWithFileAndLine(String row, String reason)
      throws IOException {
    Path file =
        write(
            "expected_graduates.csv",
            "code,graduation_year,degree_level,graduates\n10001,2024,all,40\n" + row + "\n");

    assertEquals(file + ", line 3: " + reason + " What to do: correct the line.", errorMessage());
  }

  @Test
  void cohortWithTwoNumbersOfExpectedGraduatesIsRefused() throws IOException {
    write(
        "expected_graduates.csv",
        "code,graduation_year,degree_level,graduates\n10001,2025,all,40\n10001,2025,all,41\n");

    assertEquals(
        additions.resolve("expected_graduates.csv")
            + ", line 3: '10001, 2025, all' is also in line 2, with other values. What to do: delete"
            + " one of the lines.",
        errorMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "universities.csv, 'code,name,province_code,prefecture_code', '10001,某大学,510000,510100',"
        + " '10001,某大学,510000,510700', 10001",
    "code_lists.csv, 'list,code,name', 'outcome,70,尚未就业', 'outcome,70,还未就业', outcome/70",
    "code_aliases.csv, 'list,text,code', 'outcome,去当 老师,10', 'outcome,去当老师,11'," + " outcome/去当老师",
    "column_aliases.csv, 'feed,column,header', 'ledger,outcome,最后去向', 'ledger,ignored,最后去向(*)',"
        + " ledger 最后去向",
    "divisions.csv, 'code,name', '519999,某县', '519999,某区', 519999",
    "divisions_history.csv, 'code,name,last_revision,present_code', '519998,某县,201607,510104',"
        + " '519998,某县,201607,510105', 519998 某县",
    "disciplines.csv, 'catalogue,code,name', 'academic,15,某学', 'academic,15,别学', academic/15",
    "major_classes.csv, 'catalogue,code,name', 'undergraduate,0899,某类', 'undergraduate,0899,别类',"
        + " undergraduate/0899",
    "hardship_tags.csv, 'tag,name_zh,implies,composite_of', 'flood,受灾,,',"
        + " 'flood,受灾,economic_difficulty,', flood",
    "key_groups.csv, 'tag,from_year,to_year', 'orphan,2025,', 'orphan,2025,2026', orphan 2025",
    "service_standards.csv,"
        + " 'standard,province_code,from_year,to_year,service,measures,least',"
        + " '1151,510000,2024,,posts,job_recommendation,5',"
        + " '1151,510000,2024,,posts,job_recommendation,3', 510000 2024 1151 posts",
    "publication_plans.csv, 'plan,table,level,groups,dates',"
        + " 'mine,placement_rates,province,all,official',"
        + " 'mine,placement_rates,province,all,weekly', mine placement_rates province all",
    "publication_policies.csv, 'policy,title_zh,title_en,rounding,minimum_count,minimum_denominator,"
        + "rates_from,departures_zh,departures_en',"
        + " 'mine,,,none,5,23,exact,,', 'mine,,,none,6,23,exact,,', mine",
    "outcome_lists.csv, 'template,to_year,column,text,code', 'x,2014,outcome_code,02,80',"
        + " 'x,2014,outcome_code,02,70', x 2014 outcome_code 02",
    "expectations.csv, 'id,feed,severity,scope,column,expression,message_zh,message_en,source',"
        + " 'r,ledger,flag,row,,true,有误。,Wrong.,', 'r,ledger,flag,row,,false,有误。,Wrong.,', r",
  })
  void lineThatContradictsOneBeforeItIsTold(
      String name, String header, String first, String second, String subject) throws IOException {
    Path file = write(name, header + "\n" + first + "\n" + second + "\n");
    assertEquals(
        List.of(
            file
                + ", line 3: '"
                + subject
                + "' is also in line 2, with other values; the last line counts. What to do: delete"
                + " one of them."),
        loaded().doubled());

    write(name, header + "\n" + first + "\n" + first + "\n");
    assertEquals(List.of(), loaded().doubled(), "the same line twice");
    write(name, header + "\n" + second + "\n");
    assertEquals(List.of(), loaded().doubled(), "what the advice leaves");
  }

  @Test
  void ofSeveralLinesAboutOneThingTheLastCounts() throws IOException {
    write(
        "universities.csv",
        """
        code,name,province_code,prefecture_code
        10001,某大学,510000,510100
        10002,好大学,510000,510100
        10001,某大学,510000,510700
        """);
    write("major_classes.csv", "catalogue,code,name\nundergraduate,0809,计算机\n");
    write("disciplines.csv", "catalogue,code,name\nacademic,08,工科\n");
    write("hardship_tags.csv", "tag,name_zh,implies,composite_of\norphan,孤儿生,,\n");
    write("key_groups.csv", "tag,from_year,to_year\ndisabled,2025,2026\n");

    ReferenceData reference = loaded();

    assertEquals(
        List.of(
            new University("10001", "某大学", "510000", "510700"),
            new University("10002", "好大学", "510000", "510100")),
        reference.universities());
    assertEquals(SHIPPED.classes().size(), reference.classes().size());
    assertTrue(reference.classes().contains(new FieldOfStudy("undergraduate", "0809", "计算机")));
    assertEquals(SHIPPED.disciplines().size(), reference.disciplines().size());
    assertEquals(SHIPPED.hardshipTags().size(), reference.hardshipTags().size());
    assertEquals(SHIPPED.keyGroups().size(), reference.keyGroups().size());
    assertTrue(reference.keyGroups().contains(new KeyGroup("disabled", 2025, 2026)));
  }

  @Test
  void noShippedLineContradictsAnother() {
    assertEquals(List.of(), SHIPPED.doubled());
  }

  @Test
  void olderNameOfACodeGoesOnToStandForIt() throws IOException {
    write("code_lists.csv", "list,code,name\noutcome,70,尚未就业\n");

    assertEquals(Optional.of("70"), ReferenceDataTest.codeOf(loaded(), "outcome", "待就业"));
    assertEquals(Optional.of("70"), ReferenceDataTest.codeOf(loaded(), "outcome", "尚未就业"));
  }

  @Test
  void formerDivisionThatBecameNoKnownOneIsRefused() throws IOException {
    write(
        "divisions_history.csv", "code,name,last_revision,present_code\n341499,某县,201010,340199\n");

    assertEquals(
        "divisions_history.csv: '某县' became 340199, which is not a division. What to do:"
            + " correct it, or add it to divisions.csv.",
        errorMessage());
  }
}
