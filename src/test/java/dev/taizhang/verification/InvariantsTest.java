package dev.taizhang.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.conform.Forgotten;
import dev.taizhang.conform.TableRows;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.flow.Stage;
import dev.taizhang.run.Run;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.PlainSettings;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.AssistanceCoverage;
import dev.taizhang.tables.AssistanceFunnel;
import dev.taizhang.tables.Campaign;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.DeclineReasons;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.ExpectationResults;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.GapContributions;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.History;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.MedianTimeToPlacement;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.PlacementTrend;
import dev.taizhang.tables.Plans;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.SchemeRates;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.TimeToPlacement;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.tables.Training;
import dev.taizhang.tables.Transitions;
import dev.taizhang.tables.UnplacedTwoYears;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every invariant holds on a small sound warehouse, and fails where one of its tables is broken on
 * purpose. Tables are broken as views, so that the warehouse stays as it is.
 */
class InvariantsTest {

  private static final String EVERYBODY =
      "region_role = 'all' AND major_level = 'all' AND university_code = 'all' AND hardship_group ="
          + " 'all'";
  private static final Pattern NAME =
      Pattern.compile("\\b(intake|ledger|marts|ops|published)\\.([a-z_]+)");

  /** Tables that a warehouse with a follow-up list and an assistance ledger has rows of. */
  private static final List<Table> FILLED = Pipeline.STAGES.stream().map(Stage::output).toList();

  @TempDir static Path folder;

  private static final Map<String, String> TIME_DIMENSIONS =
      Map.of(
          "degree_level", "degree_levels",
          "discipline_code", "disciplines",
          "province_code", "provinces");

  /** How each invariant is broken. */
  private static final Map<String, Breach> BREACHES = new TreeMap<>();

  /**
   * A table broken on purpose.
   *
   * @param change makes the broken rows of the sound ones
   */
  private record Breach(Table table, UnaryOperator<Dataset<Row>> change) {}

