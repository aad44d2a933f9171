package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SiteData;
import dev.taizhang.support.SiteData.SiteTable;
import dev.taizhang.support.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A site changes with its warehouse and not otherwise, and the commands say what they lack. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishTest {

  private static final String HEADLINE =
      " AND region_level = 'all' AND major_level = 'all' AND university_code = 'all'";

  @TempDir static Path folder;
  private static PublishedLedgers made;

  @BeforeAll
  static void publish() throws IOException {
    made = PublishedLedgers.in(folder);
  }

  private static SortedMap<Path, FileTime> files() throws IOException {
    SortedMap<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(made.site())) {
      for (Path file : found.toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  /** A warehouse that is made anew from other files has as many commits as the one before it. */
  @Test
  @Order(0)
  void anotherWarehouseWithAsManyCommitsIsPublishedAnew() throws IOException {
    Path place = made.folder().resolve("anew");
    Ledgers.write(place.resolve("landing"), "90001_20250831.csv", PublishedLedgers.ledger(10));
    assertEquals("1, 11", placedAnew(place, "first"));
    Ledgers.write(place.resolve("landing"), "90001_20250831.csv", PublishedLedgers.ledger(30));
    assertEquals("1, 31", placedAnew(place, "second"));
  }

  /** Commits of the rates, and how many are placed of both cohorts as the site has it. */
  private static String placedAnew(Path place, String warehouse) throws IOException {
    Path site = place.resolve("site");
    Path tables = place.resolve(warehouse);
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            place.resolve("landing").toString(),
            "--warehouse",
            tables.toString(),
            "--site",
            site.toString());
    assertEquals(0, result.exitCode(), result.err());
    SiteTable rates = SiteData.of(site).table("placement_rates", "groups");
    long placed =
        rates.lines("degree_level", "hardship_group", "placed").stream()
            .filter(line -> line.startsWith("all,all,"))
            .mapToLong(line -> Long.parseLong(line.substring("all,all,".length())))
            .sum();
    return Versions.of(tables).get("marts.placement_rates") + ", " + placed;
  }

  @Test
  @Order(9)
  void runThatChangesNothingLeavesEveryFileAlone() throws IOException {
    for (Path file : files().keySet()) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
    }
    SortedMap<Path, FileTime> before = files();
    Cli.Result again = made.run("--as-of", "official:2025-08-31");
    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.out().contains("index.html is up to date"), again.out());
    assertEquals(before, files());
  }

  @Test
  @Order(10)
  void lockedFiguresStandBesideThoseOfToday() throws IOException {
    Cli.Result lock =
        Cli.run(
            "lock", "--warehouse", made.warehouse(), "--official", "2025-08-31", "--why", "初次上报");
    assertEquals(0, lock.exitCode(), lock.err());
    Ledgers.write(
        made.folder().resolve("landing"),
        "90001_20250831_corrected.csv",
        PublishedLedgers.ledger(30));
    Path former = SiteData.of(made.site()).folder();
    assertEquals(0, made.run("--as-of", "official:2025-08-31").exitCode());
    assertNotEquals(former, SiteData.of(made.site()).folder());
    assertTrue(Files.exists(former.resolve("data/edition.js")), "pages that are open");
    made.figures()
        .assertSame(
            "official_figures",
            "all",
            "marts.official_figures WHERE true" + HEADLINE,
            "as_of_date",
            "graduation_year",
            "degree_level",
            "hardship_group",
            "graduates_locked",
            "graduates_now",
            "graduates_moved",
            "placed_locked",
            "placed_now",
            "placed_moved",
            "%placement_rate_locked",
            "%placement_rate_now",
            "%placement_rate_moved",
            "why");
    made.figures()
        .assertSame(
            "revisions",
            "latest",
            "marts.revisions",
            "as_of_date",
            "as_of_kind",
            "university_code",
            "graduation_year",
            "snapshot_date_before",
            "snapshot_date_now",
            "graduates_before",
            "graduates_now",
            "placed_before",
            "placed_now");
  }

  @Test
  @Order(11)
  void runThatBreaksLeavesTheSiteWhole() throws IOException {
    SortedMap<Path, FileTime> before = files();
    Cli.Result broken =
        Cli.run(
            "run",
            "--landing",
            made.folder().resolve("nowhere").toString(),
            "--warehouse",
            made.warehouse(),
            "--site",
            made.site().toString());
    assertEquals(3, broken.exitCode(), broken.err());
    assertEquals(before, files());
  }

  @Test
  @Order(12)
  void siteThatCannotBeWrittenIsToldApartFromTheTables() throws IOException {
    Path file = Files.writeString(made.folder().resolve("file"), "");
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            made.folder().resolve("landing").toString(),
            "--warehouse",
            made.warehouse(),
            "--reference",
            made.folder().resolve("reference").toString(),
            "--site",
            file.resolve("site").toString());
    assertEquals(1, result.exitCode());
    assertTrue(
        result.err().contains("Every table is up to date, but the site or the workbook is not: "),
        result.err());
  }

  @Test
  @Order(13)
  void folderOfSomebodyElseIsRefusedBeforeARun() throws IOException {
    Path other = Files.createDirectories(made.folder().resolve("documents"));
    Files.writeString(other.resolve("thesis.txt"), "mine");
    Cli.Result result =
        Cli.run(
            "run",
            "--landing",
            made.folder().resolve("landing").toString(),
            "--warehouse",
            made.folder().resolve("another").toString(),
            "--site",
            other.toString());
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("such as thesis.txt"), result.err());
    assertTrue(Files.notExists(made.folder().resolve("another")));
  }

  @Test
  @Order(14)
  void publishMakesTheSameSiteFromAJobFileWithoutAKey() throws IOException {
    Path job =
        Files.writeString(
            made.folder().resolve("job.yaml"),
            "warehouse: warehouse\nreference: reference\nsite: other\nworkbook: other.xlsx\n");
    Cli.Result result = Cli.withKey("", "publish", "--job", job.toString());
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.err().contains("this is the internal edition"), result.err());
    assertEquals(
        SiteData.of(made.site()).folder().getFileName(),
        SiteData.of(made.folder().resolve("other")).folder().getFileName());
    Path workbook = made.folder().resolve("other.xlsx");
    FileTime written = Files.getLastModifiedTime(workbook);
    assertTrue(result.out().contains("workbook: " + workbook + " (internal edition"), result.out());
    Cli.Result internal = Cli.withKey("", "publish", "--job", job.toString(), "--internal");
    assertEquals("", internal.err());
    assertTrue(internal.out().contains("index.html is up to date"), internal.out());
    assertTrue(internal.out().contains("other.xlsx is up to date"), internal.out());
    assertEquals(written, Files.getLastModifiedTime(workbook));
  }

  @Test
  @Order(15)
  void publishSaysWhatItLacks() {
    Cli.Result nowhere = Cli.run("publish", "--warehouse", made.warehouse());
    assertEquals(2, nowhere.exitCode());
    assertTrue(
        nowhere.err().contains("'taizhang publish' needs --site or --workbook"), nowhere.err());
    Cli.Result nothing = Cli.run("publish", "--site", made.site().toString());
    assertEquals(2, nothing.exitCode());
    assertTrue(nothing.err().contains("'taizhang publish' needs --warehouse"), nothing.err());
    Cli.Result remote =
        Cli.run("publish", "--warehouse", made.warehouse(), "--site", "hdfs://name/site");
    assertEquals(2, remote.exitCode());
    Cli.Result noWorkbook =
        Cli.run("publish", "--warehouse", made.warehouse(), "--workbook", "figures.csv");
    assertEquals(2, noWorkbook.exitCode());
    assertTrue(noWorkbook.err().contains("figures.csv is no name of a workbook"), noWorkbook.err());
    assertTrue(remote.err().contains("is no place of this machine"), remote.err());
  }
}
