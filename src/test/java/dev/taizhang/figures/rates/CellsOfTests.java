package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cells of one slice as tests write them: bachelors without hardship of one major at one
 * university, where they do not say otherwise.
 */
final class CellsOfTests {

  static final LocalDate DATE = LocalDate.of(2022, 6, 8);
  static final String UNIVERSITY = "90001";

  private static final ReferenceData SHIPPED = ReferenceData.load(Optional.empty());
  private static final List<String> OUTCOMES =
      Arrays.stream(Outcome.values()).map(Outcome::code).toList();
  private static final List<University> ROSTER =
      List.of(
          new University("90001", "示例甲", "340000", "340100"),
          new University("90002", "示例乙", "340000", "341400"),
          new University("90003", "示例丙", "420000", "420600"));

  private final CountedSlice slice;
  private final String degreeLevel;
  private final List<String> tags;
  private final String detail;
  private final Cell.Place place;
  private final int[] carriedDays;

  private CellsOfTests(
      CountedSlice slice,
      String degreeLevel,
      List<String> tags,
      String detail,
      Cell.Place place,
      int... carriedDays) {
    this.slice = slice;
    this.degreeLevel = degreeLevel;
    this.tags = tags;
    this.detail = detail;
    this.place = place;
    this.carriedDays = carriedDays;
  }

  static CellsOfTests graduates() {
    return new CellsOfTests(
        new CountedSlice(UNIVERSITY, 2022, DATE),
        "bachelor",
        List.of(),
        "none",
        new Cell.ByMajor(new FieldCode("undergraduate", "080901")));
  }

  CellsOfTests at(String university) {
    return on(new CountedSlice(university, slice.graduationYear(), slice.snapshotDate()));
  }

  CellsOfTests of(int graduationYear) {
    return on(new CountedSlice(slice.universityCode(), graduationYear, slice.snapshotDate()));
  }

  CellsOfTests on(CountedSlice other) {
    return new CellsOfTests(other, degreeLevel, tags, detail, place, carriedDays);
  }

  CellsOfTests degree(String level) {
    return new CellsOfTests(slice, level, tags, detail, place, carriedDays);
  }

  CellsOfTests tagged(String... some) {
    return new CellsOfTests(slice, degreeLevel, List.of(some), "tags", place, carriedDays);
  }

  CellsOfTests detail(String told) {
    return new CellsOfTests(slice, degreeLevel, tags, told, place, carriedDays);
  }

  CellsOfTests major(String catalogue, String code) {
    return in(new Cell.ByMajor(new FieldCode(catalogue, code)));
  }

  CellsOfTests from(String prefecture, String disciplineCatalogue, String discipline) {
    return in(new Cell.ByOrigin(new FieldCode(disciplineCatalogue, discipline), prefecture));
  }

  private CellsOfTests in(Cell.Place other) {
    return new CellsOfTests(slice, degreeLevel, tags, detail, other, carriedDays);
  }

  CellsOfTests carriedFor(int... days) {
    return new CellsOfTests(slice, degreeLevel, tags, detail, place, days);
  }

  /** The cell, with one graduate for each of these outcomes; whatever is none is unknown. */
  Cell with(String... outcomes) {
    long[] counts = new long[OutcomeTally.OUTCOMES];
    for (String outcome : outcomes) {
      int listed = OUTCOMES.indexOf(outcome);
      counts[listed < 0 ? OutcomeTally.UNKNOWN : listed]++;
    }
    Hardship hardship = new Hardship(tags, detail);
    return new Cell(
        slice, degreeLevel, hardship, hardship, place, new OutcomeTally(counts, carriedDays));
  }

  /** Settings under which the slices of all universities and of two cohorts speak at one date. */
  static CutSettings settings() {
    return settings(DATE, "plain");
  }

  static CutSettings settings(LocalDate date, String kind) {
    List<AsOf.Speaking> speaking = new ArrayList<>();
    for (int year : new int[] {2021, 2022}) {
      for (String university : List.of("90001", "90002", "90003", "90009")) {
        speaking.add(speaking(date, kind, university, year, DATE));
      }
    }
    return settings(speaking);
  }

  static AsOf.Speaking speaking(
      LocalDate date, String kind, String university, int year, LocalDate slice) {
    int age = (int) (date.toEpochDay() - slice.toEpochDay());
    return new AsOf.Speaking(date, kind, university, year, slice, age, true, true, true);
  }

  static CutSettings settings(List<AsOf.Speaking> speaking) {
    return new CutSettings(
        SpeakingSlices.of(speaking), Names.of(reference()), HardshipGroups.of(SHIPPED));
  }

  /** The shipped reference data with a roster of three universities. */
  static ReferenceData reference() {
    return new ReferenceData(
        SHIPPED.codeTexts(),
        SHIPPED.codeNames(),
        SHIPPED.columnAliases(),
        SHIPPED.divisions(),
        SHIPPED.formerDivisions(),
        SHIPPED.disciplines(),
        SHIPPED.classes(),
        SHIPPED.hardshipTags(),
        SHIPPED.keyGroups(),
        SHIPPED.standardServices(),
        ROSTER,
        SHIPPED.expectedGraduates(),
        SHIPPED.templates(),
        SHIPPED.olderOutcomes(),
        SHIPPED.expectations(),
        SHIPPED.publicationPlans(),
        SHIPPED.publicationPolicies(),
        SHIPPED.doubled(),
        SHIPPED.fingerprints());
  }

  /** What cells add up to. */
  static CutCounts counted(Cube cube, Cell... cells) {
    Arrays.stream(cells).forEach(cube::add);
    return cube.counts();
  }
}
