package dev.taizhang.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.support.SiteData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site is replaced as a whole or not at all, and nothing of anybody else's is touched. */
class SiteTest {

  @TempDir Path folder;
  private Path site;

  @BeforeEach
  void place() {
    site = folder.resolve("site");
  }

  /** An edition in which everybody is so many. */
  private static Edition edition(long graduates) {
    return TestEditions.of(
        "state " + graduates,
        TestEditions.groups(
            List.of(List.of(Shown.of("all"), Shown.of(graduates), Shown.share(0.5)))));
  }

  private String shown() throws IOException {
    return SiteData.of(site).table("placement_rates", "groups").values("graduates").get(0);
  }

  private SortedMap<Path, FileTime> files() throws IOException {
    SortedMap<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(site)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /** Makes every file look old, so that a write would show. */
  private void age() throws IOException {
    for (Path file : files().keySet()) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
    }
  }

  @Test
  void siteHasEverythingItNeedsBesideItsPage() throws IOException {
    Site.Published published = Site.in(site).publish(edition(100));
    assertTrue(published.isNew());
    assertEquals(site.resolve("index.html"), published.page());
    assertEquals("100", shown());
    Path edition = SiteData.of(site).folder();
    for (String file : new String[] {"app.css", "app.js", "echarts.min.js"}) {
      assertTrue(Files.size(edition.resolve(file)) > 0, file);
    }
    assertTrue(
        Files.readString(edition.resolve("echarts.min.js")).contains("Apache License"),
        "the licence of the charts goes with them");
    assertFalse(Files.readString(published.page()).contains("@EDITION@"));
  }

  @Test
  void equalEditionChangesNoFile() throws IOException {
    Site.in(site).publish(edition(99));
    Site.in(site).publish(edition(100));
    age();
    Map<Path, FileTime> before = files();
    assertFalse(Site.in(site).publish(edition(100)).isNew());
    assertEquals(before, files());
  }

  @Test
  void pageThatIsOpenKeepsTheFilesOfTheFormerEdition() throws IOException {
    Site.in(site).publish(edition(100));
    String first = SiteData.of(site).folder().getFileName().toString();
    Site.in(site).publish(edition(101));
    String second = SiteData.of(site).folder().getFileName().toString();
    assertNotEquals(first, second);
    assertTrue(names().contains(first));
    Site.in(site).publish(edition(102));
    assertFalse(names().contains(first));
    assertTrue(names().contains(second));
    assertEquals(3, names().size(), names()::toString);
  }

  private static Edition of(EditionKind kind, long graduates) {
    Edition edition = edition(graduates);
    return new Edition(
        kind,
        edition.asOfDate(),
        edition.madeFrom(),
        edition.program(),
        edition.staleDays(),
        edition.coveredDays(),
        edition.lists(),
        edition.tables(),
        edition.findings());
  }

  /** What was withheld since would stand beside the page otherwise. */
  @Test
  void folderThatLeavesTheHouseHoldsOneEditionAlone() throws IOException {
    Site.in(site).publish(of(EditionKind.DRAFT, 100));
    Files.createDirectory(site.resolve(".taizhang-broken-off"));
    assertFalse(Site.in(site).isMadeFrom(EditionKind.DRAFT, "state 100"), "something is left");
    Site.in(site).publish(of(EditionKind.PUBLISHED, 101));
    assertEquals(
        List.of(SiteData.of(site).folder().getFileName().toString(), "index.html"), names());
    assertEquals("101", shown());
    assertTrue(Site.in(site).isMadeFrom(EditionKind.PUBLISHED, "state 101"));
    assertFalse(Site.in(site).isMadeFrom(EditionKind.DRAFT, "state 101"));
  }

  @Test
  void editionsOfSeveralKindsDoNotTakeEachOthersPlace() throws IOException {
    Site.in(site).publish(edition(100));
    Map<Path, FileTime> before = files();
    for (EditionKind kind : List.of(EditionKind.DRAFT, EditionKind.PUBLISHED)) {
      String told =
          assertThrows(InvalidUsage.class, () -> Site.in(site).publish(of(kind, 101))).getMessage();
      assertTrue(told.contains("holds another edition (Internal edition)"), told);
      assertTrue(told.contains("give --site another folder, or empty that one"), told);
      assertTrue(told.contains("中是内部版，不会被" + kind.title().zh() + "覆盖"), told);
    }
    assertEquals(before, files());
    Path published = folder.resolve("published");
    Site.in(published).publish(of(EditionKind.PUBLISHED, 102));
    for (EditionKind kind : List.of(EditionKind.DRAFT, EditionKind.INTERNAL)) {
      assertThrows(
          InvalidUsage.class, () -> Site.in(published).publish(of(kind, 103)), kind.code());
    }
  }

