package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.AsOf.Speaking;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseDateTest {

  private static List<Speaking> speaking(String dates) {
    return Arrays.stream(dates.split(" "))
        .map(
            one -> {
              LocalDate date = LocalDate.parse(one.replace("official:", ""));
              String kind = one.startsWith("official:") ? "official" : "plain";
              return new Speaking(date, kind, "90001", 2025, date, 0, true, true, false);
            })
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // The newest official date or end of a month, and only where there is none the newest date.
    "2025-08-31 official:2025-08-31 2025-09-07, official:2025-08-31, [OFFICIAL]",
    "2025-07-31 2025-08-17, 2025-07-31, [MONTH_END]",
    "2025-08-03 2025-08-13, 2025-08-13, '[MONTH_END, WEEKLY]'"
  })
  void newestDateThatIsFitIsTaken(String dates, String written, String planned) {
    ReleaseDate date = ReleaseDate.of(Optional.empty(), speaking(dates));
    assertEquals(written, date.written());
    assertEquals(planned, date.dates().stream().sorted().toList().toString());
  }

  @Test
  void sundayThatIsNeitherIsAWeek() {
    ReleaseDate date =
        ReleaseDate.of(
            Optional.of(AsOfRequest.plain(LocalDate.of(2025, 8, 3))),
            speaking("2025-08-03 2025-08-13"));
    assertEquals("[WEEKLY]", date.dates().toString());
    assertEquals("2025-08-03-2", date.releaseId(2));
  }

  @Test
  void dateWithoutFiguresIsRefusedWithThoseThatThereAre() {
    InvalidUsage refused =
        assertThrows(
            InvalidUsage.class,
            () ->
                ReleaseDate.of(
                    Optional.of(AsOfRequest.official(LocalDate.of(2025, 12, 31), Optional.empty())),
                    speaking("2025-08-13 official:2025-08-31")));
    assertTrue(
        refused
            .getMessage()
            .startsWith(
                "There are no figures for --as-of official:2025-12-31, only for 2025-08-13,"
                    + " official:2025-08-31; nothing was released."),
        refused.getMessage());
    assertThrows(InvalidUsage.class, () -> ReleaseDate.of(Optional.empty(), List.of()));
  }
}
