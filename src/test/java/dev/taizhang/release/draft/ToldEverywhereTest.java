package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldEverywhereTest {

  private static final ReleaseDate AUGUST =
      new ReleaseDate(LocalDate.of(2026, 8, 31), "official", Set.of(PlannedCut.Dates.OFFICIAL));

  private static Figure everywhere(String group) {
    return new Figure(AUGUST.date(), AUGUST.kind(), 2026, Level.EVERYWHERE, Figure.ALL, group);
  }

  @ParameterizedTest
  @CsvSource({
    "suppress, orphan, 90, true",
    "suppress, disabled, 5000, false",
    "suppress, martyr_child, 5000, false",
    "suppress, all, 5000, true",
    "round5, orphan, 499, false",
    "round5, orphan, 500, true",
    "ofs, orphan, 999, false"
  })
  void shareIsToldWhereTheCountsAreOrLeavesAsManyAsRounding(
      String policy, String group, long people, boolean isTold) {
    ToldEverywhere told =
        new ToldEverywhere(
            AUGUST,
            ReferenceData.load(Optional.empty()).publicationPolicy(policy),
            List.of(),
            Map.of(
                everywhere("all"),
                Verdict.SHOWN,
                everywhere("orphan"),
                Verdict.SHOWN,
                everywhere("disabled"),
                Verdict.COMPLEMENT));

    assertEquals(isTold, told.of(2026, group, people));
  }
}
