package dev.taizhang.publish.site;

import static dev.taizhang.publish.site.TestEditions.column;
import static dev.taizhang.publish.site.TestEditions.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.edition.Unit;
import dev.taizhang.support.SiteData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page finds is what the edition holds, however it is packed. */
class SiteDataTest {

  @TempDir Path folder;

  private SiteData published(Edition edition) throws IOException {
    Site.in(folder.resolve("site")).publish(edition);
    return SiteData.of(folder.resolve("site"));
  }

  @Test
  void everyKindOfValueComesBack() throws IOException {
    EditionTable every =
        table(
            "reporting",
            "latest",
            List.of(
                column("university_code", Unit.CODE),
                column("university_name", Unit.TEXT),
                column("week_ending", Unit.DATE),
                column("revised_at", Unit.TIME),
                column("on_time", Unit.FLAG),
                column("age_days", Unit.DAYS),
                column("coverage_share", Unit.RATE),
                column("nothing", Unit.TEXT)),
            List.of(
                List.of(
                    Shown.of("90001"),
                    Shown.of("甲大学"),
                    Shown.of(LocalDate.of(2025, 8, 31)),
                    Shown.of(Instant.parse("2025-08-31T01:02:03Z")),
                    Shown.of(true),
                    Shown.of(3),
                    Shown.share(0.87345),
                    Shown.NOTHING),
                List.of(
                    Shown.of("90002"),
                    Shown.of("乙大学"),
                    Shown.of(LocalDate.of(2025, 8, 31)),
                    Shown.NOTHING,
                    Shown.of(false),
                    Shown.NOTHING,
                    Shown.share(null),
                    Shown.NOTHING)));
    SiteData.SiteTable table = published(TestEditions.of("a", every)).table("reporting", "latest");
    assertEquals(
        List.of(
            "90001,甲大学,2025-08-31,2025-08-31T01:02:03Z,true,3,8735,null",
            "90002,乙大学,2025-08-31,null,false,null,null,null"),
        table.lines(table.columns().toArray(String[]::new)));
    assertEquals(Optional.empty(), table.symbol("coverage_share", 0));
    assertEquals(Optional.of("z"), table.symbol("coverage_share", 1));
  }

