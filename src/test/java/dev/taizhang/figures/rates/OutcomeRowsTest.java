package dev.taizhang.figures.rates;

import static dev.taizhang.figures.rates.CellsOfTests.counted;
import static dev.taizhang.figures.rates.CellsOfTests.graduates;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.tables.OutcomeCounts.OutcomeCount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeRowsTest {

  private final CutSettings settings = CellsOfTests.settings();

  private Stream<OutcomeCount> counts(Cell... cells) {
    return OutcomeRows.of(CellsOfTests.reference())
        .of(settings, counted(new OutcomeCube(settings), cells));
  }

  @Test
  void everyOutcomeWithGraduatesHasARowAlsoOutsideTheDenominator() {
    assertEquals(
        List.of(
            "10 签就业协议形式就业 true true 2",
            "65 " + name("65") + " false false 1",
            "70 " + name("70") + " true false 1",
            "unknown 去向不明 true false 1"),
        counts(graduates().with("10", "65", "70"), graduates().degree("master").with("10", "?"))
            .filter(count -> count.degreeLevel().equals("all"))
            .filter(count -> count.provinceCode().equals("all"))
            .filter(count -> count.hardshipGroup().equals("all"))
            .map(
                count ->
                    "%s %s %s %s %d"
                        .formatted(
                            count.outcomeCode(),
                            count.outcomeName(),
                            count.inDenominator(),
                            count.inNumerator(),
                            count.graduates()))
            .sorted()
            .toList());
  }

  private static String name(String code) {
    return CellsOfTests.reference().codeName("outcome", code).orElseThrow();
  }

  @Test
  void countsAreOfEveryDegreeLevelProvinceAndGroup() {
    assertEquals(
        List.of(
            "all 340000 all 1",
            "all 340000 none 1",
            "all 420000 all 1",
            "all 420000 any 1",
            "all 420000 disabled 1",
            "all 420000 key_group 1",
            "all all all 2",
            "all all any 1",
            "all all disabled 1",
            "all all key_group 1",
            "all all none 1",
            "bachelor 340000 all 1",
            "bachelor 340000 none 1",
            "bachelor all all 1",
            "bachelor all none 1",
            "master 420000 all 1",
            "master 420000 any 1",
            "master 420000 disabled 1",
            "master 420000 key_group 1",
            "master all all 1",
            "master all any 1",
            "master all disabled 1",
            "master all key_group 1"),
        counts(
                graduates().with("10"),
                graduates().at("90003").degree("master").tagged("disabled").with("10"))
            .map(
                count ->
                    "%s %s %s %d"
                        .formatted(
                            count.degreeLevel(),
                            count.provinceCode(),
                            count.hardshipGroup(),
                            count.graduates()))
            .sorted()
            .toList());
  }
}