  static {
    breach("nothing_lost", Entries.TABLE, without("row_number = 2"));
    breach("nobody_forgotten", Tombstones.TABLE, rows -> rows.unionByName(someTombstone()));
    breach("rules_counted", ExpectationResults.TABLE, set("broken_count", "broken_count + 1"));
    breach("major_names_counted", MajorNames.TABLE, set("row_count", "row_count + 1"));
    breach("feeds_matched", FollowUp.TABLE, twice("row_number = 2"));
    breach("slices_complete", Slices.TABLE, set("graduates", "graduates + 1"));
    breach("history_intervals", History.TABLE, set("valid_to", "valid_to - 1"));
    breach("history_begins", History.TABLE, set("change_kind", "'returned'"));
    breach("baseline_tags", History.TABLE, set("baseline_detail", "'mask'"));
    breach("gaps_from_cells", HardshipGaps.TABLE, set("placed", "placed - 1", "placed > 0"));
    breach(
        "gaps_agree",
        HardshipGaps.TABLE,
        set("graduates", "graduates + 1", "stratification = 'class_tier'"));
    breach(
        "contributions_add_up", GapContributions.TABLE, without("contributor_kind = 'university'"));
    breach("time_from_history", TimeToPlacement.TABLE, oneMoreOf("clock = 'calendar'"));
    for (String dimension : List.of("degree_level", "discipline_code", "province_code")) {
      breach(
          "time_adds_up_over_" + TIME_DIMENSIONS.get(dimension),
          TimeToPlacement.TABLE,
          oneMoreOf(dimension + " <> 'all'"));
    }
    breach("time_adds_up_over_groups", TimeToPlacement.TABLE, oneMoreOf("hardship_group = 'any'"));
    breach("time_goes_one_way", TimeToPlacement.TABLE, set("unplaced_share", "1.0", "day > 150"));
    breach(
        "medians_of_curves", MedianTimeToPlacement.TABLE, set("median_days", "median_days - 100"));
    breach(
        "campaign_from_cells", Campaign.TABLE, set("unplaced_on_1_july", "unplaced_on_1_july + 1"));
    breach("campaign_month_by_month", Campaign.TABLE, without("month_end = DATE'2025-08-31'"));
    breach("campaign_adds_up_over_places", Campaign.TABLE, without("place_level = 'prefecture'"));
    breach("campaign_adds_up_over_groups", Campaign.TABLE, without("hardship_group = 'any'"));
    breach("unplaced_from_cells", UnplacedTwoYears.TABLE, oneMoreOf("true"));
    breach(
        "unplaced_adds_up_over_places",
        UnplacedTwoYears.TABLE,
        without("place_level = 'university'"));
    breach(
        "unplaced_adds_up_over_groups",
        UnplacedTwoYears.TABLE,
        set("unplaced", "unplaced + 1", "hardship_group = 'any'"));
    breach(
        "coverage_covers_rates",
        AssistanceCoverage.TABLE,
        set("unplaced", "unplaced - 1", "window_days = 7"));
    breach("coverage_windows_grow", AssistanceCoverage.TABLE, without("window_days = 30"));
    breach(
        "coverage_adds_up_over_groups",
        AssistanceCoverage.TABLE,
        without("hardship_group = 'any'"));
    breach("coverage_from_cells", AssistanceCoverage.TABLE, set("unplaced", "unplaced + 1"));
    breach("funnel_from_cells", AssistanceFunnel.TABLE, set("recommended", "recommended + 1"));
    breach(
        "funnel_adds_up_over_provinces", AssistanceFunnel.TABLE, without("province_code <> 'all'"));
    breach("declined_from_cells", DeclineReasons.TABLE, oneMoreOf("hardship_group = 'all'"));
    breach("training_from_cells", Training.TABLE, set("reached", "reached + 1"));
    breach("plans_from_rates", Plans.TABLE, set("unplaced", "unplaced + 1"));
    breach("cells_agree", Cells.BY_ORIGIN, set("outcome_70", "outcome_70 + 1"));
    breach("rates_from_history", PlacementRates.TABLE, set("placed", "placed + 1", EVERYBODY));
    breach("trend_from_cells", PlacementTrend.TABLE, set("placed", "placed + 1", EVERYBODY));
    breach("groups_add_up_in_rates", PlacementRates.TABLE, oneMoreOf("hardship_group = 'any'"));
    breach("groups_add_up_in_trend", PlacementTrend.TABLE, oneMoreOf("hardship_group = 'any'"));
    breach(
        "adds_up_over_universities", PlacementRates.TABLE, oneMoreOf("university_code <> 'all'"));
    for (String role : List.of("university", "origin")) {
      for (String level : List.of("province", "prefecture")) {
        breach(
            "adds_up_over_" + role + "_" + level,
            PlacementRates.TABLE,
            oneMoreOf("region_role = '%s' AND region_level = '%s'".formatted(role, level)));
      }
    }
    for (String level : List.of("discipline", "class", "major")) {
      breach(
          "adds_up_over_" + level,
          PlacementRates.TABLE,
          oneMoreOf("major_level = '%s'".formatted(level)));
    }
    breach("adds_up_over_degree_levels", PlacementRates.TABLE, oneMoreOf("degree_level <> 'all'"));
    breach("outcomes_add_up", OutcomeCounts.TABLE, set("graduates", "graduates + 1"));
    breach("schemes_add_up", SchemeRates.TABLE, set("in_group", "in_group + 1"));
    breach(
        "transitions_from_cells_after",
        Transitions.TABLE,
        set("to_state", "'awaiting'", "to_state <> 'absent'"));
    breach(
        "transitions_from_cells_before",
        Transitions.TABLE,
        set("from_state", "'outside'", "from_state <> 'absent'"));
    breach("transitions_add_up_over_groups", Transitions.TABLE, without("hardship_group = 'none'"));
    breach(
        "transitions_add_up_over_provinces", Transitions.TABLE, without("province_code <> 'all'"));
    breach("reporting_without_gap", Reporting.TABLE, without("week_ending = DATE'2025-06-08'"));
    breach("reporting_counts_files", Reporting.TABLE, set("rows_read", "rows_read + 1"));
    breach("locks_have_figures", Decisions.TABLE, rows -> rows.unionByName(someLock()));
    breach("releases_are_whole", Releases.TABLE, rows -> rows.unionByName(someRelease()));
    breach("rows_are_of_releases", ReleasePeople.TABLE, rows -> rows.unionByName(somePeople()));
  }

  private static void breach(String invariant, Table table, UnaryOperator<Dataset<Row>> change) {
    BREACHES.put(invariant, new Breach(table, change));
  }

  private static UnaryOperator<Dataset<Row>> set(String column, String value) {
    return set(column, value, "true");
  }

