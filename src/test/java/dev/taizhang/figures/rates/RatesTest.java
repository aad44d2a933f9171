package dev.taizhang.figures.rates;

import static dev.taizhang.figures.rates.CellsOfTests.counted;
import static dev.taizhang.figures.rates.CellsOfTests.graduates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.statistics.Interval;
import dev.taizhang.statistics.Newcombe;
import dev.taizhang.statistics.Wilson;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Six graduates: four without hardship (agreement, contract, further study, awaiting) and two
 * disabled (freelance, unknown).
 */
class RatesTest {

  private static final Cell[] SIX = {
    graduates().with("10", "11", "80", "70"), graduates().tagged("disabled").with("76", "?")
  };

  private final CutSettings settings = CellsOfTests.settings();
  private MajorNaming names = MajorNaming.none();

  private Stream<PlacementRate> rates(Cell... cells) {
    return Rates.of(
        Cut.rates(), settings, names, counted(new CutCube(Cut.rates(), settings, 7), cells));
  }

  /** The rates of everybody of a degree level, by group. */
  private List<PlacementRate> overall(String degree, Cell... cells) {
    return rates(cells)
        .filter(rate -> rate.regionRole().equals("all") && rate.majorLevel().equals("all"))
        .filter(rate -> rate.universityCode().equals("all") && rate.degreeLevel().equals(degree))
        .sorted((one, other) -> one.hardshipGroup().compareTo(other.hardshipGroup()))
        .toList();
  }

  private PlacementRate of(String group, Cell... cells) {
    return overall("all", cells).stream()
        .filter(rate -> rate.hardshipGroup().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(
      List<PlacementRate> rates, List<Function<PlacementRate, Object>> values) {
    return rates.stream()
        .map(rate -> String.join("|", values.stream().map(f -> "" + f.apply(rate)).toList()))
        .toList();
  }

  @Test
  void placedCountsOfAllGraduatesAndTheUnknownStayInTheDenominator() {
    assertEquals(
        List.of("all|4|6", "any|1|2", "disabled|1|2", "key_group|1|2", "none|3|4"),
        lines(
            overall("all", SIX),
            List.of(
                PlacementRate::hardshipGroup, PlacementRate::placed, PlacementRate::graduates)));
  }

  @Test
  void rateHasItsWilsonInterval() {
    assertRate(4, 6, of("all", SIX));
    assertRate(1, 2, of("disabled", SIX));
    assertRate(3, 4, of("none", SIX));
  }

  private static void assertRate(long placed, long graduates, PlacementRate rate) {
    Interval interval = Wilson.interval(placed, graduates);
    assertEquals((double) placed / graduates, rate.placementRate());
    assertEquals(interval.low(), rate.placementRateLow());
    assertEquals(interval.high(), rate.placementRateHigh());
  }

  @Test
  void gapIsToTheGroupWithoutHardshipOfTheSameCut() {
    Interval gap = Newcombe.interval(1, 2, 3, 4);
    PlacementRate disabled = of("disabled", SIX);

    assertEquals(0.75, disabled.referenceRate());
    assertEquals(-0.25, disabled.rateGap());
    assertEquals(gap.low(), disabled.rateGapLow());
    assertEquals(gap.high(), disabled.rateGapHigh());
  }

  @Test
  void groupsThatAreNotComparedHaveNoGap() {
    assertNoGap(of("all", SIX));
    assertNoGap(of("none", SIX));
  }

  private static void assertNoGap(PlacementRate rate) {
    assertNull(rate.referenceRate());
    assertNull(rate.rateGap());
    assertNull(rate.rateGapLow());
    assertNull(rate.rateGapHigh());
  }

  @Test
  void graduatesOfAnotherCutAreNoReference() {
    Cell[] cells = {
      graduates().degree("master").with("10", "10", "10", "70"),
      graduates().tagged("disabled").with("76", "?")
    };

    overall("bachelor", cells).forEach(RatesTest::assertNoGap);
    overall("master", cells).forEach(RatesTest::assertNoGap);
    assertEquals(0.75, of("disabled", cells).referenceRate());
  }

  @Test
  void groupWithoutGraduatesInTheDenominatorIsNoReference() {
    assertNoGap(
        of("disabled", graduates().with("65"), graduates().tagged("disabled").with("76", "?")));
  }

  @Test
  void cutWithoutGraduatesHasNoRow() {
    assertEquals(
        List.of("all|6", "any|2", "disabled|2", "key_group|2", "none|4"),
        lines(
            overall("all", SIX[0], SIX[1], graduates().tagged("orphan").with("65")),
            List.of(PlacementRate::hardshipGroup, PlacementRate::graduates)));
  }

  @Test
  void everyComponentThatIsPlacedCountsAndNoOther() {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.component() != OutcomeComponent.OUTSIDE) {
        PlacementRate rate = of("none", graduates().with(outcome.code()));

        assertEquals(1, rate.graduates(), outcome.code());
        assertEquals(outcome.component().placed() ? 1 : 0, rate.placed(), outcome.code());
        assertEquals(1, count(rate, outcome.component()), outcome.code());
      }
    }
    PlacementRate unknown = of("none", graduates().with("?"));
    assertEquals(
        List.of(1L, 0L, 1L),
        List.of(unknown.graduates(), unknown.placed(), unknown.outcomeUnknown()));
  }

