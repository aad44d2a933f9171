package dev.taizhang.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published tables, rebuilt as ledger files, give the published rates through the program as it is
 * used. Sources: {@code src/test/resources/backtest/README.md}.
 */
class PublishedRatesTest {

  @TempDir static Path folder;

  @BeforeAll
  static void runOnRebuiltLedgers() throws IOException {
    Path landing = folder.resolve("landing");
    rebuild(landing, "90022_20221226.csv", 2022, "henan-college-2022.csv");
    rebuild(landing, "90021_20211130.csv", 2021, "sjtu-2021.csv");
    Cli.Result run =
        Cli.run("run", "--landing", landing.toString(), "--warehouse", warehouse().toString());
    assertEquals(0, run.exitCode(), run.err());
  }

  private static Path warehouse() {
    return folder.resolve("warehouse");
  }

  /** Writes one row per graduate of a published table, as a GB18030 file. */
  private static void rebuild(Path landing, String name, int year, String published)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("学号,学历代码,毕业年份,毕业去向代码"));
    int number = 0;
    for (NamedCsvRecord row : resource(published)) {
      for (int i = 0; i < Integer.parseInt(row.getField("graduates")); i++) {
        lines.add(
            "%06d,%s,%d,%s"
                .formatted(
                    ++number, row.getField("degree_code"), year, row.getField("outcome_code")));
      }
    }
    Ledgers.write(landing, name, Ledgers.GB18030, lines.toArray(String[]::new));
  }

  private static List<NamedCsvRecord> resource(String name) throws IOException {
    try (InputStream stream = PublishedRatesTest.class.getResourceAsStream("/backtest/" + name);
        CsvReader<NamedCsvRecord> records =
            CsvReader.builder()
                .ofNamedCsvRecord(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        Stream<NamedCsvRecord> rows = records.stream()) {
      return rows.toList();
    }
  }

  private static String query(String sql) {
    Cli.Result result =
        Cli.run("query", "--warehouse", warehouse().toString(), "--format", "csv", sql);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip();
  }

  private static BigDecimal percent(String rate) {
    return new BigDecimal(rate).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
  }

  @Test
  void henanCollegeOf2022Gives9742() {
    String rate =
        query(
            "SELECT graduates, placed, placement_rate FROM marts.placement_rates"
                + " WHERE graduation_year = 2022 AND university_code = '90022' AND major_level ="
                + " 'all' AND degree_level = 'all' AND hardship_group = 'all'");
    assertEquals("3878,3778", rate.substring(0, rate.lastIndexOf(',')));
    assertEquals(new BigDecimal("97.42"), percent(rate.substring(rate.lastIndexOf(',') + 1)));
  }

  @Test
  void henanCollegeOf2022GivesThePublishedPartsOfTheSchemeOf2021() {
    Map<String, BigDecimal> parts = new TreeMap<>();
    query(
            "SELECT scheme_group, group_rate FROM marts.scheme_rates WHERE scheme = '2021' AND"
                + " graduation_year = 2022 AND university_code = '90022' AND major_level = 'all'"
                + " AND degree_level = 'all' AND hardship_group = 'all' AND in_numerator")
        .lines()
        .forEach(line -> parts.put(line.split(",", -1)[0], percent(line.split(",", -1)[1])));
    assertEquals(
        Map.of(
            "further_study", new BigDecimal("18.21"),
            "contract", new BigDecimal("52.40"),
            "flexible", new BigDecimal("26.04"),
            "self_employed", new BigDecimal("0.77")),
        parts);
  }

  @ParameterizedTest
  @CsvSource({
    "all,       8128, 8006, 98.50",
    "bachelor,  3184, 3093, 97.14",
    "master,    3947, 3921, 99.34",
    "doctoral,   997,  992, 99.50"
  })
  void shanghaiJiaoTongOf2021GivesThePublishedRateOfEachLevel(
      String degreeLevel, int graduates, int placed, BigDecimal published) {
    String rate =
        query(
            ("SELECT graduates, placed, placement_rate FROM marts.placement_rates WHERE"
                    + " graduation_year = 2021 AND university_code = '90021' AND major_level ="
                    + " 'all' AND degree_level = '%s' AND hardship_group = 'all'")
                .formatted(degreeLevel));
    assertEquals(graduates + "," + placed, rate.substring(0, rate.lastIndexOf(',')));
    assertEquals(published, percent(rate.substring(rate.lastIndexOf(',') + 1)));
  }

  @ParameterizedTest
  @CsvSource({"domestic_study, 25.32", "abroad, 8.91"})
  void shanghaiJiaoTongOf2021GivesThePublishedSharesOfStudy(
      String component, BigDecimal published) {
    String share =
        query(
            ("SELECT %s / graduates FROM marts.placement_rates WHERE graduation_year = 2021 AND"
                    + " university_code = '90021' AND major_level = 'all' AND degree_level = 'all'"
                    + " AND hardship_group = 'all'")
                .formatted(component));
    assertEquals(published, percent(share));
  }

  @Test
  void everyInvariantHoldsOnThem() {
    Cli.Result verify = Cli.run("verify", "--warehouse", warehouse().toString());
    assertEquals(0, verify.exitCode(), verify.out());
  }
}