  private static UnaryOperator<Dataset<Row>> set(String column, String value, String where) {
    return rows ->
        rows.withColumn(
            column,
            functions
                .when(functions.expr(where), functions.expr(value))
                .otherwise(functions.col(column))
                .cast(rows.schema().apply(column).dataType()));
  }

  private static UnaryOperator<Dataset<Row>> oneMoreOf(String where) {
    return set("graduates", "graduates + 1", where);
  }

  private static UnaryOperator<Dataset<Row>> without(String where) {
    return rows -> rows.filter("NOT (" + where + ")");
  }

  private static UnaryOperator<Dataset<Row>> twice(String where) {
    return rows -> rows.unionByName(rows.filter(where));
  }

  /** The tombstone of somebody whose rows are still there. */
  private static Dataset<Row> someTombstone() {
    return spark()
        .sql(
            "SELECT %s AS tombstone, 'student' AS kind, timestamp'2025-07-01' AS forgotten_at, CAST(NULL AS TIMESTAMP) AS removed_at FROM %s LIMIT 1"
                .formatted(Forgotten.tombstone("student_key"), view(Entries.TABLE)));
  }

  /** A lock whose figures are not there. */
  private static Dataset<Row> someLock() {
    Decision lock =
        new Decision(
            "a",
            Decisions.LOCK,
            LocalDate.of(2025, 8, 31),
            null,
            null,
            null,
            Instant.EPOCH,
            null,
            null);
    return TableRows.dataset(Decisions.TABLE, List.of(lock));
  }

  /** A release of whose rows one is said to be there. */
  private static Dataset<Row> someRelease() {
    return TableRows.dataset(
        Releases.TABLE,
        List.of(
            new Release(
                "2025-08-31-1",
                Releases.DRAFT,
                LocalDate.of(2025, 8, 31),
                Decisions.PLAIN,
                "default",
                "suppress",
                Instant.EPOCH,
                "somebody",
                null,
                null,
                null,
                null,
                null,
                null,
                "test",
                1,
                0,
                null,
                "{\"tables\":{\"placement_rates\":{\"rows\":1}}}")));
  }

  /** People of two releases that nobody lists: one may be of a draft that was interrupted. */
  private static Dataset<Row> somePeople() {
    return TableRows.dataset(
        ReleasePeople.TABLE,
        Stream.of("2025-08-24-1", "2025-08-31-1")
            .map(
                id ->
                    new ReleasePeople.Counted(
                        id,
                        2025,
                        "90001",
                        "state",
                        "000000",
                        "000000",
                        "academic",
                        "08",
                        List.of("none"),
                        2,
                        1))
            .toList());
  }

  private static SparkSession spark() {
    return SharedSpark.session();
  }

  private static String view(Table table) {
    return "sound_" + table.name().replace('.', '_');
  }

  private static Stream<Table> tables() {
    return Stream.concat(
        Pipeline.tables().stream(), Pipeline.VIEWS.stream().map(Pipeline.View::table));
  }

  /** The query over the sound tables, with the broken one in place of its own. */
  private static String over(String sql, Set<String> broken) {
    return NAME.matcher(sql)
        .replaceAll(
            name ->
                (broken.contains(name.group()) ? "broken_" : "sound_")
                    + name.group().replace('.', '_'));
  }

  private static boolean holds(Check invariant, Set<String> broken) {
    return spark().sql(over(invariant.breaches(), broken)).isEmpty();
  }

  /** Makes a table's broken rows known. */
  private static Set<String> broken(Table table, UnaryOperator<Dataset<Row>> change) {
    change
        .apply(spark().table(view(table)))
        .createOrReplaceTempView("broken_" + table.name().replace('.', '_'));
    return Set.of(table.name());
  }

  private static void write(String path, String... lines) throws IOException {
    Path file = folder.resolve("landing").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
  }

