package dev.taizhang.figures.gaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.rates.Cell;
import dev.taizhang.figures.rates.CountedSlice;
import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.OutcomeTally;
import dev.taizhang.figures.rates.SpeakingSlices;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.GapContributions.GapContribution;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapsTest {

  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final Hardship NONE = new Hardship(List.of(), "none");
  private static final Hardship DISABLED = new Hardship(List.of("disabled"), "tags");
  private static final String LAW = "030101";
  private static final String NURSING = "101101";

  @TempDir Path folder;

  private CutSettings settings;

  @BeforeEach
  void roster() throws IOException {
    Files.writeString(
        folder.resolve("universities.csv"),
        """
        code,name,province_code,prefecture_code,tier
        90001,示例甲,340000,340100,本科
        90002,示例乙,340000,341400,本科
        90003,示例丙,420000,420600,专科
        """);
    List<AsOf.Speaking> speaking = new ArrayList<>();
    for (String university : List.of("90001", "90002", "90003")) {
      speaking.add(new AsOf.Speaking(DATE, "plain", university, 2025, DATE, 0, true, true, true));
    }
    settings =
        CutSettings.of(
            SpeakingSlices.of(speaking), ReferenceData.load(Optional.of(folder.toString())));
  }

  private static Cell cell(
      String university, String major, Hardship now, Hardship baseline, int placed, int unplaced) {
    return cell(university, "bachelor", major, now, baseline, placed, unplaced);
  }

  private static Cell cell(
      String university,
      String degree,
      String major,
      Hardship now,
      Hardship baseline,
      int placed,
      int unplaced) {
    long[] counts = new long[OutcomeTally.OUTCOMES];
    counts[Outcome.AGREEMENT.ordinal()] = placed;
    counts[OutcomeTally.OUTCOMES - 1] = unplaced;
    return new Cell(
        new CountedSlice(university, 2025, DATE),
        degree,
        now,
        baseline,
        new Cell.ByMajor(new FieldCode("undergraduate", major)),
        new OutcomeTally(counts, new int[0]));
  }

  private static Cell cell(
      String university, String major, Hardship hardship, int placed, int unplaced) {
    return cell(university, major, hardship, hardship, placed, unplaced);
  }

  private List<HardshipGap> gaps(Cell... cells) {
    return gaps(List.of(cells));
  }

  private List<HardshipGap> gaps(List<Cell> cells) {
    GapCube cube = new GapCube(settings);
    cells.forEach(cube::add);
    return Gaps.of(settings, cube.counts()).toList();
  }

  private static HardshipGap one(List<HardshipGap> gaps, String group, String stratification) {
    return one(gaps, "all", "all", group, stratification);
  }

  private static HardshipGap one(
      List<HardshipGap> gaps, String degree, String province, String group, String by) {
    List<HardshipGap> found =
        gaps.stream()
            .filter(gap -> gap.degreeLevel().equals(degree))
            .filter(gap -> gap.provinceCode().equals(province))
            .filter(gap -> gap.hardshipGroup().equals(group))
            .filter(gap -> gap.stratification().equals(by))
            .toList();
    assertEquals(1, found.size(), () -> group + " in " + gaps);
    return found.get(0);
  }

  /**
   * Law places 2 of 10 without hardship and 30 of 100 disabled; nursing 80 of 100 and 9 of 10. The
   * disabled are ahead in each and behind overall: 39 of 110 beside 82 of 110.
   */
  @Test
  void groupBehindOverallAndAheadWithinEveryClassTurnsItsSign() {
    HardshipGap gap =
        one(
            gaps(
                cell("90001", LAW, NONE, 2, 8),
                cell("90001", LAW, DISABLED, 30, 70),
                cell("90001", NURSING, NONE, 80, 20),
                cell("90001", NURSING, DISABLED, 9, 1)),
            "disabled",
            HardshipGaps.CLASS_UNIVERSITY);
    assertEquals(110, gap.graduates());
    assertEquals(39, gap.placed());
    assertEquals(82, gap.referencePlaced());
    assertEquals(39 / 110.0 - 82 / 110.0, gap.crudeGap(), 1e-15);
    assertEquals(0.1, gap.adjustedGap(), 1e-15);
    assertTrue(gap.signTurns());
    assertEquals(2, gap.strata());
    assertEquals(2, gap.strataWithBoth());
    assertEquals(0, gap.unmatchedPart(), 1e-15);
    assertEquals(gap.crudeGap(), gap.compositionPart() + gap.ratePart(), 1e-12);
    assertEquals(0.1, gap.standardisedGap(), 1e-15);
    assertNull(gap.clusteredLow());
  }

  @Test
  void tagDroppedOnPlacementDoesNotMoveTheGapAndIsCounted() {
    List<Cell> kept = List.of(cell("90001", LAW, NONE, 8, 2), cell("90001", LAW, DISABLED, 6, 4));
    List<Cell> dropped =
        List.of(
            cell("90001", LAW, NONE, 8, 2),
            cell("90001", LAW, NONE, DISABLED, 6, 0),
            cell("90001", LAW, DISABLED, DISABLED, 0, 4));
    HardshipGap before = one(gaps(kept), "disabled", HardshipGaps.CLASS_UNIVERSITY);
    HardshipGap after = one(gaps(dropped), "disabled", HardshipGaps.CLASS_UNIVERSITY);
    assertEquals(-0.2, before.adjustedGap(), 1e-15);
    assertEquals(before.adjustedGap(), after.adjustedGap());
    assertEquals(10, after.graduates());
    assertEquals(6, after.tagsDroppedAfterPlacement());
    assertEquals(0, before.tagsDroppedAfterPlacement());
  }

  @Test
  void tagAddedAfterPlacementIsCountedAndMakesNobodyAMember() {
    List<HardshipGap> gaps =
        gaps(
            cell("90001", LAW, NONE, 8, 2),
            cell("90001", LAW, DISABLED, 1, 1),
            cell("90001", LAW, DISABLED, NONE, 3, 5));
    HardshipGap gap = one(gaps, "disabled", HardshipGaps.CLASS_UNIVERSITY);
    assertEquals(2, gap.graduates());
    assertEquals(3, gap.tagsAddedAfterPlacement());
    assertEquals(18, gap.referenceGraduates());
  }

  @Test
  void columnThatComesLaterAddsNoTagsAndOneThatGoesDropsNone() {
    Hardship missing = new Hardship(List.of(), "missing");
    Hardship mask = new Hardship(List.of("economic_difficulty"), "mask");
    Hardship poor = new Hardship(List.of("economic_difficulty", "orphan"), "tags");
    List<HardshipGap> gaps =
        gaps(
            cell("90001", LAW, NONE, 8, 2),
            cell("90001", LAW, DISABLED, 1, 1),
            cell("90001", LAW, DISABLED, missing, 30, 0),
            cell("90001", LAW, missing, DISABLED, 40, 0),
            cell("90001", LAW, mask, poor, 7, 0),
            cell("90001", LAW, poor, poor, 1, 0),
            cell("90001", LAW, mask, DISABLED, 5, 0));
    HardshipGap disabled = one(gaps, "disabled", HardshipGaps.CLASS_UNIVERSITY);
    assertEquals(0, disabled.tagsAddedAfterPlacement());
    // The mask has disability, and does not tell orphans.
    assertEquals(5, disabled.tagsDroppedAfterPlacement());
    assertEquals(0, one(gaps, "orphan", HardshipGaps.CLASS_UNIVERSITY).tagsDroppedAfterPlacement());
  }

  @Test
  void gapThatIsNoneButForRoundingTurnsNoSign() {
    List<Cell> cells = new ArrayList<>();
    int[][] strata = {{1, 1, 8, 9}, {1, 1, 7, 9}, {0, 1, 3, 9}, {0, 2, 0, 5}};
    for (int stratum = 0; stratum < strata.length; stratum++) {
      int[] one = strata[stratum];
      String major = "0%d0101".formatted(stratum + 1);
      cells.add(cell("90001", major, DISABLED, one[0], one[1] - one[0]));
      cells.add(cell("90001", major, NONE, one[2], one[3] - one[2]));
    }
    HardshipGap gap = one(gaps(cells), "disabled", HardshipGaps.CLASS_UNIVERSITY);
    assertEquals(0, gap.adjustedGap(), 1e-15);
    assertFalse(gap.signTurns());
  }

  @Test
  void whoStudiesWhatNobodyElseDoesHasNoCounterpart() {
    HardshipGap gap =
        one(
            gaps(
                cell("90001", LAW, NONE, 4, 4),
                cell("90001", LAW, DISABLED, 1, 3),
                cell("90001", NURSING, DISABLED, 0, 6)),
            "disabled",
            HardshipGaps.CLASS_UNIVERSITY);
    assertEquals(2, gap.strata());
    assertEquals(1, gap.strataWithBoth());
    assertEquals(6, gap.graduatesWithoutCounterpart());
    assertEquals(-0.25, gap.adjustedGap(), 1e-15);
    assertEquals(0.1 - 0.5, gap.crudeGap(), 1e-15);
    assertEquals(-0.15, gap.unmatchedPart(), 1e-15);
  }

  @Test
  void nobodyToCompareWithLeavesTheComparisonEmpty() {
    HardshipGap gap =
        one(gaps(cell("90001", LAW, DISABLED, 1, 3)), "disabled", HardshipGaps.CLASS_UNIVERSITY);
    assertEquals(0.25, gap.placementRate());
    assertNull(gap.referenceRate());
    assertNull(gap.crudeGap());
    assertNull(gap.adjustedGap());
    assertNull(gap.oddsRatio());
    assertNull(gap.compositionPart());
    assertFalse(gap.signTurns());
    assertEquals(4, gap.graduatesWithoutCounterpart());
  }

  @Test
  void universitiesOfOneTierAreComparedWithEachOther() {
    List<HardshipGap> gaps =
        gaps(
            cell("90001", LAW, NONE, 4, 4),
            cell("90002", LAW, DISABLED, 1, 3),
            cell("90003", LAW, DISABLED, 0, 2));
    HardshipGap byUniversity = one(gaps, "disabled", HardshipGaps.CLASS_UNIVERSITY);
    HardshipGap byTier = one(gaps, "disabled", HardshipGaps.CLASS_TIER);
    assertNull(byUniversity.adjustedGap());
    assertEquals(-0.25, byTier.adjustedGap(), 1e-15);
    assertEquals(2, byTier.strata());
    assertEquals(2, byTier.graduatesWithoutCounterpart());
    assertEquals(byUniversity.crudeGap(), byTier.crudeGap());
  }

  @Test
  void degreesAndProvincesAreCutsOfTheirOwn() {
    List<HardshipGap> gaps =
        gaps(
            cell("90001", "bachelor", LAW, NONE, NONE, 4, 4),
            cell("90001", "bachelor", LAW, DISABLED, DISABLED, 3, 1),
            cell("90003", "associate", LAW, NONE, NONE, 1, 1),
            cell("90003", "associate", LAW, DISABLED, DISABLED, 0, 2));
    String by = HardshipGaps.CLASS_UNIVERSITY;
    assertEquals(0.25, one(gaps, "bachelor", "340000", "disabled", by).adjustedGap(), 1e-15);
    assertEquals(-0.5, one(gaps, "associate", "420000", "disabled", by).adjustedGap(), 1e-15);
    assertEquals(6, one(gaps, "all", "all", "disabled", by).graduates());
    assertEquals(
        0,
        gaps.stream()
            .filter(gap -> gap.degreeLevel().equals("bachelor"))
            .filter(gap -> gap.provinceCode().equals("420000"))
            .count());
    assertTrue(
        gaps.stream().noneMatch(gap -> List.of("all", "none").contains(gap.hardshipGroup())));
  }

  @Test
  void classesAndUniversitiesAddUpToTheGapTheMostFirst() {
    List<Cell> cells =
        List.of(
            cell("90001", LAW, NONE, 8, 2),
            cell("90001", LAW, DISABLED, 3, 7),
            cell("90001", NURSING, NONE, 6, 4),
            cell("90001", NURSING, DISABLED, 7, 3),
            cell("90002", LAW, NONE, 5, 5),
            cell("90002", LAW, DISABLED, 1, 1),
            cell("90003", NURSING, DISABLED, 1, 1));
    GapCube cube = new GapCube(settings);
    cells.forEach(cube::add);
    List<GapContribution> all =
        Contributions.of(settings, cube.counts())
            .filter(one -> one.provinceCode().equals("all") && one.degreeLevel().equals("all"))
            .filter(one -> one.hardshipGroup().equals("disabled"))
            .toList();
    double gap = one(gaps(cells), "disabled", HardshipGaps.CLASS_UNIVERSITY).adjustedGap();
    for (String kind : List.of("class", "university")) {
      assertEquals(
          gap,
          all.stream()
              .filter(one -> one.contributorKind().equals(kind))
              .mapToDouble(GapContribution::contribution)
              .sum(),
          1e-12);
    }
    // Weights 5, 5 and 20/12: law 5 × -0.5, nursing 5 × 0.1.
    double weight = 10 + 20 / 12.0;
    assertEquals(
        List.of(
            "class undergraduate 0301 12/20",
            "class undergraduate 1011 10/10",
            "university all 90001 20/20",
            "university all 90002 2/10"),
        all.stream()
            .map(
                one ->
                    "%s %s %s %d/%d"
                        .formatted(
                            one.contributorKind(),
                            one.majorCatalogue(),
                            one.contributorCode(),
                            one.graduates(),
                            one.referenceGraduates()))
            .toList());
    assertEquals(-2.5 / weight, all.get(0).contribution(), 1e-12);
    assertEquals(0.5 / weight, all.get(1).contribution(), 1e-12);
    assertEquals("示例甲", all.get(2).contributorName());
  }

  @Test
  void cellsInAnyOrderAndInAnyPartsGiveTheSameDigits() {
    Random random = new Random(2);
    List<Cell> cells = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      Hardship hardship = random.nextInt(3) == 0 ? DISABLED : NONE;
      cells.add(
          cell(
              "9000" + (1 + random.nextInt(3)),
              "0%d0%d01".formatted(1 + random.nextInt(9), 1 + random.nextInt(9)),
              hardship,
              random.nextInt(20),
              random.nextInt(20)));
    }
    List<HardshipGap> expected = gaps(cells);
    assertTrue(expected.size() > 20, expected.size() + " rows");
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(cells, random);
      int cut = random.nextInt(cells.size());
      GapCube one = new GapCube(settings);
      cells.subList(0, cut).forEach(one::add);
      GapCube other = new GapCube(settings);
      cells.subList(cut, cells.size()).forEach(other::add);
      CutCounts sum = CutCounts.sum(List.of(one.counts(), other.counts()));
      assertEquals(expected, Gaps.of(settings, sum).toList());
    }
  }
}
