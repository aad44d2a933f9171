package dev.taizhang.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.flow.Stage;
import dev.taizhang.run.Run;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.PlainSettings;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Check;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static final Pattern NAME =
      Pattern.compile("\\b(intake|ledger|marts|ops|published)\\.([a-z_]+)");

  /** Tables that a warehouse with a follow-up list and an assistance ledger has rows of. */
  private static final List<Table> FILLED = Pipeline.STAGES.stream().map(Stage::output).toList();

  @TempDir static Path folder;

  private static SparkSession spark() {
    return SharedSpark.session();
  }

  static String view(Table table) {
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
        Breaches.invariants());
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
    Breaches.Breach breach = Breaches.of(name);
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
    Breaches.Breach breach = Breaches.of(name);
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
            Breaches.set("age_days", "age_days + 1"),
            Breaches.set("as_of_kind", "'unheard of'"),
            Breaches.set("snapshot_date", "NULL"),
            Breaches.twice("true"))) {
      Set<String> broken = broken(AsOf.TABLE, change);
      assertFalse(read(Set.of(AsOf.TABLE), List.of(), broken).showsContract(AsOf.TABLE));
    }
    Set<String> empty =
        broken(PlacementRates.TABLE, Breaches.set("hardship_group", "CAST(NULL AS STRING)"));
    List<Check> checks =
        Verification.checks().stream().filter(one -> one.agreement().isPresent()).toList();
    ReadOnce withoutGroups = read(Set.of(PlacementRates.TABLE), checks, empty);
    assertFalse(withoutGroups.showsContract(PlacementRates.TABLE));
    assertFalse(
        checks.stream()
            .filter(one -> one.name().equals("adds_up_over_universities"))
            .anyMatch(withoutGroups::shows),
        "keys without a value tell nothing apart");
    Set<String> twice = broken(Cells.BY_MAJOR, Breaches.twice("true"));
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
            broken(
                Submissions.TABLE, Breaches.set("status", "'retracted'", "feed = 'follow_up'"))));
    assertFalse(holds(matched, broken(FollowUp.TABLE, Breaches.set("graduate_id", "'nobody'"))));
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