  private static void ledger(String name, String... outcomes) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Ledgers.HEADER));
    for (int graduate = 0; graduate < outcomes.length; graduate++) {
      String hardship = List.of("0", "1", "2", "", "4").get(graduate % 5);
      lines.add(Ledgers.row(Integer.toString(graduate + 1), 2025, hardship, outcomes[graduate]));
    }
    // Nobody can tell who it is.
    lines.add(Ledgers.row("", 2025, "0", "10"));
    Ledgers.write(folder.resolve("landing"), name, lines.toArray(String[]::new));
  }

  @BeforeAll
  static void makeASoundWarehouse() throws IOException {
    for (String university : List.of("90001", "90002")) {
      ledger(university + "_20250601.csv", "70", "70", "10", "70", "70", "65");
      ledger(university + "_20250608.csv", "70", "10", "10", "80", "", "65");
      ledger(university + "_20250615.csv", "75", "10", "10", "80", "", "65");
      ledger(university + "_20250706.csv", "75", "10", "10", "80", "", "65");
      ledger(university + "_20250831.csv", "75", "10", "10", "80", "70", "65");
    }
    write(
        "follow_up/90001_20250610.csv",
        "学号,毕业年份,毕业去向代码,调查日期",
        "1,2025,76,2025-06-09",
        "9,2025,10,2025-06-09");
    write(
        "assistance/90001_20250610.csv",
        "学号,届别,帮扶日期,帮扶措施,帮扶方式,帮扶结果",
        "1,2025,20250602,岗位推荐,一对一,未接受",
        "2,2025,20250602,职业技能培训,集中,");
    Run.run(spark(), PlainSettings.below(folder), PseudonymKey.development(), "test");
    for (Table table : Pipeline.tables()) {
      spark()
          .read()
          .format("delta")
          .load(folder.resolve("warehouse").resolve(table.name().replace('.', '/')).toString())
          .coalesce(1)
          .cache()
          .createOrReplaceTempView(view(table));
    }
    Pipeline.VIEWS.forEach(
        one ->
            spark().sql(over(one.select(), Set.of())).createOrReplaceTempView(view(one.table())));
  }

  @AfterAll
  static void forgetTheViews() {
    tables().forEach(table -> spark().table(view(table)).unpersist());
    tables().forEach(table -> spark().catalog().dropTempView(view(table)));
  }

  @Test
  void namesTellInvariantsApart() {
    List<String> names = Verification.checks().stream().map(Check::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size(), names::toString);
  }

  @Test
  void everyInvariantHasABreakingCase() {
    assertEquals(
        Verification.checks().stream().map(Check::name).collect(Collectors.toSet()),
        BREACHES.keySet());
  }

  static Stream<String> names() {
    return Verification.checks().stream().map(Check::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void invariantHoldsOnSoundTablesAndFailsOnABrokenOne(String name) {
    Check invariant =
        Verification.checks().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertTrue(holds(invariant, Set.of()), name + " fails on sound tables");
    Breach breach = BREACHES.get(name);
    assertFalse(
        holds(invariant, broken(breach.table(), breach.change())), name + " does not see a breach");
  }

  static Stream<String> toldByReading() {
    return Verification.checks().stream()
        .filter(one -> one.agreement().isPresent())
        .map(Check::name);
  }

  @ParameterizedTest
  @MethodSource("toldByReading")
  void readingOnceShowsAnInvariantOfSoundTablesAndNotOfABrokenOne(String name) {
    Check invariant =
        Verification.checks().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertTrue(shows(invariant, Set.of()), name + " is not shown of sound tables");
    Breach breach = BREACHES.get(name);
    assertFalse(
        shows(invariant, broken(breach.table(), breach.change())), name + " does not see a breach");
  }

  private static boolean shows(Check invariant, Set<String> broken) {
    return read(Set.of(), List.of(invariant), broken).shows(invariant);
  }

  private static ReadOnce read(Set<Table> contracts, List<Check> checks, Set<String> broken) {
    ReadOnce read = ReadOnce.of(spark(), contracts, checks, table -> true);
    for (Callable<Void> reading :
        read.readings((table, columns, shown) -> show(table, columns, broken, shown))) {
      try {
        reading.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return read;
  }

  private static void show(
      Table table, List<Field> columns, Set<String> broken, Consumer<InternalRow> shown) {
    Dataset<Row> rows =
        spark()
            .sql(
                over(
                    "SELECT %s FROM %s"
                        .formatted(
                            columns.stream().map(Field::name).collect(Collectors.joining(", ")),
                            table.name()),
                    broken));
    for (InternalRow row :
        ((org.apache.spark.sql.classic.Dataset<Row>) rows)
            .queryExecution()
            .executedPlan()
            .executeCollect()) {
      shown.accept(row);
    }
  }

  @Test
  void readingOnceShowsContractsOfSoundTablesAlone() {
    Set<Table> tables = Set.of(AsOf.TABLE, PlacementRates.TABLE, Cells.BY_MAJOR, Entries.TABLE);
    ReadOnce sound = read(tables, List.of(), Set.of());
    tables.forEach(table -> assertTrue(sound.showsContract(table), table.name()));
    assertFalse(sound.showsContract(Slices.TABLE), "it was not read");
    for (UnaryOperator<Dataset<Row>> change :
        List.of(
            set("age_days", "age_days + 1"),
            set("as_of_kind", "'unheard of'"),
            set("snapshot_date", "NULL"),
            twice("true"))) {
      Set<String> broken = broken(AsOf.TABLE, change);
      assertFalse(read(Set.of(AsOf.TABLE), List.of(), broken).showsContract(AsOf.TABLE));
    }
    Set<String> empty = broken(PlacementRates.TABLE, set("hardship_group", "CAST(NULL AS STRING)"));
    List<Check> checks =
        Verification.checks().stream().filter(one -> one.agreement().isPresent()).toList();
    ReadOnce withoutGroups = read(Set.of(PlacementRates.TABLE), checks, empty);
    assertFalse(withoutGroups.showsContract(PlacementRates.TABLE));
    assertFalse(
        checks.stream()
            .filter(one -> one.name().equals("adds_up_over_universities"))
            .anyMatch(withoutGroups::shows),
        "keys without a value tell nothing apart");
    Set<String> twice = broken(Cells.BY_MAJOR, twice("true"));
    assertFalse(read(Set.of(Cells.BY_MAJOR), List.of(), twice).showsContract(Cells.BY_MAJOR));
  }

  static Stream<String> filled() {
    return FILLED.stream().map(Table::name);
  }

  @ParameterizedTest
  @MethodSource("filled")
  void emptyTableIsNoticed(String name) {
    Table table = FILLED.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    assertFalse(spark().table(view(table)).isEmpty(), name + " has no rows to lose");
    Set<String> broken = broken(table, rows -> rows.filter("false"));
    assertTrue(
        Verification.checks().stream()
            .filter(
                invariant ->
                    !over(invariant.breaches(), broken)
                        .equals(over(invariant.breaches(), Set.of())))
            .anyMatch(invariant -> !holds(invariant, broken)),
        "no invariant sees that " + name + " is empty");
  }

  @Test
  void outcomesThatAreNoMoreCountedAreSeenByTheirInvariant() {
    Check outcomes =
        Verification.checks().stream()
            .filter(one -> one.name().equals("outcomes_add_up"))
            .findFirst()
            .orElseThrow();
    assertFalse(holds(outcomes, broken(OutcomeCounts.TABLE, rows -> rows.filter("false"))));
  }

  @Test
  void everyKindOfListThatDoesNotCountIsSeen() {
    Check matched =
        Verification.checks().stream()
            .filter(one -> one.name().equals("feeds_matched"))
            .findFirst()
            .orElseThrow();
    assertFalse(holds(matched, broken(Assistance.TABLE, rows -> rows.filter("false"))));
    assertFalse(
        holds(
            matched,
            broken(Submissions.TABLE, set("status", "'retracted'", "feed = 'follow_up'"))));
    assertFalse(holds(matched, broken(FollowUp.TABLE, set("graduate_id", "'nobody'"))));
  }

  @Test
  void duplicateKeyDoesNotKeepInvariantsFromBeingAsked() throws IOException {
    Path copy = folder.resolve("copy");
    FileUtils.copyDirectory(folder.resolve("warehouse").toFile(), copy.toFile());
    String asOf = "delta.`%s`".formatted(copy.resolve(AsOf.TABLE.name().replace('.', '/')));
    spark().sql("INSERT INTO %s SELECT * FROM %s".formatted(asOf, asOf));

    List<Verification.Outcome> outcomes = Verification.verify(spark(), copy.toString());

    List<String> failed =
        outcomes.stream()
            .filter(outcome -> !outcome.holds())
            .map(Verification.Outcome::subject)
            .toList();
    assertTrue(failed.contains(AsOf.TABLE.name()), failed::toString);
    assertTrue(failed.contains("rates_from_history"), failed::toString);
    Set<String> subjects =
        outcomes.stream().map(Verification.Outcome::subject).collect(Collectors.toSet());
    names().forEach(name -> assertTrue(subjects.contains(name), name + " is not asked"));
  }
}
