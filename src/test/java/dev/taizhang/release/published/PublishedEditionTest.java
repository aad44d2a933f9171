package dev.taizhang.release.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionRelease;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import dev.taizhang.publish.site.Site;
import dev.taizhang.publish.workbook.EditionWorkbook;
import dev.taizhang.tables.published.PublishedTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edition of a release says, and what it does not. */
class PublishedEditionTest {

  @TempDir Path folder;

  private static EditionTable table(Edition edition, String id, String part) {
    return edition.tables().stream()
        .filter(one -> one.id().equals(id) && one.part().equals(part))
        .findFirst()
        .orElseThrow();
  }

  private static Shown cell(EditionTable table, String column, Map<String, Object> where) {
    return table.rows().stream()
        .filter(
            row ->
                where.entrySet().stream()
                    .allMatch(
                        one ->
                            one.getValue().equals(row.get(table.position(one.getKey())).value())))
        .findFirst()
        .orElseThrow()
        .get(table.position(column));
  }

  private static String fact(Edition edition, String name) {
    return edition.release().orElseThrow().facts().stream()
        .filter(fact -> fact.name().en().equals(name))
        .map(EditionRelease.Fact::text)
        .map(text -> text.zh() + " | " + text.en())
        .findFirst()
        .orElse("");
  }

  private List<String> leaks(Edition edition, InventedRelease release) throws IOException {
    Path place = folder.resolve(edition.kind().code());
    Site.in(place.resolve("site")).publish(edition);
    EditionWorkbook.write(edition, place.resolve("figures.xlsx"));
    return new Leaks(release.secrets()).in(place);
  }

  @Test
  void valueOfAWithheldCellIsInNoByteOfAnyFile() throws IOException {
    InventedRelease release = InventedRelease.whole(3);
    assertTrue(release.secrets().size() > 500, "secrets: " + release.secrets().size());
    assertEquals(List.of(), leaks(release.edition(), release));
  }

  /** The check finds what it is to find: one cell, wherever it is. */
  @Test
  void valueThatIsNotWithheldIsFoundInSiteAndWorkbook() throws IOException {
    InventedRelease release = InventedRelease.whole(1);
    for (String column : List.of("placed", "placement_rate", "rate_gap")) {
      List<String> found =
          leaks(showing(release.edition(), column, release.secrets().first()), release);
      assertTrue(found.stream().anyMatch(one -> one.contains(".js")), column + found);
      assertTrue(found.stream().anyMatch(one -> one.contains(".xlsx!xl/")), column + found);
      folder = folder.resolve(column);
    }
  }

  /** A broken copy: one withheld cell of a column has its value. */
  private static Edition showing(Edition edition, String column, long secret) {
    List<EditionTable> tables = new ArrayList<>();
    boolean isDone = false;
    for (EditionTable table : edition.tables()) {
      List<List<Shown>> rows = new ArrayList<>();
      for (List<Shown> row : table.rows()) {
        List<Shown> cells = new ArrayList<>(row);
        if (!isDone
            && table.has(column)
            && row.get(table.position(column)).symbol() == Symbol.CONFIDENTIAL) {
          isDone = true;
          Unit unit = table.columns().get(table.position(column)).unit();
          cells.set(
              table.position(column),
              unit == Unit.COUNT ? Shown.of(secret) : Shown.share((double) secret));
        }
        rows.add(cells);
      }
      tables.add(new EditionTable(table.id(), table.part(), table.title(), table.columns(), rows));
    }
    assertTrue(isDone, column);
    return new Edition(
        edition.kind(),
        edition.asOfDate(),
        edition.madeFrom() + column,
        edition.program(),
        edition.staleDays(),
        edition.coveredDays(),
        edition.lists(),
        tables,
        edition.findings(),
        edition.release());
  }

  /** Also what is added up, compared or said is of what is shown: another secret moves nothing. */
  @Test
  void editionIsTheSameWhateverIsWithheld() {
    InventedRelease one = InventedRelease.whole(2);
    InventedRelease other = InventedRelease.whole(2);
    int changed = 0;
    for (int row = 0; row < one.rows().of(PublishedTables.PLACEMENT_RATES).size(); row++) {
      Object[] values = one.rows().of(PublishedTables.PLACEMENT_RATES).get(row);
      if ("c".equals(PublishedTables.PLACEMENT_RATES.value(values, "placed_symbol"))) {
        changed++;
      }
    }
    assertTrue(changed > 10, "withheld " + changed);
    other.changeWithheld(PublishedTables.PLACEMENT_RATES);
    assertEquals(one.edition().tables(), other.edition().tables());
    assertEquals(one.edition().findings(), other.edition().findings());
    assertEquals(one.edition().lists(), other.edition().lists());
  }

