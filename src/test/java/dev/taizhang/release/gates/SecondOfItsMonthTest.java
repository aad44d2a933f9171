package dev.taizhang.release.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.DraftSource;
import dev.taizhang.release.draft.InventedProvince;
import dev.taizhang.release.draft.InventedProvince.Part;
import dev.taizhang.release.draft.ReleaseDate;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondOfItsMonthTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final Draft DRAFT =
      InventedProvince.of(REFERENCE, new Part("90001", Set.of("none"), 200, 150))
          .draft("default", "suppress");

  /** The same people on the newest date, after a release of another one. */
  private static Draft draft(LocalDate newest, LocalDate givenOut) {
    DraftSource source = DRAFT.source();
    return new Draft(
        newest + "-1",
        DRAFT.request(),
        new ReleaseDate(
            newest, "plain", Set.of(PlannedCut.Dates.MONTH_END, PlannedCut.Dates.WEEKLY)),
        new DraftSource(
            source.speaking(),
            source.slices(),
            source.rates(),
            source.trend(),
            source.outcomes(),
            source.gaps(),
            source.times(),
            source.campaign(),
            source.coverage(),
            source.funnel(),
            source.transitions(),
            source.reporting(),
            source.decisions(),
            List.of(givenOut)),
        DRAFT.people(),
        DRAFT.verdicts(),
        DRAFT.protection(),
        DRAFT.rows());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-14, 2025-09-07, true",
    "2025-09-14, 2025-08-31, false",
    // The same date again is a revision of it.
    "2025-09-14, 2025-09-14, false",
    // The month is over.
    "2025-09-30, 2025-09-07, false"
  })
  void newestDateStandsForAMonthOnce(LocalDate newest, LocalDate givenOut, boolean isDoubt) {
    Optional<Finding> found =
        SecondOfItsMonth.of(
            new GateView(
                draft(newest, givenOut),
                PublishedTables.ALL,
                Map.of(),
                List.of(),
                Optional.empty(),
                REFERENCE,
                Thresholds.DEFAULT));
    assertEquals(isDoubt, found.filter(one -> one.gate().maybeAccepted()).isPresent());
  }
}
