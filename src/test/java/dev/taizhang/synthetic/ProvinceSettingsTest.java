package dev.taizhang.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvinceSettingsTest {

  private static ProvinceSettings settings(
      int universities, int graduates, int weeks, int mess, String last) {
    return new ProvinceSettings(
        Path.of("province"), universities, graduates, weeks, 1, mess, LocalDate.parse(last));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|100|4|0|2025-08-31|a province must have 1 to 800 universities, not 0.",
        "801|1000|4|0|2025-08-31|a province must have 1 to 800 universities, not 801.",
        "30|29|4|0|2025-08-31|30 universities must have 30 to 3000000 graduates in total, not 29.",
        "3|100|0|0|2025-08-31|there must be 1 to 52 weeks, not 0.",
        "3|100|53|0|2025-08-31|there must be 1 to 52 weeks, not 53.",
        "3|100|4|101|2025-08-31|the share of files with a defect must be 0 to 100 percent, not 101.",
        "3|100|4|0|2025-08-30|the last snapshot must be on a Sunday, and 2025-08-30 is not one.",
        "3|100|4|0|2023-08-27|the last snapshot must be in 2024 to 2098, not on 2023-08-27.",
        "3|100|52|0|2025-06-29|52 weeks that end on 2025-06-29 begin on 2024-07-07, but the ledgers of"
            + " 2025 do not begin before 2024-09-01."
      })
  void wrongSettingsAreRefusedWithTheirReason(
      int universities, int graduates, int weeks, int mess, String last, String why) {
    assertEquals(
        "This province cannot be invented: " + why,
        assertThrows(
                IllegalArgumentException.class,
                () -> settings(universities, graduates, weeks, mess, last))
            .getMessage());
  }

  @Test
  void weeksEndOnTheLastSnapshot() {
    ProvinceSettings settings = settings(3, 100, 4, 0, "2025-08-31");
    assertEquals(LocalDate.of(2025, 8, 10), settings.snapshot(0));
    assertEquals(LocalDate.of(2025, 8, 31), settings.snapshot(3));
    assertEquals(2025, settings.cohort());
  }
}
