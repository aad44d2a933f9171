package dev.taizhang.figures.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.assistance.HelpDates.Turn;
import dev.taizhang.figures.assistance.Span.State;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.AssistanceCoverage.Covered;
import dev.taizhang.tables.AssistanceFunnel.Led;
import dev.taizhang.tables.HelpCells.HelpCell;
import dev.taizhang.tables.Training.Trained;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of the figures of help for whatever histories and measures there are. */
class HelpLawTest {

  private static final LocalDate SLICE = LocalDate.of(2025, 8, 24);
  private static final int NOW = (int) SLICE.toEpochDay();
  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final List<Hardship> HARDSHIPS =
      List.of(
          new Hardship(List.of(), "none"),
          new Hardship(List.of(), "missing"),
          new Hardship(List.of("employment_difficulty"), "mask"),
          new Hardship(List.of("disabled", "subsistence_allowance"), "tags"));
  private static final List<String> CODES =
      List.of(
          "policy_briefing",
          "career_guidance",
          "job_recommendation",
          "skills_training",
          "hongzhi_training",
          "subsidy");
  private static final List<String> RESULTS =
      List.of("recommended", "applied", "interviewed", "offered", "signed", "declined");
  private static final List<String> MODES = List.of("one_to_one", "contact", "mass");
  private static final List<String> PROVIDERS = List.of("university", "employment_office", "other");

  /** A graduate, invented. */
  private record Invented(List<Span> spans, List<Measure> measures) {}

  private static <T> T any(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static <T> T orNull(Random random, List<T> some) {
    return random.nextInt(4) == 0 ? null : any(random, some);
  }

  private static Invented invented(Random random) {
    List<Span> spans = new ArrayList<>();
    int from = NOW - 250 + random.nextInt(250);
    boolean isFirst = true;
    while (from <= NOW + 10) {
      int to = random.nextInt(3) == 0 ? Integer.MAX_VALUE : from + 1 + random.nextInt(60);
      State state =
          isFirst ? State.values()[random.nextInt(3)] : any(random, List.of(State.values()));
      spans.add(new Span(from, to, isFirst, state, any(random, HARDSHIPS), any(random, HARDSHIPS)));
      isFirst = false;
      if (to == Integer.MAX_VALUE) {
        break;
      }
      from = to;
    }
    List<Measure> measures = new ArrayList<>();
    for (int number = random.nextInt(5); number > 0; number--) {
      measures.add(
          new Measure(
              random.nextInt(6) == 0 ? null : (Integer) (NOW - 240 + random.nextInt(250)),
              NOW - 30 + random.nextInt(40),
              orNull(random, CODES),
              orNull(random, MODES),
              orNull(random, PROVIDERS),
              orNull(random, RESULTS),
              random.nextInt(4) == 0 ? "pay" : null));
    }
    return new Invented(spans, measures);
  }

  private static HelpSettings settings(int age) {
    LocalDate asOf = SLICE.plusDays(age);
    return HelpSettings.of(
        HelpDates.of(
            List.of(new Speaking(asOf, "plain", "90001", 2025, SLICE, age, true, true, true))),
        REFERENCE);
  }

  private static List<HelpCell> cells(HelpSettings settings, List<Invented> everybody) {
    Turn turn = settings.dates().of("90001", 2025).get(0);
    HelpFold fold = new HelpFold(settings, "90001", 2025);
    everybody.forEach(one -> fold.count(turn, one.spans(), one.measures()));
    return fold.counts().rows();
  }

  private static List<Invented> everybody(Random random) {
    List<Invented> all = new ArrayList<>();
    for (int number = 1 + random.nextInt(40); number > 0; number--) {
      all.add(invented(random));
    }
    return all;
  }

  @Property(tries = 200)
  void partsAddUpAndLongerWindowsHaveEverybodyOfShorterOnes(@ForAll long seed) {
    Random random = new Random(seed);
    List<Covered> rows =
        CoverageRows.of(
            cells(settings(random.nextInt(122) - 2), everybody(random)), HelpCuts.of(REFERENCE));
    Map<List<Object>, Covered> byKey =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row ->
                        List.of(
                            row.hardshipGroup(),
                            row.provinceCode(),
                            row.universityCode(),
                            row.provider(),
                            row.windowDays()),
                    Function.identity()));
    for (Covered row : rows) {
      assertEquals(
          row.unplaced(),
          row.oneToOne() + row.contactOnly() + row.massOnly() + row.modeUnknown() + row.nothing());
      assertTrue(row.nothing() >= 0, row::toString);
      if (row.provider().equals("all")) {
        assertEquals(row.unplaced(), row.standardFull() + row.standardPart() + row.standardNot());
      }
      Covered longer =
          byKey.get(
              List.of(
                  row.hardshipGroup(),
                  row.provinceCode(),
                  row.universityCode(),
                  row.provider(),
                  row.windowDays() == 7 ? 30 : 90));
      assertTrue(longer.unplaced() >= row.unplaced(), row::toString);
      assertTrue(longer.oneToOne() >= row.oneToOne(), row::toString);
      assertTrue(
          longer.unplaced() - longer.nothing() >= row.unplaced() - row.nothing(), row::toString);
    }
  }

  @Property(tries = 200)
  void stagesAndFollowedDaysFall(@ForAll long seed) {
    Random random = new Random(seed);
    List<HelpCell> cells = cells(settings(random.nextInt(122) - 2), everybody(random));
    for (Led row : FunnelRows.of(cells, HelpCuts.of(REFERENCE))) {
      assertTrue(
          row.recommended() >= row.applied()
              && row.applied() >= row.interviewed()
              && row.interviewed() >= row.offered()
              && row.offered() >= row.signed(),
          row::toString);
      assertTrue(row.placedSince() <= row.helpedOneToOne(), row::toString);
    }
    for (Trained row : TrainingRows.of(cells, HelpCuts.of(REFERENCE))) {
      assertTrue(
          row.reached() - row.placedBefore() - row.withoutDate() >= row.observed30()
              && row.observed30() >= row.observed90()
              && row.observed90() >= row.observed180(),
          row::toString);
      assertTrue(row.placed30() <= row.observed30(), row::toString);
    }
  }

  /**
   * Whoever has no measures is counted the same by the intervals that one task sees one by one, and
   * by all of them together.
   */
  @Property(tries = 300)
  void unhelpedAreCountedTheSameWhereTheyAreReadAndTogether(@ForAll long seed) {
    Random random = new Random(seed);
    HelpSettings settings = settings(random.nextInt(122) - 2);
    Turn turn = settings.dates().of("90001", 2025).get(0);
    List<Invented> everybody =
        everybody(random).stream().map(one -> new Invented(one.spans(), List.of())).toList();
    HelpFold apart = new HelpFold(settings, "90001", 2025);
    for (Invented one : everybody) {
      List<Span> together = new ArrayList<>();
      for (Span span : one.spans()) {
        if (span.holdsOn(turn.slice()) && span.tellsAll(turn)) {
          if (apart.countsAlone(span)) {
            apart.countAlone(turn, span, HelpFold.isFresh(span, turn), 1);
          }
        } else if (span.holdsOn(turn.slice()) || span.mayMatterBefore(turn)) {
          together.add(span);
        }
      }
      apart.countUnhelped(turn, together);
    }
    Set<HelpCell> expected = new HashSet<>(cells(settings, everybody));
    assertEquals(expected, new HashSet<>(apart.counts().rows()));
  }
}
