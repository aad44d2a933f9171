package dev.taizhang.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.tables.LedgerColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the shipped lists hold. */
class ReferenceDataTest {

  private static final ReferenceData SHIPPED = ReferenceData.load(Optional.empty());
  private static final String TAGS = "hardship_tag";

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

  /** The classes of a catalogue: names by code, each code once. */
  private static Map<String, String> classesOf(String catalogue) {
    return SHIPPED.classes().stream()
        .filter(field -> field.catalogue().equals(catalogue))
        .collect(toMap(FieldOfStudy::code, FieldOfStudy::name));
  }

  private static Set<String> tags() {
    return SHIPPED.hardshipTags().stream().map(HardshipTag::tag).collect(toSet());
  }

  /** The code that a text of a list stands for. */
  static Optional<String> codeOf(ReferenceData reference, String list, String text) {
    return reference.codeTexts().stream()
        .filter(row -> row.list().equals(list) && row.text().equals(text))
        .map(CodeText::code)
        .findFirst();
  }
}
