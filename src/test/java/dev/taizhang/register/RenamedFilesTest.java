package dev.taizhang.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.landing.Feed;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.support.KnownLedgers;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ledgers of 8 June 2025, each known by one path at first. */
class RenamedFilesTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 8);
  private static final Instant WRITTEN = Instant.parse("2025-06-08T08:00:00Z");

  private final KnownFiles files = new KnownFiles(List.of());
  private final KnownSubmissions submissions = new KnownSubmissions(List.of(), Map.of());

  private static LandingFile file(String name, Instant modifiedAt) {
    return new LandingFile(Feed.LEDGER, "ledger/" + name, "/" + name, 100, modifiedAt);
  }

  private static LandingFile file(String name) {
    return file(name, WRITTEN);
  }

  private static String code(String name) {
    return name.substring(0, name.indexOf('_'));
  }

  /** A submission and the path that it came in by. */
  private void known(String id, String name) {
    submissions.put(KnownLedgers.ledger(id, code(name), DATE).withName(name, null));
    files.put(file(name), id);
  }

  /** What a run that meets files for the first time says of each. */
  private Survey met(String id, LandingFile file) {
    submissions.put(KnownLedgers.ledger(id, code(file.name()), DATE).withName(file.name(), null));
    files.put(file, id);
    Survey.Named name = new Survey.Named(code(file.name()), DATE.plusDays(1), null);
    return new Survey(file, id, name, null, null);
  }

  private Map<String, String> follow(List<LandingFile> present, Survey... atNewPaths) {
    return new RenamedFiles(files, submissions)
        .follow(present, Arrays.asList(atNewPaths), (file, name, id) -> true);
  }

  private Submission of(String id) {
    return submissions.of(id).orElseThrow();
  }

  @Test
  void submissionIsCalledWhatTheFirstFileWithItsBytesIsCalled() {
    known("a", "90001_20250608.csv");
    LandingFile part = file("90001_20250608_p2.csv");
    LandingFile later = file("90001_20250608_p1.csv", WRITTEN.plusSeconds(1));
    files.put(part, "a");
    files.put(later, "a");

    assertEquals(Map.of(), follow(List.of(later, part)));
    assertEquals(KnownLedgers.ledger("a", DATE).withName(part.name(), 2), of("a"));
  }

  @Test
  void fileThatIsMerelyGoneGoesOnCounting() {
    known("a", "90001_20250608.csv");
    assertEquals(Map.of(), follow(List.of()));
    assertTrue(of("a").isAccepted());
  }

  @Test
  void fileRenamedToAnotherDateCountsUnderItsNewNameUntilItGetsTheFormerOneBack() {
    known("a", "90001_20250608.csv");
    LandingFile renamed = file("90001_20250609.csv");

    assertEquals(
        Map.of("90001_20250608.csv", "90001_20250609.csv"),
        follow(List.of(renamed), met("b", renamed)));
    assertTrue(of("a").isRenamed());
    assertEquals(Submissions.RETRACTED, of("a").status());
    assertTrue(of("b").isAccepted());

    LandingFile former = file("90001_20250608.csv");
    files.put(former, "a");
    follow(List.of(former));
    assertEquals(KnownLedgers.ledger("a", DATE).withName(former.name(), null), of("a"));
  }

  @Test
  void fileThatWasWrittenAnewIsNoRenamedOne() {
    known("a", "90001_20250608.csv");
    LandingFile next = file("90001_20250609.csv", WRITTEN.plusSeconds(1));
    assertEquals(Map.of(), follow(List.of(next), met("b", next)));
    assertTrue(of("a").isAccepted());
  }

  @Test
  void ofEqualBytesOfTwoUniversitiesThoseOfTheSameOneAreTheRenamedOnes() {
    known("a", "90002_20250608.csv");
    known("b", "90001_20250608.csv");
    LandingFile renamed = file("90001_20250609.csv");
    follow(List.of(renamed), met("c", renamed));
    assertTrue(of("a").isAccepted());
    assertTrue(of("b").isRenamed());
  }

  @Test
  void fileThatCouldNotBeReadIsForgottenOnceItCan() {
    known("unread", "90001_20250608.csv");
    submissions.put(
        of("unread").withStatus(Submissions.REJECTED, Rejection.READ_FAULT, "It cannot be read."));
    LandingFile same = file("90001_20250608.csv");
    follow(List.of(same));
    assertTrue(submissions.of("unread").isPresent());

    follow(List.of(same), met("read", same));
    assertTrue(submissions.of("unread").isEmpty());
  }
}
