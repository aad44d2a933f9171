package dev.taizhang.figures.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.assistance.HelpDates.Turn;
import dev.taizhang.figures.assistance.Span.State;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.HelpCells.HelpCell;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one graduate's intervals and measures say. Days are counted from the slice that speaks. */
class HelpFoldTest {

  private static final LocalDate SLICE = LocalDate.of(2025, 8, 24);
  private static final int NOW = (int) SLICE.toEpochDay();
  private static final Hardship NONE = new Hardship(List.of(), "none");
  private static final Hardship POOR = new Hardship(List.of("subsistence_allowance"), "tags");

  private final HelpSettings settings = settings(SLICE);

  private static HelpSettings settings(LocalDate asOf) {
    int age = (int) (asOf.toEpochDay() - NOW);
    return HelpSettings.of(
        HelpDates.of(
            List.of(new Speaking(asOf, "plain", "90001", 2025, SLICE, age, true, true, true))),
        ReferenceData.load(Optional.empty()));
  }

  private static Span span(int from, int to, State state) {
    return new Span(NOW + from, NOW + to, false, state, NONE, NONE);
  }

  private static Span open(int from, State state, Hardship hardship) {
    return new Span(NOW + from, Integer.MAX_VALUE, false, state, hardship, hardship);
  }

  private static Span open(int from, State state) {
    return open(from, state, NONE);
  }

  private static Measure measure(Integer day, String code, String mode) {
    return result(day, code, mode, null, null);
  }

  private static Measure result(
      Integer day, String code, String mode, String result, String reason) {
    return new Measure(
        day == null ? null : (Integer) (NOW + day), NOW, code, mode, "university", result, reason);
  }

  /** What was found, one line each, of a subject. */
  private static List<String> found(
      HelpSettings settings, String subject, List<Span> spans, Measure... measures) {
    HelpFold fold = new HelpFold(settings, "90001", 2025);
    Turn turn = settings.dates().of("90001", 2025).get(0);
    fold.count(turn, spans, List.of(measures));
    return fold.counts().rows().stream()
        .filter(cell -> cell.subject().equals(subject))
        .map(cell -> cell.kind() + " " + cell.days() + " " + cell.answer())
        .sorted()
        .toList();
  }

  private List<String> found(String subject, List<Span> spans, Measure... measures) {
    return found(settings, subject, spans, measures);
  }