  @Test
  void runsAndSharedPositionsComeBackRowByRow() throws IOException {
    List<List<Shown>> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int row = 0; row < 40; row++) {
      String code = "c" + row / 10;
      Double gap = row < 20 ? null : row / 100.0;
      Shown share = row % 2 == 0 ? Shown.share(gap).marked(Symbol.UNRELIABLE) : Shown.share(gap);
      rows.add(List.of(Shown.of(code), Shown.of("name of " + code), share, share));
      String shown = gap == null ? "null" : Long.toString(Math.round(gap * 10_000));
      expected.add(code + ",name of " + code + "," + shown + "," + shown);
    }
    EditionTable runs =
        table(
            "placement_rates",
            "majors",
            List.of(
                column("major_code", Unit.CODE),
                column("major_name", Unit.TEXT),
                column("rate_gap", Unit.POINTS),
                column("rate_gap_low", Unit.POINTS)),
            rows);
    SiteData site = published(TestEditions.of("a", runs));
    SiteData.SiteTable table = site.table("placement_rates", "majors");
    assertEquals(expected, table.lines(table.columns().toArray(String[]::new)));
    for (String column : new String[] {"rate_gap", "rate_gap_low"}) {
      assertEquals(Optional.of("z"), table.symbol(column, 4));
      assertEquals(Optional.of("u"), table.symbol(column, 22));
      assertEquals(Optional.empty(), table.symbol(column, 23));
    }
    String script = Files.readString(site.folder().resolve("data/placement_rates.majors.js"));
    assertTrue(script.contains("\"at\":\"major_code\""), script);
    assertTrue(script.contains("\"rate_gap_low\":\"rate_gap\""), script);
  }

  @Test
  void textOfManyTablesIsWrittenOnceForAll() throws IOException {
    EditionTable[] universities =
        Stream.of("90001", "90002", "90003").map(SiteDataTest::majors).toArray(EditionTable[]::new);
    SiteData site = published(TestEditions.of("a", universities));
    assertEquals("[\"4102\",\"环境工程\"]", site.edition().get("words").toString());
    for (String university : List.of("90001", "90002", "90003")) {
      String part = "university/" + university;
      assertEquals(
          List.of("all,null", "4102,环境工程", university + "," + "只此一家" + university),
          site.table("placement_rates", part).lines("major_code", "major_name"));
      String script =
          Files.readString(site.folder().resolve("data/" + part + "/placement_rates.js"));
      assertFalse(script.contains("环境工程"), script);
      assertTrue(script.contains("只此一家" + university), script);
    }
  }

  private static EditionTable majors(String university) {
    return table(
        "placement_rates",
        "university/" + university,
        List.of(column("major_code", Unit.CODE), column("major_name", Unit.TEXT)),
        List.of(
            List.of(Shown.of("all"), Shown.NOTHING),
            List.of(Shown.of("4102"), Shown.of("环境工程")),
            List.of(Shown.of(university), Shown.of("只此一家" + university))));
  }

  @Test
  void nameThatSeveralCodesHaveComesBackWithEach() throws IOException {
    List<List<Shown>> rows = new ArrayList<>();
    for (String code : new String[] {"01", "0101", "010101", "0101", "0201"}) {
      rows.add(
          List.of(Shown.of(code), Shown.of(code.startsWith("01") ? "哲学" : "经济学"), Shown.of(code)));
    }
    rows.add(List.of(Shown.of("01"), Shown.of("哲学"), Shown.of("another")));
    rows.add(List.of(Shown.of("all"), Shown.NOTHING, Shown.of("all")));
    SiteData.SiteTable table =
        published(
                TestEditions.of(
                    "a",
                    table(
                        "placement_rates",
                        "majors",
                        List.of(
                            column("major_code", Unit.CODE),
                            column("major_name", Unit.TEXT),
                            column("region_code", Unit.CODE)),
                        rows)))
            .table("placement_rates", "majors");
    assertEquals(
        List.of(
            "01,哲学,01",
            "0101,哲学,0101",
            "010101,哲学,010101",
            "0101,哲学,0101",
            "0201,经济学,0201",
            "01,哲学,another",
            "all,null,all"),
        table.lines("major_code", "major_name", "region_code"));
  }

  @Test
  void editionSaysWhatItIsAndWhatItsColumnsMean() throws IOException {
    JsonNode edition =
        published(TestEditions.of("abc", TestEditions.groups(List.of()), part("other"))).edition();
    assertEquals("internal", edition.at("/edition/kind").asText());
    assertEquals("内部版", edition.at("/edition/title/zh").asText());
    assertEquals("2025-08-31", edition.at("/edition/as_of_date").asText());
    assertEquals("abc", edition.at("/edition/made_from").asText());
    assertEquals(20, edition.at("/edition/reliable_graduates").asInt());
    assertEquals("[2025]", edition.get("years").toString());
    assertTrue(edition.at("/symbols/c/replaces_value").asBoolean());
    assertFalse(edition.at("/symbols/u/replaces_value").asBoolean());
    assertEquals("rate", edition.at("/columns/placement_rate/unit").asText());
    assertEquals("about graduates", edition.at("/columns/graduates/definition/en").asText());
    assertEquals("410000", edition.at("/lists/university_code/0/parent").asText());
    assertEquals("two", edition.at("/findings/2025/1/sentence/zh").asText());
    assertEquals("disabled", edition.at("/findings/2025/1/hardship_group").asText());
    assertEquals("", edition.at("/findings/2025/0/hardship_group").asText());
  }

  private static EditionTable part(String part) {
    return table(
        "placement_rates",
        part,
        List.of(column("graduates", Unit.COUNT)),
        List.of(List.of(Shown.of(1))));
  }

  @Test
  void tableWithoutRowsIsListedAndHasNoFile() throws IOException {
    SiteData site = published(TestEditions.of("a", TestEditions.groups(List.of())));
    JsonNode listed = site.edition().at("/tables/0");
    assertEquals(0, listed.get("rows").asInt());
    assertEquals("", listed.get("file").asText());
    assertEquals(3, listed.get("columns").size());
    assertTrue(Files.notExists(site.folder().resolve("data/placement_rates.groups.js")));
  }

  @Test
  void tablesOfAUniversityLieInAFolderOfItsOwn() throws IOException {
    SiteData site = published(TestEditions.of("a", part("university/90001")));
    assertEquals(
        "data/university/90001/placement_rates.js", site.edition().at("/tables/0/file").asText());
    assertEquals(
        List.of("1"), site.table("placement_rates", "university/90001").lines("graduates"));
  }

  @Test
  void partThatIsNoPathIsRefused() {
    Edition edition = TestEditions.of("a", part("../elsewhere"));
    assertThrows(IllegalArgumentException.class, () -> published(edition));
  }

  @Test
  void withheldValueOccursInNoFile() throws IOException {
    SiteData site =
        published(
            TestEditions.of(
                "a",
                TestEditions.groups(
                    List.of(
                        List.of(Shown.of("all"), Shown.of(91_234), Shown.share(0.5)),
                        List.of(
                            Shown.of("disabled"),
                            Shown.withheld(Symbol.CONFIDENTIAL),
                            Shown.withheld(Symbol.CONFIDENTIAL))))));
    SiteData.SiteTable table = site.table("placement_rates", "groups");
    assertEquals(
        List.of("all,91234,5000", "disabled,null,null"),
        table.lines("hardship_group", "graduates", "placement_rate"));
    assertEquals(Optional.of("c"), table.symbol("graduates", 1));
    assertEquals(Optional.of("c"), table.symbol("placement_rate", 1));
    String data = Files.readString(site.folder().resolve("data/placement_rates.groups.js"));
    assertTrue(data.contains("\"graduates\":{\"values\":[91234,null]}"), data);
  }

  @Test
  void hostileNamesStayTexts() throws IOException {
    String name =
        "</script><script>alert(1)</script><!-- \"'`${x} \\ \u2028\u2029 \u202eRTL \ud842\udfb7 \ud800 =1+1";
    SiteData site =
        published(
            TestEditions.of(
                "a",
                Label.same(name),
                table(
                    "placement_rates",
                    "groups",
                    List.of(column("university_name", Unit.TEXT)),
                    List.of(List.of(Shown.of(name)), List.of(Shown.of("other"))))));
    assertEquals(
        List.of(name, "other"), site.table("placement_rates", "groups").values("university_name"));
    assertEquals(name, site.edition().at("/lists/university_code/0/name/zh").asText());
    try (Stream<Path> files = Files.walk(site.folder().resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertFalse(text.contains("<"), text);
        assertFalse(text.contains("\u2028") || text.contains("\u2029"), text);
        assertTrue(Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)), "no valid UTF-8");
        assertEquals(1, text.lines().count(), text);
      }
    }
  }
}
