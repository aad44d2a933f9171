package dev.taizhang.figures.rates;

import static dev.taizhang.figures.rates.CellsOfTests.counted;
import static dev.taizhang.figures.rates.CellsOfTests.graduates;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CutCubeTest {

  private final CutSettings settings = CellsOfTests.settings();

  private List<PlacementRate> figures(List<Cut> cuts, CutCounts counts) {
    return Rates.of(cuts, settings, MajorNaming.none(), counts).toList();
  }

  private CutCube cube(List<Cut> cuts) {
    return new CutCube(cuts, settings, 7);
  }

  /** The dimensions of each figure of group all, degree levels together. */
  private List<String> dimensions(List<Cut> cuts, Cell... cells) {
    return figures(cuts, counted(cube(cuts), cells)).stream()
        .filter(rate -> rate.hardshipGroup().equals("all") && rate.degreeLevel().equals("all"))
        .map(
            rate ->
                String.join(
                    " ",
                    rate.regionRole(),
                    rate.regionLevel(),
                    rate.regionCode(),
                    rate.majorLevel(),
                    rate.majorCatalogue(),
                    rate.majorCode(),
                    rate.universityCode()))
        .sorted()
        .toList();
  }

  @Test
  void cellByMajorCountsInEveryCutWithoutOrigin() {
    assertEquals(
        List.of(
            "all all all all all all 90001",
            "all all all all all all all",
            "all all all class undergraduate 0809 90001",
            "all all all class undergraduate 0809 all",
            "all all all discipline academic 08 90001",
            "all all all discipline academic 08 all",
            "all all all major undergraduate 080901 90001",
            "all all all major undergraduate 080901 all",
            "university prefecture 340100 all all all all",
            "university prefecture 340100 discipline academic 08 all",
            "university province 340000 all all all all",
            "university province 340000 class undergraduate 0809 all",
            "university province 340000 discipline academic 08 all",
            "university province 340000 major undergraduate 080901 all"),
        dimensions(Cut.rates(), graduates().with("10")));
  }

  @Test
  void cellByOriginCountsInTheCutsByOriginAndInNoOther() {
    assertEquals(
        List.of(
            "origin prefecture 420600 all all all all",
            "origin prefecture 420600 discipline vocational 51 all",
            "origin province 420000 all all all all",
            "origin province 420000 discipline vocational 51 all"),
        dimensions(Cut.rates(), graduates().from("420600", "vocational", "51").with("10")));
  }

  @Test
  void trendGoesDownToTheDiscipline() {
    assertEquals(
        List.of(
            "all all all all all all 90001",
            "all all all all all all all",
            "all all all discipline academic 08 all",
            "university prefecture 340100 all all all all",
            "university province 340000 all all all all"),
        dimensions(Cut.trend(), graduates().with("10")));
  }

  @Test
  void provincesOwnCodeNamesNoPrefecture() {
    assertEquals(
        List.of("origin prefecture 000000", "origin province 420000"),
        dimensions(Cut.rates(), graduates().from("420000", "unknown", "unknown").with("10"))
            .stream()
            .map(line -> line.substring(0, line.indexOf(" ", line.indexOf("0000"))))
            .distinct()
            .toList());
  }

  @Test
  void universityOutsideTheRosterIsInNoKnownRegion() {
    assertEquals(
        List.of("university prefecture 000000", "university province 000000"),
        dimensions(Cut.trend(), graduates().at("90009").with("10")).stream()
            .filter(line -> line.startsWith("university"))
            .map(line -> line.substring(0, line.indexOf(" all all")))
            .toList());
  }

  @Test
  void trendIsCutByDegreeLevelOnlyOverEverything() {
    assertEquals(
        List.of("all", "bachelor"),
        figures(Cut.trend(), counted(cube(Cut.trend()), graduates().with("10"))).stream()
            .filter(rate -> rate.hardshipGroup().equals("all"))
            .map(PlacementRate::degreeLevel)
            .distinct()
            .sorted()
            .toList());
    assertEquals(
        1,
        figures(Cut.trend(), counted(cube(Cut.trend()), graduates().with("10"))).stream()
            .filter(rate -> rate.hardshipGroup().equals("all"))
            .filter(rate -> rate.degreeLevel().equals("bachelor"))
            .count());
  }

  @Test
  void majorsOfUniversitiesAreCutByFourGroupsOnly() {
    Predicate<PlacementRate> isMajorOfUniversity =
        rate -> rate.majorLevel().equals("major") && rate.universityCode().equals("90001");

    assertEquals(
        List.of("all", "any", "key_group"),
        figures(
                Cut.rates(),
                counted(cube(Cut.rates()), graduates().tagged("disabled", "orphan").with("10")))
            .stream()
            .filter(isMajorOfUniversity)
            .map(PlacementRate::hardshipGroup)
            .distinct()
            .sorted()
            .toList());
  }

  @Test
  void sliceThatSpeaksNowhereCountsNowhere() {
    CountedSlice other =
        new CountedSlice(CellsOfTests.UNIVERSITY, 2022, CellsOfTests.DATE.minusDays(7));

    assertEquals(0, counted(cube(Cut.rates()), graduates().on(other).with("10")).size());
  }

  @Test
  void graduatesAreStaleWhoseSliceOrLastRowIsOld() {
    Cell cell = graduates().carriedFor(3, 4, 9).with("10", "70", "?", "10");

    assertEquals(1, stale(0, cell));
    assertEquals(2, stale(4, cell));
    assertEquals(3, stale(5, cell));
    assertEquals(3, stale(7, cell));
    assertEquals(4, stale(8, cell));
  }

  private static long stale(int ageDays, Cell cell) {
    CutSettings aged = CellsOfTests.settings(CellsOfTests.DATE.plusDays(ageDays), "plain");
    CutCounts counts = counted(new CutCube(Cut.trend(), aged, 7), cell);
    return Rates.of(Cut.trend(), aged, MajorNaming.none(), counts)
        .mapToLong(PlacementRate::staleGraduates)
        .max()
        .orElseThrow();
  }

  @Test
  void slicesSpeakAtSeveralDatesAndOfSeveralCohorts() {
    CutSettings several =
        CellsOfTests.settings(
            List.of(
                CellsOfTests.speaking(CellsOfTests.DATE, "plain", "90001", 2022, CellsOfTests.DATE),
                CellsOfTests.speaking(
                    CellsOfTests.DATE, "official", "90001", 2022, CellsOfTests.DATE),
                CellsOfTests.speaking(
                    CellsOfTests.DATE.plusDays(7), "plain", "90001", 2022, CellsOfTests.DATE),
                CellsOfTests.speaking(
                    CellsOfTests.DATE, "plain", "90001", 2021, CellsOfTests.DATE)));
    CutCounts counts =
        counted(
            new CutCube(Cut.trend(), several, 7),
            graduates().with("10"),
            graduates().of(2021).with("10", "70"));

    assertEquals(
        List.of(
            "2022-06-08 official 2022 1",
            "2022-06-08 plain 2021 2",
            "2022-06-08 plain 2022 1",
            "2022-06-15 plain 2022 1"),
        Rates.of(Cut.trend(), several, MajorNaming.none(), counts)
            .map(
                rate ->
                    "%s %s %d %d"
                        .formatted(
                            rate.asOfDate(),
                            rate.asOfKind(),
                            rate.graduationYear(),
                            rate.graduates()))
            .distinct()
            .sorted()
            .toList());
  }

  @Property(tries = 30)
  void cellsThatAreCountedApartAddUpToTheSame(
      @ForAll @IntRange(max = 60) int cells,
      @ForAll @IntRange(min = 1, max = 4) int tasks,
      @ForAll @IntRange(min = 1, max = 5) int parts,
      @ForAll Random random) {
    CutCube whole = cube(Cut.rates());
    List<CutCube> apart = Stream.generate(() -> cube(Cut.rates())).limit(tasks).toList();
    for (int i = 0; i < cells; i++) {
      Cell cell = anyCell(random);
      whole.add(cell);
      apart.get(random.nextInt(tasks)).add(cell);
    }
    List<List<CutCounts>> byPart =
        Stream.generate(ArrayList<CutCounts>::new)
            .limit(parts)
            .<List<CutCounts>>map(list -> list)
            .toList();
    for (CutCube one : apart) {
      CutCounts[] split = one.counts().split(parts);
      for (int part = 0; part < parts; part++) {
        byPart.get(part).add(sent(split[part]));
      }
    }

    assertEquals(
        sorted(figures(Cut.rates(), whole.counts()).stream()),
        sorted(
            byPart.stream()
                .map(CutCounts::sum)
                .flatMap(counts -> figures(Cut.rates(), counts).stream())));
  }

  private static List<String> sorted(Stream<PlacementRate> rates) {
    return rates.map(PlacementRate::toString).sorted().toList();
  }

  private static Cell anyCell(Random random) {
    CellsOfTests cell =
        graduates()
            .at(any(random, "90001", "90002", "90003", "90009"))
            .of(2021 + random.nextInt(2))
            .degree(any(random, "bachelor", "master", "unknown"));
    CellsOfTests placed =
        random.nextBoolean()
            ? cell.major(
                any(random, "undergraduate", "vocational_2015"),
                any(random, "080901", "610201", "unknown"))
            : cell.from(
                any(random, "340100", "420000", "000000"), "academic", any(random, "08", "12"));
    CellsOfTests grouped =
        random.nextInt(3) == 0
            ? placed.detail(any(random, "none", "missing"))
            : placed.tagged(any(random, "disabled", "orphan", "employment_difficulty"));
    return grouped
        .carriedFor(random.nextInt(20))
        .with(any(random, "10", "80", "65"), any(random, "70", "?"));
  }

  private static String any(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  /** What a task gets that another one has sent. */
  private static CutCounts sent(CutCounts counts) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
        stream.writeObject(counts);
      }
      try (ObjectInputStream stream =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (CutCounts) stream.readObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void groupsOfACutAreInOnePart() {
    CutCube cube = cube(Cut.rates());
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      cube.add(anyCell(random));
    }
    int none = settings.group(HardshipGroups.NONE);
    long references = referencesFound(cube.counts(), none);

    assertEquals(
        references,
        Arrays.stream(cube.counts().split(3)).mapToLong(part -> referencesFound(part, none)).sum());
  }

  private static long referencesFound(CutCounts counts, int none) {
    long found = 0;
    for (int row = 0; row < counts.size(); row++) {
      found += counts.inGroup(row, none) >= 0 ? 1 : 0;
    }
    return found;
  }
}
