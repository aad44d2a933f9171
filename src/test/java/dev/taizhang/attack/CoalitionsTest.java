package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Universities that have two of three groups each, so that it takes three of them to move anybody:
 * where one more is placed of a group, one less is of the other.
 */
class CoalitionsTest {

  private static SmallProvince province(int universities) {
    SmallProvince province = new SmallProvince();
    for (int number = 0; number < universities; number++) {
      for (String group : groups(number)) {
        province.people(code(number), "any " + group, 6, 12);
      }
    }
    return province;
  }

  private static String code(int number) {
    return Integer.toString(10001 + number);
  }

  private static List<String> groups(int number) {
    List<String> groups = List.of("disabled", "orphan", "veteran");
    return List.of(groups.get(number % 3), groups.get((number + 1) % 3));
  }

  private static Publication publication(SmallProvince province, int universities) {
    List<PublishedFigure> figures = new ArrayList<>();
    for (String group : List.of("disabled", "orphan", "veteran")) {
      figures.add(province.shown(province.scope(), "province", "410000", group));
    }
    for (int number = 0; number < universities; number++) {
      figures.add(province.shown(province.scope(), "university", code(number), "any"));
      for (String group : groups(number)) {
        figures.add(province.withheld(province.scope(), "university", code(number), group));
      }
    }
    return Publication.of(figures, province.known(), Requirement.ofWithheld(), province.placed());
  }

  /** Which figures stay open for whom, once each parting was tried alone. */
  private static void assertOpen(
      int universities, List<IntUnaryOperator> partings, BiPredicate<Integer, Integer> isOpen) {
    SmallProvince province = province(universities);
    Publication publication = publication(province, universities);
    List<Insider> insiders =
        IntStream.range(0, universities).mapToObj(one -> province.insider(code(one))).toList();
    try (Coalitions coalitions =
        new Coalitions(publication, insiders, new Effort(TimeLimit.none()))) {
      for (IntUnaryOperator parting : partings) {
        List<List<PublishedFigure>> open =
            coalitions.open(Collections.nCopies(universities, publication.attacked()), parting);

        for (int insider = 0; insider < universities; insider++) {
          for (PublishedFigure figure : publication.attacked()) {
            int university = Integer.parseInt(figure.code()) - 10001;
            assertEquals(
                insider != university && isOpen.test(insider, university),
                insider != university && open.get(insider).contains(figure),
                insider + " of " + figure.inWords());
          }
        }
      }
    }
  }

  @Test
  void figuresAreMovedForEachWhoIsInAnotherCoalition() {
    assertOpen(12, List.of(number -> number % 2), (one, other) -> one % 2 == other % 2);
    assertOpen(12, List.of(number -> number / 2 % 2), (one, other) -> one / 2 % 2 == other / 2 % 2);
    assertOpen(12, List.of(number -> number), (one, other) -> false);
  }

  @Test
  void figuresThatNobodyCanMoveStayOpen() {
    assertOpen(3, Coalitions.partings(3), (one, other) -> true);
  }

  @Test
  void figuresOfSmallBlocksAreLeftToThoseWhoAskForEachCount() {
    assertEquals(0, figuresInLargeBlocks(Methods.SMALL / 2));
    // Who knows one university has two unknowns less.
    assertEquals(Methods.SMALL + 2, figuresInLargeBlocks(Methods.SMALL / 2 + 2));
  }

  private static long figuresInLargeBlocks(int universities) {
    SmallProvince province = province(universities);
    Publication publication = publication(province, universities);
    try (Coalitions coalitions =
        new Coalitions(
            publication, List.of(province.insider(code(0))), new Effort(TimeLimit.none()))) {
      return coalitions.inLargeBlocks(List.of(publication.attacked())).get(0).stream()
          .filter(figure -> !figure.code().equals(code(0)))
          .count();
    }
  }

  @Test
  void anyTwoUniversitiesArePartedOnce() {
    List<IntUnaryOperator> partings = Coalitions.partings(150);

    for (int one = 0; one < 150; one++) {
      for (int other = 0; other < one; other++) {
        int first = one;
        int second = other;
        assertTrue(
            partings.subList(0, 8).stream()
                .anyMatch(parting -> parting.applyAsInt(first) != parting.applyAsInt(second)));
      }
    }
  }
}
