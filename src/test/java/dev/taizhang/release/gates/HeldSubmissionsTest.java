package dev.taizhang.release.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.InventedProvince;
import dev.taizhang.release.draft.InventedProvince.Part;
import dev.taizhang.tables.published.PublishedTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slices of 30 August speak on the official date, the 31st. */
class HeldSubmissionsTest {

  @ParameterizedTest
  @CsvSource({
    "90001, 2025-08-31, true",
    // A resubmission of the day that speaks.
    "90001, 2025-08-30, true",
    // As near as the one that speaks, and later.
    "90001, 2025-09-01, false",
    "90001, 2025-08-29, false",
    // Outside of the window, however long nobody has decided of it.
    "90001, 2025-05-25, false",
    "90002, 2025-05-25, false",
    // One without any slice would have one.
    "90002, 2025-08-29, true"
  })
  void ledgerIsToldWhereItWouldSpeakIfItCounted(String university, LocalDate date, boolean isTold) {
    ReferenceData reference = ReferenceData.load(Optional.empty());
    InventedProvince province =
        InventedProvince.of(reference, new Part("90001", Set.of("none"), 200, 150))
            .holding(university, date);
    Optional<Finding> found =
        HeldSubmissions.of(
            new GateView(
                province.draft("default", "suppress"),
                PublishedTables.ALL,
                Map.of(),
                List.of(),
                Optional.empty(),
                reference,
                Thresholds.DEFAULT));
    assertEquals(
        isTold,
        found
            .filter(one -> one.en().contains(university + " 2025 of " + date + " (submission "))
            .isPresent());
  }
}