  /** Every figure of the edition stands in a row of the release as it is. */
  @Test
  void everyFigureIsOneOfTheRelease() {
    InventedRelease release = InventedRelease.whole(2);
    Set<String> published = new HashSet<>();
    PublishedTables.ALL.forEach(
        table ->
            release
                .rows()
                .of(table)
                .forEach(
                    row -> {
                      for (int at = 0; at < row.length; at++) {
                        boolean isWithheld = at + 1 < row.length && "c".equals(row[at + 1]);
                        if (row[at] instanceof Number number && !isWithheld) {
                          published.add(digits(number.doubleValue()));
                        }
                      }
                    }));
    int figures = 0;
    for (EditionTable table : release.edition().tables()) {
      for (List<Shown> row : table.rows()) {
        for (Shown cell : row) {
          if (cell.value() instanceof Number number) {
            figures++;
            assertTrue(published.contains(digits(number.doubleValue())), table.id() + " " + number);
          }
        }
      }
    }
    assertTrue(figures > 1_000, "compared " + figures);
  }

  private static String digits(double number) {
    return BigDecimal.valueOf(number)
        .setScale(Shown.DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Test
  void withheldCellsAreSymbolsAndNotApplicableOnesStayWhatTheyAre() {
    EditionTable universities =
        table(InventedRelease.whole(2).edition(), "placement_rates", "universities");
    Map<String, Object> disabled =
        Map.of("university_code", "90001", "graduation_year", 2025L, "hardship_group", "disabled");
    for (String figure : List.of("graduates", "placed", "contract", "placement_rate", "rate_gap")) {
      assertEquals(
          Shown.withheld(Symbol.CONFIDENTIAL), cell(universities, figure, disabled), figure);
    }
    Map<String, Object> any =
        Map.of("university_code", "90001", "graduation_year", 2025L, "hardship_group", "any");
    assertEquals(Shown.withheld(Symbol.NOT_APPLICABLE), cell(universities, "contract", any));
    assertEquals(Shown.of(240L), cell(universities, "graduates", any));
    assertEquals(Shown.share(0.7875), cell(universities, "placement_rate", any));
  }

  /** A row that lost its symbol shows nothing. */
  @Test
  void figureWithoutValueAndReasonIsTakenToBeWithheld() {
    InventedRelease release = InventedRelease.ofRatesAlone();
    release.change(PublishedTables.PLACEMENT_RATES, 0, "placed", null);
    EditionTable groups = table(release.edition(), "placement_rates", "groups");
    assertEquals(
        Shown.withheld(Symbol.CONFIDENTIAL),
        cell(groups, "placed", Map.of("graduation_year", 2025L, "hardship_group", "all")));
  }

  @Test
  void editionHasTheTablesAloneThatTheReleaseHas() {
    assertEquals(
        List.of("placement_rates"),
        InventedRelease.ofRatesAlone().edition().tables().stream()
            .map(EditionTable::id)
            .distinct()
            .toList());
    List<String> all =
        InventedRelease.whole(2).edition().tables().stream()
            .map(EditionTable::id)
            .distinct()
            .toList();
    assertTrue(all.contains("transitions") && all.contains("reporting"), all.toString());
    assertFalse(all.contains("expectation_results") || all.contains("as_of"), all.toString());
  }

  @Test
  void rowsStandInTheOrderOfTheirCodes() {
    EditionTable universities =
        table(InventedRelease.whole(12).edition(), "placement_rates", "universities");
    List<String> codes =
        universities.rows().stream()
            .map(row -> (String) row.get(universities.position("university_code")).value())
            .limit(72)
            .distinct()
            .toList();
    assertEquals(codes.stream().sorted().toList(), codes);
  }

  @Test
  void draftSaysThatItIsNotForPublication() {
    Edition draft = InventedRelease.whole(2).edition();
    assertEquals(EditionKind.DRAFT, draft.kind());
    assertEquals("草稿，未经审批，不得公布。", draft.kind().notice().zh());
    assertEquals("Draft, not for publication.", draft.kind().notice().en());
    assertTrue(fact(draft, "State").contains("not approved"), fact(draft, "State"));
    assertEquals("尚未核验 | not audited yet", fact(draft, "What was checked"));
    assertTrue(fact(draft, "As-of date").contains("正式日期"), fact(draft, "As-of date"));
  }

  @Test
  void approvalChangesTheStateThatAnEditionIsMadeFrom() {
    InventedRelease release = InventedRelease.whole(2);
    String draft = release.edition().madeFrom();
    Edition approved = release.approved().edition();
    assertNotEquals(draft, approved.madeFrom());
    assertEquals(EditionKind.PUBLISHED, approved.kind());
    assertEquals(
        "已批准：审定人王，2025-09-02 09:30 UTC | approved by 审定人王 on 2025-09-02 09:30 UTC",
        fact(approved, "State"));
  }

  @Test
  void policyThatWithholdsNothingIsInternal() {
    Edition edition =
        InventedRelease.ofRatesAlone()
            .with(
                manifest -> {
                  ((ObjectNode) manifest.path("policy"))
                      .put("name", "internal")
                      .put("minimum_count", 0)
                      .put("minimum_denominator", 0);
                  return manifest;
                })
            .edition();
    assertEquals(EditionKind.INTERNAL, edition.kind());
  }

  @Test
  void withdrawnReleaseIsRefused() {
    InventedRelease release = InventedRelease.ofRatesAlone().withdrawn();
    String told = assertThrows(InvalidUsage.class, release::published).getMessage();
    assertTrue(told.contains("was withdrawn by 审定人王 and is not published"), told);
    assertTrue(told.contains("已由 审定人王 撤回"), told);
  }

  @Test
  void rowsThatSomebodyChangedAreNotPublished() {
    InventedRelease release = InventedRelease.ofRatesAlone();
    PublishedEdition edition = release.published();
    release.change(PublishedTables.PLACEMENT_RATES, 0, "placed", 1L);
    String told =
        assertThrows(BrokenContract.class, () -> edition.edition(release.rows())).getMessage();
    assertTrue(told.contains("The rows of placement_rates are not those"), told);
  }

  @Test
  void findingsSpeakOfPublishedFiguresAlone() {
    List<KeyFinding> findings = InventedRelease.whole(2).edition().findings().get(2025);
    assertEquals(3, findings.size());
    Label standing = findings.get(0).sentence();
    assertTrue(standing.zh().contains("落实率为 80.00%"), standing.zh());
    Label furthest = findings.get(1).sentence();
    assertTrue(furthest.zh().startsWith("在公布了数字、不少于 20 人的群体中"), furthest.zh());
    assertTrue(furthest.en().contains("20 graduates or more whose figures are published"));
    assertTrue(furthest.zh().contains("，超出偶然波动。"), furthest.zh());
    assertFalse(furthest.zh().contains("每周如此"), furthest.zh());
    Label owed = findings.get(2).sentence();
    assertTrue(owed.zh().startsWith("2 所高校中，1 所未按时报送"), owed.zh());
  }

  @Test
  void firstReleaseOfItsDateSaysSo() {
    EditionRelease release = InventedRelease.whole(2).edition().release().orElseThrow();
    assertEquals(
        List.of("这是该日期的首次发布，没有可比的前次发布。"), release.changes().stream().map(Label::zh).toList());
  }

  private static ObjectNode moved(ObjectNode manifest) {
    ObjectNode changes = manifest.putObject("changes").put("since", "2025-08-31-official-1");
    var figures = changes.putArray("figures");
    for (String group : List.of("all", "any")) {
      ObjectNode one = figures.addObject().put("table", "placement_rates");
      ObjectNode key = one.putObject("key");
      Map<String, String> cut = new TreeMap<>();
      PublishedTables.PLACEMENT_RATES.table().key().stream()
          .skip(1)
          .forEach(field -> cut.put(field.name(), "all"));
      cut.put("as_of_date", "2025-08-31");
      cut.put("as_of_kind", "official");
      cut.put("graduation_year", "2025");
      cut.put("hardship_group", group);
      cut.forEach(key::put);
      ObjectNode values = one.putObject("moved");
      boolean isTold = group.equals("all");
      for (String figure : List.of("placed", "placement_rate")) {
        ObjectNode both = values.putObject(figure);
        if (isTold) {
          both.put("before", figure.equals("placed") ? 3_900 : 0.78);
          both.put("now", figure.equals("placed") ? 4_000 : 0.8);
        } else {
          both.putNull("before").putNull("now");
        }
      }
      one.put("why", isTold ? "revised" : "newly_shown");
    }
    return manifest;
  }

  @Test
  void whatMovedIsToldWithItsReasonAndTheLargestByName() {
    Edition edition = InventedRelease.whole(2).with(PublishedEditionTest::moved).edition();
    List<Label> told = edition.release().orElseThrow().changes();
    assertEquals(
        "与前次发布 2025-08-31-official-1 相比，2 行数字有变动：同一日期台账的更正 1 行，由不予公布改为公布 1 行。", told.get(0).zh());
    assertEquals("落实率变动最大的：2025届总体“名称all” 78.00% → 80.00%。", told.get(1).zh());
    EditionTable table = table(edition, "release_changes", "all");
    Map<String, Object> all = Map.of("hardship_group", "all");
    assertEquals(Shown.of(3_900L), cell(table, "placed_before", all));
    assertEquals(Shown.of(5_000L), cell(table, "graduates_before", all));
    assertEquals(Shown.share(0.8), cell(table, "placement_rate_now", all));
    Map<String, Object> any = Map.of("hardship_group", "any");
    assertEquals(Shown.withheld(Symbol.CONFIDENTIAL), cell(table, "placed_before", any));
  }

  @Test
  void whatWasCheckedIsToldWithKnowledgeAndResult() {
    Edition edition =
        InventedRelease.ofRatesAlone()
            .with(
                manifest -> {
                  ObjectNode checked =
                      manifest
                          .putObject("checked")
                          .put("result", "passed")
                          .put("required_counts", 10)
                          .put("whole_up_to", 9)
                          .put("smallest_width", 10);
                  checked
                      .putArray("attacks")
                      .addObject()
                      .put("knowledge_zh", "所有人数和全体的数字")
                      .put("knowledge_en", "all sizes and the figures of everybody")
                      .put("figures", 2447)
                      .put("in_integers", 2400)
                      .put("bounded", 40)
                      .put("by_programmes", 7);
                  return manifest;
                })
            .edition();
    String told = fact(edition, "What was checked");
    assertTrue(told.startsWith("通过；要求每个不予公布的数字至少还有 10 种可能"), told);
    assertTrue(told.contains("假设攻击者知道所有人数和全体的数字：核验 2,447 个"), told);
    assertTrue(
        told.contains("an attacker who knows all sizes and the figures of everybody: 2,447"));
    assertTrue(told.contains("passed; "), told);
  }

  @ParameterizedTest
  @CsvSource({
    "passed, 10, false",
    "passed, 1, true",
    // There it is the reason why it failed.
    "failed, 1, false",
  })
  void fewerPossibilitiesThanRequiredAreExplained(
      String result, int smallest, boolean isExplained) {
    Edition edition =
        InventedRelease.ofRatesAlone()
            .with(
                manifest -> {
                  manifest
                      .putObject("checked")
                      .put("result", result)
                      .put("required_counts", 10)
                      .put("whole_up_to", 9)
                      .put("smallest_width", smallest);
                  return manifest;
                })
            .edition();
    String told = fact(edition, "What was checked");
    assertTrue(told.contains("实际最少 " + smallest + " 种"), told);
    assertTrue(told.contains("the fewest found were " + smallest), told);
    assertEquals(
        isExplained,
        told.contains(", which is less only of few people or where no more can be left open"),
        told);
    assertEquals(isExplained, told.contains("（仅人数很少或本来就没有更多可能的数字少于要求）"), told);
  }

  /** Gates tell what they found, which may be a figure that is withheld. */
  @Test
  void acceptedDoubtIsToldByNameAlone() throws IOException {
    InventedRelease release = InventedRelease.ofRatesAlone();
    String found = "a rate of " + release.secrets().first();
    Edition edition =
        release
            .with(
                manifest -> {
                  manifest
                      .putArray("accepted_gates")
                      .addObject()
                      .put("gate", "implausible_figures")
                      .put("finding_zh", found)
                      .put("finding_en", found)
                      .put("why", found);
                  return manifest;
                })
            .edition();
    assertEquals("变动异常的落实率 | rates that moved far", fact(edition, "Doubts let pass"));
    assertEquals(List.of(), leaks(edition, release));
  }

  /** People carry it on a stick, and open it over a slow line. */
  @Test
  void siteOfAProvinceIsSmall() {
    InventedRelease release = InventedRelease.ofAProvince();
    assertTrue(release.rows().of(PublishedTables.PLACEMENT_RATES).size() > 12_000);
    long bytes = Site.in(folder.resolve("province")).publish(release.edition()).bytes();
    assertTrue(bytes < 6_000_000, "bytes: " + bytes);
  }

  @Test
  void everyCodeHasANameAndEveryColumnWords() {
    Edition edition = InventedRelease.whole(2).edition();
    assertTrue(
        Stream.of("hardship_group", "university_code", "region_code", "moved_why")
            .allMatch(list -> !edition.lists().get(list).isEmpty()));
    assertEquals(1, edition.lists().get("degree_level").size());
  }
}
