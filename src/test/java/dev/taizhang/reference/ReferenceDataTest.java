package dev.taizhang.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.LedgerColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceDataTest {

  private static final ReferenceData SHIPPED = ReferenceData.load(Optional.empty());
  private static final String TAGS = "hardship_tag";

  @TempDir Path additions;

  @Test
  void everyAliasStandsForACodeOfItsList() {
    Map<String, Set<String>> codes =
        SHIPPED.codeNames().keySet().stream()
            .map(key -> key.split("/", 2))
            .collect(groupingBy(key -> key[0], mapping(key -> key[1], toSet())));
    Set<String> tags = new HashSet<>(tags());
    tags.add("none");
    codes.put(TAGS, tags);

    List<CodeText> astray =
        SHIPPED.codeTexts().stream()
            .filter(text -> !codes.getOrDefault(text.list(), Set.of()).contains(text.code()))
            .toList();

    assertEquals(List.of(), astray);
  }

  @ParameterizedTest
  @CsvSource({"national_74, 74", "national_50, 50"})
  void everyHeaderOfATemplateIsKnown(String id, int columns) {
    Template template =
        SHIPPED.templates().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    Set<String> known = SHIPPED.columnAliases().of("ledger", "90001").keySet();

    assertEquals(columns, template.columns().size());
    assertEquals(
        List.of(),
        template.columns().stream()
            .flatMap(column -> Stream.of(column.header(), column.pinyin()))
            .map(NormalForm::header)
            .filter(header -> !known.contains(header))
            .toList());
  }

  @Test
  void everyHeaderOfTheNationalExportAndEveryAliasMetIsKnown() throws IOException {
    Set<String> known = SHIPPED.columnAliases().of("ledger", "90001").keySet();
    List<String> unknown;
    try (InputStream headers = getClass().getResourceAsStream("/headers/ledger.txt")) {
      unknown =
          new String(headers.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
              .filter(header -> !known.contains(NormalForm.header(header)))
              .toList();
    }

    assertEquals(List.of(), unknown);
  }

  @ParameterizedTest
  @EnumSource
  void everyOutcomeIsInTheCodeList(Outcome outcome) {
    assertTrue(SHIPPED.codeName("outcome", outcome.code()).isPresent());
  }

  @Test
  void everyOutcomeOfTheCodeListIsCounted() {
    Set<String> counted =
        Arrays.stream(Outcome.values())
            .map(outcome -> "outcome/" + outcome.code())
            .collect(toSet());

    assertEquals(
        counted,
        SHIPPED.codeNames().keySet().stream()
            .filter(key -> key.startsWith("outcome/"))
            .collect(toSet()));
  }

  @Test
  void everyHeaderStandsForAColumnThatIsReadOrLeftOut() {
    Set<String> leftOut = Set.of("ignored", "university_name");

    List<String> astray =
        SHIPPED.columnAliases().of("ledger", "90001").values().stream()
            .map(ColumnAlias::column)
            .filter(column -> LedgerColumn.of(column).isEmpty() && !leftOut.contains(column))
            .toList();

    assertEquals(List.of(), astray);
  }

  @ParameterizedTest
  @EnumSource
  void everyColumnThatIsReadHasAHeader(LedgerColumn column) {
    assertTrue(SHIPPED.columnAliases().all().anyMatch(alias -> alias.column().equals(column.id())));
  }

  @Test
  void keyGroupsAndCompositeTagsAreMadeOfKnownTags() {
    List<String> named =
        Stream.of(
                SHIPPED.keyGroups().stream().map(KeyGroup::tag),
                SHIPPED.hardshipTags().stream().flatMap(tag -> tag.composedOf().stream()),
                SHIPPED.hardshipTags().stream()
                    .map(HardshipTag::implied)
                    .filter(implied -> !implied.isEmpty()))
            .flatMap(tags -> tags)
            .filter(tag -> !tags().contains(tag))
            .toList();

    assertEquals(List.of(), named);
  }

  @Test
  void everyDivisionLiesInAKnownProvince() {
    Set<String> codes = SHIPPED.divisions().stream().map(Division::code).collect(toSet());

    assertEquals(
        List.of(),
        SHIPPED.divisions().stream()
            .filter(division -> !codes.contains(division.code().substring(0, 2) + "0000"))
            .toList());
  }

  @Test
  void everyFormerCodeIsNoLongerInForceOrHasAnotherNameNow() {
    Map<String, String> present =
        SHIPPED.divisions().stream().collect(toMap(Division::code, Division::name));
    List<FormerDivision> renamed =
        SHIPPED.formerDivisions().stream()
            .filter(former -> present.containsKey(former.code()))
            .toList();

    assertEquals(51, renamed.size());
    assertEquals(797, SHIPPED.formerDivisions().size() - renamed.size());
    assertEquals(
        List.of(),
        renamed.stream()
            .filter(
                former ->
                    !former.presentCode().equals(former.code())
                        || present.get(former.code()).equals(former.name()))
            .toList());
  }

  @Test
  void everyFormerCodeStandsOnceInTheHistory() {
    List<String> codes = SHIPPED.formerDivisions().stream().map(FormerDivision::code).toList();

    assertEquals(codes.stream().sorted().distinct().toList(), codes);
  }

  @Test
  void everyFormerDivisionBecameADivisionOfItsProvince() {
    Set<String> present = SHIPPED.divisions().stream().map(Division::code).collect(toSet());

    assertEquals(
        List.of("139000"),
        SHIPPED.formerDivisions().stream()
            .filter(
                former ->
                    !present.contains(former.presentCode())
                        || !former.presentCode().startsWith(former.code().substring(0, 2)))
            .map(FormerDivision::code)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    // a prefecture that was divided counts where its seat is
    "341400, 巢湖市, 201010, 340100",
    "341402, 居巢区, 201010, 340181",
    "341422, 无为县, 201010, 340281",
    "371200, 莱芜市, 201607, 370100",
    "371202, 莱城区, 201607, 370116",
    "371203, 钢城区, 201607, 370117",
    "110103, 崇文区, 200912, 110101",
    "110104, 宣武区, 200912, 110102",
    "110200, 北京市辖县, 201509, 110100",
    "310108, 闸北区, 201509, 310106",
    "120107, 塘沽区, 200812, 120116",
    // names that other divisions of the province have
    "140203, 矿区, 201607, 140214",
    "140411, 郊区, 201607, 140403",
    // a county that was divided counts in its prefecture
    "130421, 邯郸县, 201607, 130400",
    "140211, 南郊区, 201607, 140200",
    // the group of a city's districts
    "130101, 市辖区, 201607, 130100",
    "532700, 思茅地区, 200306, 530800",
    "469003, 儋州市, 201509, 460400",
    "210282, 普兰店市, 201509, 210214",
    // only the name has changed
    "420600, 襄樊市, 201010, 420600",
    "530800, 思茅市, 200612, 530800",
  })
  void formerDivisionBecameAnother(
      String code, String name, String lastRevision, String presentCode) {
    assertEquals(
        Optional.of(new FormerDivision(code, name, lastRevision, presentCode)),
        SHIPPED.formerDivisions().stream()
            .filter(former -> former.code().equals(code))
            .findFirst());
  }

  @Test
  void formerDivisionThatBecameNoKnownOneIsRefused() throws IOException {
    write(
        "divisions_history.csv", "code,name,last_revision,present_code\n341499,某县,201010,340199\n");

    assertEquals(
        "divisions_history.csv: '某县' became 340199, which is no division. What to do: correct it,"
            + " or add it to divisions.csv.",
        errorMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "undergraduate, 93",
    "vocational_bachelor, 97",
    "vocational_2015, 99",
    "vocational_2021, 97",
    "graduate, 233",
  })
  void catalogueHasItsClasses(String catalogue, int classes) {
    assertEquals(classes, classesOf(catalogue).size());
  }

  @Test
  void everyClassLiesInADiscipline() {
    Map<String, Integer> shifts =
        Map.of("vocational_bachelor", 20, "vocational_2015", -10, "vocational_2021", 0);
    Set<String> disciplines =
        SHIPPED.disciplines().stream()
            .map(discipline -> discipline.catalogue() + "/" + discipline.code())
            .collect(toSet());

    assertEquals(14 + 19, disciplines.size());
    assertEquals(
        List.of(),
        SHIPPED.classes().stream()
            .filter(
                field -> {
                  String prefix = field.code().substring(0, 2);
                  Integer shift = shifts.get(field.catalogue());
                  String discipline =
                      shift == null
                          ? "academic/" + prefix
                          : "vocational/" + (Integer.parseInt(prefix) + shift);
                  return !disciplines.contains(discipline);
                })
            .toList());
  }

  @Test
  void vocationalBachelorsHaveTheClassesOf2021UnderCodesTwentyLower() {
    Map<String, String> expected =
        classesOf("vocational_2021").entrySet().stream()
            .collect(
                toMap(
                    field -> Integer.toString(Integer.parseInt(field.getKey()) - 2000),
                    Map.Entry::getValue));

    assertEquals(expected, classesOf("vocational_bachelor"));
  }

  @ParameterizedTest
  @CsvSource({
    "undergraduate, 0809, 计算机类",
    "undergraduate, 0832, 交叉工程类",
    "vocational_2015, 6102, 计算机类",
    "vocational_2021, 5102, 计算机类",
    "vocational_bachelor, 3102, 计算机类",
    "graduate, 0809, 电子科学与技术",
    "graduate, 1203, 农林经济管理",
  })
  void classHasItsName(String catalogue, String code, String name) {
    assertEquals(name, classesOf(catalogue).get(code));
  }

  @ParameterizedTest
  @CsvSource({
    "outcome, 10, 10",
    "outcome, 升学, 80",
    "outcome, 不就业拟升学, 71",
    "outcome, 拟出国出境, 72",
    "outcome, 境外留学, 85",
    "outcome, 签劳动合同形势就业, 11",
    "outcome, 科研助理、管理助理, 27",
    "degree, 31, 31",
    "degree, 本科, 31",
    "hardship_tag, 残疾人子女, child_of_disabled",
    "hardship_tag, 残疾学生, disabled",
  })
  void textStandsForACode(String list, String text, String code) {
    assertEquals(Optional.of(code), codeOf(SHIPPED, list, text));
  }

  @Test
  void ambiguousOutcomeStandsForNone() {
    assertEquals(Optional.empty(), codeOf(SHIPPED, "outcome", "国家/地方基层项目"));
  }

  @Test
  void codeHasItsName() {
    assertEquals(Optional.of("待就业"), SHIPPED.codeName("outcome", "70"));
    assertEquals(Optional.empty(), SHIPPED.codeName("outcome", "99"));
  }

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

    assertEquals(Optional.of("10"), codeOf(reference, "outcome", "去当老师了"));
    assertEquals(
        new ColumnAlias("student_number", "", 2),
        reference.columnAliases().of("ledger", "90001").get("校内编号"));
    assertEquals(Optional.of("80"), codeOf(reference, "outcome", "升学"));
  }

  @Test
  void additionsWinOverTheShippedLists() throws IOException {
    write("code_aliases.csv", "list,text,code\noutcome,拟创业,72\n");
    write("code_lists.csv", "list,code,name\noutcome,70,尚未就业\n");
    write("column_aliases.csv", "feed,column,header\nledger,ignored,届别\n");

    ReferenceData reference = loaded();

    assertEquals(Optional.of("70"), codeOf(SHIPPED, "outcome", "拟创业"));
    assertEquals(Optional.of("72"), codeOf(reference, "outcome", "拟创业"));
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
    "quarantine, file, ledger, 'Rule r is about a file''s rows together, so that it cannot leave one"
        + " out.'",
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

    assertEquals(Optional.of("10"), codeOf(loaded(), "outcome", "去当老师了"));
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
            + " lacks the columns [code, prefecture_code]; it has [代码, name, province_code]. What to"
            + " do: add them, with the file in UTF-8.",
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
    "'10001,2025,all,约40', 'The column graduates holds a whole number, not ''约40''.'",
    "'10001,2025届,all,40', 'The column graduation_year holds a whole number, not ''2025届''.'",
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
        "expected_graduates.csv: '10001, 2025, all' stands twice, with 40 and 41 graduates. What to"
            + " do: delete one of the lines.",
        errorMessage());
  }

  /** The classes of a catalogue: names by code, each code once. */
  private static Map<String, String> classesOf(String catalogue) {
    return SHIPPED.classes().stream()
        .filter(field -> field.catalogue().equals(catalogue))
        .collect(toMap(FieldOfStudy::code, FieldOfStudy::name));
  }

  private static Set<String> tags() {
    return SHIPPED.hardshipTags().stream().map(HardshipTag::tag).collect(toSet());
  }

  private static Optional<String> codeOf(ReferenceData reference, String list, String text) {
    return reference.codeTexts().stream()
        .filter(row -> row.list().equals(list) && row.text().equals(text))
        .map(CodeText::code)
        .findFirst();
  }

  private ReferenceData loaded() {
    return ReferenceData.load(Optional.of(additions.toString()));
  }

  private String errorMessage() {
    return assertThrows(InvalidUsage.class, this::loaded).getMessage();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(additions.resolve(name), content);
  }
}