  /** Before editions were several, markers did not say which one they are of. */
  @Test
  void siteOfAnEarlierProgramIsInternal() throws IOException {
    Site.in(site).publish(edition(100));
    Path marker = SiteData.of(site).folder().resolve("taizhang-site.txt");
    Files.writeString(marker, "taizhang site\nmade from state 100\nwith 0123456789abcdef\n");
    Site.in(site).requireRoomFor(EditionKind.INTERNAL);
    assertThrows(InvalidUsage.class, () -> Site.in(site).requireRoomFor(EditionKind.PUBLISHED));
  }

  @Test
  void knowsWhatItWasMadeFrom() throws IOException {
    assertFalse(Site.in(site).isMadeFrom(EditionKind.INTERNAL, "state 100"));
    Site.in(site).publish(edition(100));
    assertTrue(Site.in(site).isMadeFrom(EditionKind.INTERNAL, "state 100"));
    assertFalse(Site.in(site).isMadeFrom(EditionKind.INTERNAL, "state 101"));
    SiteAssets other =
        new SiteAssets("<script src=\"@EDITION@/app.js\">", SiteAssets.shipped().files());
    assertFalse(
        Site.in(site, other, step -> {}).isMadeFrom(EditionKind.INTERNAL, "state 100"),
        "another program");
  }

  @Test
  void whateverStepAPublicationEndsAtTheSiteIsWhole() throws IOException {
    int steps = 0;
    boolean ended = true;
    List<String> seen = new ArrayList<>();
    while (ended) {
      site = folder.resolve("site" + steps);
      Site.in(site).publish(edition(99));
      Site.in(site).publish(edition(100));
      ended = endsAtStep(steps, edition(101));
      seen.add(shown());
      assertTrue(Files.exists(SiteData.of(site).folder().resolve("echarts.min.js")));
      Site.in(site).publish(edition(101));
      assertEquals("101", shown());
      steps++;
    }
    // Ten steps: a folder, five files, two moves, a page, the folder before the former one.
    assertEquals(List.of("100", "101"), seen.stream().distinct().toList());
    assertEquals(10 + 1, steps);
  }

  /** Publishes until a step, as a process that is killed there. */
  private boolean endsAtStep(int last, Edition edition) {
    List<SiteFolder.Step> made = new ArrayList<>();
    try {
      Site.in(
              site,
              SiteAssets.shipped(),
              step -> {
                if (made.size() == last) {
                  throw new IllegalStateException("killed before " + step);
                }
                made.add(step);
              })
          .publish(edition);
      return false;
    } catch (IllegalStateException killed) {
      return true;
    }
  }

  @Test
  void whatAKilledPublicationLeftIsRemovedOnceItIsOld() throws IOException {
    Site.in(site).publish(edition(100));
    assertTrue(endsAtStep(3, edition(101)));
    assertEquals(3, names().size(), names()::toString);
    Site.in(site).publish(edition(102));
    assertEquals(4, names().size(), "somebody may be writing it");
    for (String name : names()) {
      if (name.startsWith(".taizhang-")) {
        Files.setLastModifiedTime(
            site.resolve(name), FileTime.from(Instant.now().minusSeconds(7200)));
      }
    }
    Site.in(site).publish(edition(103));
    assertEquals(3, names().size(), names()::toString);
  }

  @Test
  void fileThatSomebodyTookAwayComesBack() throws IOException {
    Site.in(site).publish(edition(100));
    Path taken = SiteData.of(site).folder().resolve("app.css");
    Files.delete(taken);
    assertTrue(Site.in(site).publish(edition(100)).isNew());
    assertTrue(Files.exists(taken));
  }

  @Test
  void folderOfSomebodyElseIsRefusedAndLeftAsItIs() throws IOException {
    Files.createDirectories(site.resolve("e-0123456789abcdef"));
    Files.writeString(site.resolve("e-0123456789abcdef/thesis.txt"), "mine");
    Map<Path, FileTime> before = files();
    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> Site.in(site));
    assertEquals(
        "The folder %s holds files that are no site of taizhang, such as e-0123456789abcdef. Nothing was written or removed. What to do: give --site an empty folder or a new one."
            .formatted(site),
        refused.getMessage());
    assertEquals(before, files());
  }

  @Test
  void pageOfSomebodyElseIsRefused() throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve("index.html"), "<h1>my page</h1>");
    assertThrows(InvalidUsage.class, () -> Site.in(site));
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThrows(InvalidUsage.class, () -> Site.in(file));
  }

  @Test
  void whatStandsBesideASiteOfOursStaysThere() throws IOException {
    Site.in(site).publish(edition(100));
    Path note = Files.writeString(site.resolve("说明.txt"), "read me");
    Path other = Files.createDirectories(site.resolve("e-other"));
    Site.in(site).publish(edition(101));
    Site.in(site).publish(edition(102));
    assertTrue(Files.exists(note));
    assertTrue(Files.exists(other));
  }

  @Test
  void folderThatASystemLookedAtCountsAsEmpty() throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve(".DS_Store"), "");
    Site.in(site).publish(edition(100));
    assertEquals("100", shown());
  }
}
