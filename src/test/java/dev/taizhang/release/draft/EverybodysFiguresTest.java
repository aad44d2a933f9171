package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.figures.Names;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverybodysFiguresTest {

  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final RatePlace DISCIPLINE = new RatePlace("discipline", "academic:08");
  private static final RatePlace CLASS = new RatePlace("class", "undergraduate:0801");

  @TempDir static Path folder;

  private static ReferenceData reference;

  private final List<PlacementRate> rates = new ArrayList<>();

  @BeforeAll
  static void placesUniversities() throws IOException {
    Files.writeString(
        folder.resolve("universities.csv"),
        """
        code,name,province_code,prefecture_code
        90001,甲大学,410000,410100
        90002,乙大学,410000,410100
        90003,丙大学,410000,000000
        90004,丁大学,420000,000000
        """);
    reference = ReferenceData.load(Optional.of(folder.toString()));
  }

  private static RatePlace university(String code) {
    return new RatePlace("university", code);
  }

  private void rate(LocalDate date, RatePlace place, long graduates, long placed) {
    rates.add(
        InventedProvince.rate(
            date, "plain", place, Figure.ALL, new FigureCounts.Count(graduates, placed)));
  }

  private void rate(RatePlace place, long graduates, long placed) {
    rate(DATE, place, graduates, placed);
  }

  private String shown(String policy) {
    EverybodysFigures figures =
        EverybodysFigures.of(
            rates, level -> true, reference.publicationPolicy(policy), Names.of(reference));
    return rates.stream()
        .filter(figures::isShown)
        .map(
            rate -> rate.asOfDate().getDayOfMonth() + " " + RatePlace.of(rate).orElseThrow().code())
        .collect(Collectors.joining(", "));
  }

  @Test
  void majorThatOneGraduateStudiesIsNotToldByTheOthers() {
    rate(RatePlace.EVERYWHERE, 224, 150);
    rate(DISCIPLINE, 224, 150);
    rate(CLASS, 124, 90);
    rate(new RatePlace("major", "undergraduate:080101"), 123, 90);
    rate(new RatePlace("major", "undergraduate:080102"), 1, 0);
    assertEquals("31 all, 31 academic:08, 31 undergraduate:0801", shown("suppress"));
  }

  @Test
  void whatIsLeftOfAClassHasEnoughOfEitherOutcomeToo() {
    rate(RatePlace.EVERYWHERE, 300, 200);
    rate(DISCIPLINE, 300, 200);
    rate(CLASS, 100, 80);
    rate(new RatePlace("major", "undergraduate:080101"), 50, 35);
    // Five are unplaced here, which the other major and the class would tell.
    rate(new RatePlace("major", "undergraduate:080102"), 50, 45);
    assertEquals("31 all, 31 academic:08, 31 undergraduate:0801", shown("suppress"));
  }

  @Test
  void classOfWhichNobodyKnowsTheCodeIsWithheld() {
    rate(RatePlace.EVERYWHERE, 300, 200);
    rate(DISCIPLINE, 300, 200);
    rate(new RatePlace("class", "undergraduate:unknown"), 100, 80);
    assertEquals("31 all, 31 academic:08", shown("suppress"));
  }

  @Test
  void universitiesOfAnUnknownPrefectureArePartsOfTheirProvince() {
    rate(RatePlace.EVERYWHERE, 160, 100);
    rate(new RatePlace("province", "410000"), 120, 80);
    rate(new RatePlace("province", "420000"), 40, 20);
    rate(new RatePlace("prefecture", "410100"), 80, 50);
    rate(new RatePlace("prefecture", "000000"), 80, 50);
    rate(university("90001"), 58, 30);
    rate(university("90002"), 22, 20);
    rate(university("90003"), 40, 30);
    rate(university("90004"), 40, 20);
    // 90002 is too small, and 90001 would tell it.
    assertEquals("31 all, 31 410000, 31 420000, 31 410100, 31 90003, 31 90004", shown("suppress"));
  }

  @Test
  void figureThatIsWithheldOnOneDateIsNotShownOnAnotherOnWhichItIsTheSame() {
    LocalDate before = DATE.minusDays(7);
    rate(before, new RatePlace("prefecture", "410100"), 78, 50);
    rate(before, university("90001"), 58, 30);
    rate(before, university("90002"), 20, 20);
    rate(new RatePlace("prefecture", "410100"), 83, 50);
    rate(university("90001"), 58, 30);
    rate(university("90002"), 25, 20);
    // Both could be shown at the later date; then the earlier one would tell the twenty.
    assertEquals("24 410100, 31 410100, 31 90002", shown("suppress"));
  }

  @Test
  void roundedFiguresOfEverybodyStandBesideEachOther() {
    rate(RatePlace.EVERYWHERE, 224, 150);
    rate(DISCIPLINE, 224, 150);
    rate(new RatePlace("discipline", "academic:12"), 1, 1);
    assertEquals("31 all, 31 academic:08, 31 academic:12", shown("round5"));
  }
}
