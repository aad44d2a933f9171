package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.PublishedNames;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoarseTest {

  private static final PublishedTable TABLE = PublishedTables.CAMPAIGN;

  @ParameterizedTest
  @CsvSource({
    "30, 10, true",
    "29, 10, false",
    "30, 9, false",
    "30, 21, false",
    "30, 20, true",
    "300, 0, false",
    "300, 300, false"
  })
  void enoughPeopleHadItHappenAndEnoughHadNot(long people, long events, boolean isEnough) {
    assertEquals(isEnough, Coarse.isEnough(people, events));
  }

  private static PublishedRow row() {
    Map<String, Object> mart = new HashMap<>();
    TABLE.mart().fields().forEach(field -> mart.put(field.name(), "all"));
    return PublishedRow.of(
        TABLE, "2025-08-31-1", mart, PublishedNames.of(ReferenceData.load(Optional.empty())));
  }

  private static String shown(PublishedRow row, String figure) {
    for (String other :
        new String[] {
          "unplaced_on_1_july",
          "placed_since",
          "placed_share",
          "placed_share_low",
          "placed_share_high"
        }) {
      if (!other.equals(figure)) {
        row.withhold(other);
      }
    }
    Object[] values = row.values();
    return TABLE.value(values, figure) + " " + TABLE.value(values, PublishedTable.symbolOf(figure));
  }

  @ParameterizedTest
  @CsvSource({
    "0.555, 0.56 null",
    "0.544999, 0.54 null",
    "0.004, 0.0 low",
    "-0.004, 0.0 low",
    "0, 0.0 null",
    "-0.115, -0.12 null"
  })
  void sharesAreInWholePercent(double share, String expected) {
    PublishedRow row = row();
    Coarse.percent(row, "placed_share", share, true);
    assertEquals(expected, shown(row, "placed_share"));
  }

  @ParameterizedTest
  @CsvSource({"34, 30 null", "35, 40 null", "4, 0 low", "0, 0 null"})
  void peopleAreInTens(long people, String expected) {
    PublishedRow row = row();
    Coarse.tens(row, "placed_since", people, true);
    assertEquals(expected, shown(row, "placed_since"));
  }

  @Test
  void whatIsNotShownIsWithheldAndWhatHasNoMeaningIsNot() {
    PublishedRow withheld = row();
    Coarse.percent(withheld, "placed_share", null, false);
    assertEquals("null c", shown(withheld, "placed_share"));
    PublishedRow meaningless = row();
    Coarse.percent(meaningless, "placed_share", null, true);
    assertEquals("null z", shown(meaningless, "placed_share"));
  }

  @Test
  void figureThatNobodyDecidedOfIsAFault() {
    PublishedRow row = row();
    assertEquals(
        "Nobody decided of unplaced_on_1_july in campaign",
        assertThrows(IllegalStateException.class, row::values).getMessage());
  }
}
