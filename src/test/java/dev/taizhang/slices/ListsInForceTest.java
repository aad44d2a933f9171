package dev.taizhang.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.slices.ListsInForce.ListFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which lists of one submitter and date count; the files stand in the order of their arrival. */
class ListsInForceTest {

  private static final LocalDate DATE = LocalDate.of(2025, 9, 5);

  private static ListFile list(String id, Integer part) {
    return new ListFile(id, id + ".csv", "follow_up", "90001", DATE, part);
  }

  /** By each file that does not count the one that replaced it. */
  private static Map<String, String> superseded(ListFile... files) {
    Map<String, String> ids = new TreeMap<>();
    ListsInForce.superseded(List.of(files))
        .forEach((one, later) -> ids.put(one.submissionId(), later.submissionId()));
    return ids;
  }

  @Test
  void lastWholeListCounts() {
    assertEquals(
        Map.of("a", "c", "b", "c"), superseded(list("a", null), list("b", null), list("c", null)));
  }

  @Test
  void partsCountTogetherEachWithItsLastFile() {
    assertEquals(
        Map.of("b", "d"), superseded(list("a", 1), list("b", 2), list("c", 3), list("d", 2)));
  }

  @Test
  void wholeListTakesThePlaceOfPartsAndPartsThatOfAWholeList() {
    assertEquals(
        Map.of("a", "c", "b", "c"), superseded(list("a", 1), list("b", 2), list("c", null)));
    assertEquals(
        Map.of("a", "d", "b", "d", "c", "d"),
        superseded(list("a", 1), list("b", null), list("c", 1), list("d", 1)));
  }

  @Test
  void otherSubmittersDatesAndFeedsReplaceNothing() {
    ListFile list = list("a", null);
    Stream.of(
            new ListFile("b", "b", "assistance", list.submitter(), DATE, null),
            new ListFile("b", "b", list.feed(), "410100", DATE, null),
            new ListFile("b", "b", list.feed(), list.submitter(), DATE.plusDays(1), null))
        .forEach(other -> assertEquals(Map.of(), superseded(list, other)));
  }
}