  private static long count(PlacementRate rate, OutcomeComponent component) {
    return switch (component) {
      case CONTRACT -> rate.contract();
      case OTHER_EMPLOYMENT -> rate.otherEmployment();
      case SELF_EMPLOYED -> rate.selfEmployed();
      case FREELANCE -> rate.freelance();
      case DOMESTIC_STUDY -> rate.domesticStudy();
      case ABROAD -> rate.abroad();
      case AWAITING -> rate.awaiting();
      case NOT_SEEKING -> rate.notSeeking();
      case OUTSIDE -> 0;
    };
  }

  @Test
  void regionsUniversitiesAndFieldsHaveTheirNames() {
    List<String> named =
        rates(graduates().with("10"), graduates().from("340100", "academic", "08").with("10"))
            .filter(rate -> rate.hardshipGroup().equals("all"))
            .filter(rate -> rate.degreeLevel().equals("all"))
            .flatMap(
                rate ->
                    Stream.of(
                        rate.regionCode() + " " + rate.regionName(),
                        rate.majorCode() + " " + rate.majorName(),
                        rate.universityCode() + " " + rate.universityName()))
            .distinct()
            .sorted()
            .toList();

    assertEquals(
        List.of(
            "08 工学",
            "0809 计算机类",
            "080901 null",
            "340000 安徽省",
            "340100 合肥市",
            "90001 示例甲",
            "all null"),
        named);
  }

  @Test
  void majorIsCalledWhatMostRowsCallItAtThatDate() {
    MajorNameCounts counts = new MajorNameCounts();
    AsOfDate date = new AsOfDate(CellsOfTests.DATE, "plain");
    AsOfDate other = new AsOfDate(CellsOfTests.DATE, "official");
    FieldCode major = new FieldCode("undergraduate", "080901");
    counts.add(List.of(date), major, "软件", 2);
    counts.add(List.of(date, other), major, "软件工程", 1);
    names = new MajorNameCounts().addAll(counts).addAll(counts).naming();

    assertEquals(
        List.of("软件"),
        rates(graduates().with("10"))
            .filter(rate -> rate.majorLevel().equals("major"))
            .map(PlacementRate::majorName)
            .distinct()
            .toList());
  }

  @Test
  void ofNamesThatAsManyRowsGiveTheLastByItsBytesCounts() {
    // By UTF-16 units the character of the second plane would come first.
    assertEquals("\uD83C\uDC04", most("\uD83C\uDC04", "\uFFFD", "软件"));
  }

  private static String most(String... namesOfOneRowEach) {
    NameCounts counts = new NameCounts();
    Arrays.stream(namesOfOneRowEach).forEach(name -> counts.add(name, 1));
    return counts.most();
  }
}