  @ParameterizedTest
  @CsvSource({
    // Placed on the day of the slice: unplaced until the day before.
    "0, '7 30 90'",
    "-5, '7 30 90'",
    // The window of 7 days begins six days before.
    "-6, '30 90'",
    "-28, '30 90'",
    "-29, '90'",
    "-88, '90'",
    "-89, ''"
  })
  void placedBeforeAWindowIsNotUnplacedInIt(int placedOn, String windows) {
    List<Span> spans = List.of(span(-200, placedOn, State.UNPLACED), open(placedOn, State.PLACED));
    assertEquals(
        windows,
        found("unplaced", spans).stream()
            .map(line -> line.split(" ", -1)[1])
            .sorted(Comparator.comparing(Integer::valueOf))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void whatASliceOfBeforeTheWindowSaysHoldsInIt() {
    HelpSettings stale = settings(SLICE.plusDays(20));
    assertEquals(3, found(stale, "unplaced", List.of(open(-10, State.UNPLACED))).size());
    assertEquals(
        List.of("all 30 all", "all 90 all"),
        found(stale, "unplaced", List.of(span(-10, -1, State.UNPLACED), open(-1, State.PLACED))));
  }

  @Test
  void nobodyIsCountedWhomTheSliceDoesNotHave() {
    List<Span> before = List.of(span(-30, -1, State.UNPLACED));
    assertEquals(List.of(), found("unplaced", before));
    for (State state : List.of(State.ABSENT, State.OUTSIDE)) {
      Span now = new Span(NOW - 1, Integer.MAX_VALUE, false, state, NONE, NONE);
      assertEquals(
          List.of(),
          found("unplaced", List.of(before.get(0), now), measure(-3, "subsidy", "contact")));
    }
  }

  @Test
  void whoeverIsPlacedWhenTheLedgerHasThemAgainMayHaveBeenSoBefore() {
    List<Span> returned =
        List.of(
            span(-30, -20, State.UNPLACED), span(-20, -5, State.ABSENT), open(-5, State.PLACED));
    assertEquals(new Following(true, false, 0), Following.of(returned, NOW - 10, NOW));
    assertEquals(new Following(false, true, 20), Following.of(returned, NOW - 25, NOW));
  }

  @Test
  void closestModeCounts() {
    List<Span> unplaced = List.of(open(-100, State.UNPLACED));
    assertEquals(
        List.of("all 30 mass", "all 7 mass", "all 90 contact"),
        onlyAll(
            found(
                "reached",
                unplaced,
                measure(-2, "special_job_fair", "mass"),
                measure(-2, "subsidy", null),
                measure(-60, "follow_up_contact", "contact"))));
    assertEquals(
        List.of("all 30 mode_unknown", "all 90 mode_unknown"),
        onlyAll(found("reached", unplaced, measure(-20, "subsidy", null))));
  }

  private static List<String> onlyAll(List<String> found) {
    return found.stream().filter(line -> line.startsWith("all ")).toList();
  }

  @ParameterizedTest
  @CsvSource({"-6, 3", "-7, 2", "-29, 2", "-30, 1", "-89, 1", "-90, 0", "0, 3", "1, 0"})
  void measureCountsInTheWindowsThatHaveItsDay(int day, int windows) {
    assertEquals(
        windows,
        onlyAll(
                found(
                    "reached",
                    List.of(open(-200, State.UNPLACED)),
                    measure(day, "subsidy", "contact")))
            .size());
  }

  @Test
  void measureWithoutADayIsInNoWindowAndCountsForTheStandard() {
    List<Span> unplaced = List.of(open(-100, State.UNPLACED));
    Measure briefing = measure(null, "policy_briefing", "mass");
    assertEquals(List.of(), found("reached", unplaced, briefing));
    assertEquals(
        List.of("1131 30 part", "1131 7 part", "1131 90 part"),
        found("standard", unplaced, briefing));
  }

  @Test
  void standardIsKeptInFullByEveryServiceAsOftenAsPromised() {
    List<Span> unplaced = List.of(open(-100, State.UNPLACED));
    Measure[] all = {
      measure(-50, "policy_briefing", "mass"),
      measure(-40, "career_guidance", "one_to_one"),
      measure(-30, "job_recommendation", "one_to_one"),
      measure(-20, "post_to_the_door", "one_to_one"),
      measure(-10, "job_recommendation", "mass"),
      measure(-5, "internship", null)
    };
    assertEquals("1131 7 full", found("standard", unplaced, all).get(1));
    all[4] = measure(-10, "subsidy", "mass");
    assertEquals("1131 7 part", found("standard", unplaced, all).get(1));
    assertEquals(
        "1131 7 not",
        found("standard", unplaced, measure(-1, "follow_up_contact", "one_to_one")).get(1));
  }

  @Test
  void furthestStageTellsTheOthers() {
    List<Span> unplaced = List.of(open(-100, State.UNPLACED));
    assertEquals(
        List.of("all 0 interviewed"),
        found(
            "funnel",
            unplaced,
            result(-9, "job_recommendation", "mass", "interviewed", null),
            result(-5, "job_recommendation", "mass", "applied", null)));
    assertEquals(
        List.of("all 0 recommended"),
        found("funnel", unplaced, result(-5, "job_recommendation", "mass", "declined", "pay")));
    assertEquals(
        List.of("all 0 recommended"),
        found("funnel", unplaced, result(-5, "job_recommendation", null, null, null)));
    assertEquals(List.of(), found("funnel", unplaced, result(-5, "subsidy", null, null, null)));
  }

  @Test
  void eachReasonCountsOnceAndUnknownWhereNoneIsTold() {
    assertEquals(
        List.of("all 0 all", "all 0 pay", "all 0 unknown"),
        found(
            "declined",
            List.of(open(-100, State.UNPLACED)),
            result(-9, null, null, "declined", "pay"),
            result(-8, null, null, null, "pay"),
            result(-7, null, null, "declined", null)));
  }

  @Test
  void daysRunFromTheFirstHelpOneToOne() {
    Measure first = measure(-20, "career_guidance", "one_to_one");
    Measure[] measures = {
      measure(-60, "career_guidance", "mass"), measure(-3, "subsidy", "one_to_one"), first
    };
    assertEquals(
        List.of("all 15 placed"),
        found(
            "first_help",
            List.of(span(-100, -5, State.UNPLACED), open(-5, State.PLACED)),
            measures));
    assertEquals(
        List.of("all 20 waiting"),
        found("first_help", List.of(open(-100, State.UNPLACED)), measures));
    assertEquals(List.of(), found("first_help", List.of(open(-100, State.PLACED)), measures));
    assertEquals(
        List.of("all 12 placed"),
        found(
            "first_help",
            List.of(
                span(-100, -30, State.PLACED),
                span(-30, -8, State.UNPLACED),
                open(-8, State.PLACED)),
            measures),
        "placed anew after a loss");
  }

  @Test
  void whoeverIsPlacedWhenFirstSeenMayHaveBeenSoBefore() {
    Span entered = new Span(NOW - 10, Integer.MAX_VALUE, true, State.PLACED, NONE, NONE);
    Measure help = measure(-20, "career_guidance", "one_to_one");
    assertEquals(List.of(), found("first_help", List.of(entered), help));
    assertEquals(
        List.of("all 10 placed"),
        found(
            "first_help", List.of(span(-15, -10, State.UNPLACED), open(-10, State.PLACED)), help));
  }

  @ParameterizedTest
  @CsvSource({
    "-29, -10, ''",
    "-30, -10, '30 placed'",
    "-30, 0, '30 placed'",
    "-89, -58, '30 waiting'",
    "-90, -59, '30 waiting,90 placed'",
    "-180, -151, '180 placed,30 placed,90 placed'",
    "-180, -50, '180 placed,30 waiting,90 waiting'"
  })
  void trainingIsFollowedAsLongAsSlicesTell(int trained, int placed, String answers) {
    List<String> found =
        found(
            "trained",
            List.of(span(-300, placed, State.UNPLACED), open(placed, State.PLACED)),
            measure(trained, "hongzhi_training", "mass"));
    assertEquals(
        answers,
        found.stream()
            .filter(line -> line.startsWith("hongzhi_training ") && !line.contains(" 0 "))
            .map(line -> line.substring("hongzhi_training ".length()))
            .collect(Collectors.joining(",")));
    assertTrue(found.contains("all 0 all"), found::toString);
  }

  @Test
  void planTakesAFileAMeasureAndAWord() {
    List<Span> quiet = List.of(open(-100, State.UNPLACED, POOR));
    assertEquals(List.of("unplaced 0 all", "unplaced 0 file"), found("planned", quiet));
    assertEquals(
        List.of("unplaced 0 all", "unplaced 0 file", "unplaced 0 measure"),
        found("planned", quiet, measure(-40, "subsidy", null)));
    assertEquals(
        List.of(
            "unplaced 0 all",
            "unplaced 0 file",
            "unplaced 0 measure",
            "unplaced 0 plan",
            "unplaced 0 word"),
        found("planned", quiet, measure(-10, "subsidy", null)));
    assertEquals(
        List.of("placed 0 all", "placed 0 file", "placed 0 word"),
        found("planned", List.of(open(-29, State.PLACED, POOR))));
    assertEquals(
        List.of("placed 0 all", "placed 0 word"),
        found(
            "planned",
            List.of(open(-29, State.PLACED, new Hardship(List.of("disabled"), "mask")))));
    assertEquals(List.of(), found("planned", List.of(open(-29, State.PLACED))));
  }

  @Test
  void unhelpedAreCountedOnceWhicheverWay() {
    // Whoever one interval tells all of is counted by it alone, and not again.
    Turn turn = settings.dates().of("90001", 2025).get(0);
    Span now = open(-40, State.UNPLACED);
    assertTrue(now.tellsAll(turn));
    HelpFold fold = new HelpFold(settings, "90001", 2025);
    fold.countUnhelped(turn, List.of(span(-90, -40, State.UNPLACED), now));
    assertEquals(List.of(), fold.counts().rows());
    fold.countAlone(turn, now, HelpFold.isFresh(now, turn), 1);
    HelpFold other = new HelpFold(settings, "90001", 2025);
    other.count(turn, List.of(span(-90, -40, State.UNPLACED), now), List.of());
    assertEquals(byFinding(other), byFinding(fold));

    Span placed = open(-40, State.PLACED);
    Span before = span(-90, -40, State.UNPLACED);
    assertFalse(placed.tellsAll(turn));
    assertTrue(before.mayMatterBefore(turn));
    HelpFold brought = new HelpFold(settings, "90001", 2025);
    brought.countUnhelped(turn, List.of(before, placed));
    assertEquals(Map.of("unplaced 90", 1L, "standard 90", 1L), byFinding(brought));
  }

  private static Map<String, Long> byFinding(HelpFold fold) {
    Map<String, Long> found = new TreeMap<>();
    for (HelpCell cell : fold.counts().rows()) {
      found.merge(cell.subject() + " " + cell.days(), cell.graduates(), Long::sum);
    }
    return found;
  }
}
