package dev.taizhang.release.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.figures.Names;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.InventedProvince;
import dev.taizhang.release.draft.InventedProvince.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which figures moved between two releases of one date, and each reason that there may be. */
class ChangesTest {

  private static final Part FIRST = new Part("90001", Set.of("none"), 120, 80);
  private static final Part SECOND = new Part("90002", Set.of("none"), 120, 80);
  private static final Part POOR = new Part("90002", Set.of("any", "economic_difficulty"), 60, 30);
  private static final Map<String, String> SAME_SLICES =
      Map.of("2025/90001", "2025-08-30", "2025/90002", "2025-08-30");

  @TempDir Path folder;

  private ReferenceData reference;

  @BeforeEach
  void writeRosterAndPlan() throws IOException {
    Files.write(
        folder.resolve("universities.csv"),
        List.of(
            "code,name,province_code,prefecture_code",
            "90001,甲大学,410000,410100",
            "90002,乙大学,410000,410200"));
    Files.write(
        folder.resolve("publication_plans.csv"),
        List.of(
            "plan,table,level,groups,dates",
            "narrow,placement_rates,everywhere,all,official",
            "narrow,placement_rates,university,all|none,official"));
    reference = ReferenceData.load(Optional.of(folder.toString()));
  }

  private Draft draft(String plan, Part... people) {
    return InventedProvince.of(reference, people).draft(plan, "suppress");
  }

  private List<Change> changes(Draft before, Draft now, Map<String, String> spokeBefore) {
    return Changes.of(
        before.rows(), now.rows(), now.source().speaking(), spokeBefore, Names.of(reference));
  }

  /** The change of a rate of a university, by group; of everything where the university is all. */
  private static Change ofRate(List<Change> changes, String university, String group) {
    return changes.stream()
        .filter(one -> one.table().equals("placement_rates"))
        .filter(one -> one.key().get("university_code").equals(university))
        .filter(one -> one.key().get("region_level").equals("all"))
        .filter(one -> one.key().get("major_level").equals("all"))
        .filter(one -> one.key().get("hardship_group").equals(group))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingMovedBetweenReleasesOfTheSame() {
    Draft draft = draft("default", FIRST, SECOND, POOR);
    assertEquals(List.of(), changes(draft, draft("default", FIRST, SECOND, POOR), SAME_SLICES));
  }

  @Test
  void anotherSliceOfAUniversityMovesItsFiguresAndThoseOfItsPlaces() {
    List<Change> changes =
        changes(
            draft("default", FIRST, SECOND),
            draft("default", new Part("90001", Set.of("none"), 121, 90), SECOND),
            Map.of("2025/90001", "2025-08-23", "2025/90002", "2025-08-30"));
    Change change = ofRate(changes, "90001", "all");
    assertEquals(Change.Why.NEW_SLICE, change.why());
    assertEquals(List.of(80L, 90L), change.figures().get("placed"));
    assertEquals(List.of(120L, 121L), change.figures().get("graduates"));
    assertEquals(Change.Why.NEW_SLICE, ofRate(changes, "all", "all").why());
    assertTrue(
        changes.stream()
            .noneMatch(
                one ->
                    "90002".equals(one.key().get("university_code"))
                        || "410200".equals(one.key().get("region_code"))));
  }

  @Test
  void sameSliceThatSaysSomethingElseWasRevised() {
    List<Change> changes =
        changes(
            draft("default", FIRST, SECOND),
            draft("default", new Part("90001", Set.of("none"), 120, 90), SECOND),
            SAME_SLICES);
    assertEquals(Change.Why.REVISED, ofRate(changes, "90001", "all").why());
  }

  @Test
  void figureThatIsWithheldNowTellsNeitherValue() {
    Draft shown = draft("default", FIRST, SECOND, POOR);
    Part nearlyAll = new Part("90002", Set.of("any", "economic_difficulty"), 60, 55);
    Draft withheld = draft("default", FIRST, SECOND, nearlyAll);
    Change gone = ofRate(changes(shown, withheld, SAME_SLICES), "90002", "economic_difficulty");
    assertEquals(Change.Why.NEWLY_WITHHELD, gone.why());
    assertEquals(Arrays.asList(null, null), gone.figures().get("placed"));
    Change come = ofRate(changes(withheld, shown, SAME_SLICES), "90002", "economic_difficulty");
    assertEquals(Change.Why.NEWLY_SHOWN, come.why());
    assertEquals(Arrays.asList(null, null), come.figures().get("placed"));
  }

  @Test
  void rowThatThePlanHasNoMoreIsPlannedOtherwise() {
    Draft wide = draft("default", FIRST, SECOND, POOR);
    Draft narrow = draft("narrow", FIRST, SECOND, POOR);
    assertEquals(
        Change.Why.PLANNED_OTHERWISE,
        ofRate(changes(wide, narrow, SAME_SLICES), "90002", "economic_difficulty").why());
    assertEquals(
        Change.Why.PLANNED_OTHERWISE,
        ofRate(changes(narrow, wide, SAME_SLICES), "90002", "economic_difficulty").why());
  }

  @Test
  void universityThatReportedForTheFirstTimeHasANewSlice() {
    List<Change> changes =
        changes(
            draft("default", FIRST),
            draft("default", FIRST, SECOND),
            Map.of("2025/90001", "2025-08-30"));
    assertEquals(Change.Why.NEW_SLICE, ofRate(changes, "90002", "all").why());
  }
}
