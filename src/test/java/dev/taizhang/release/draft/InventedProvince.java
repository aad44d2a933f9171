package dev.taizhang.release.draft;

import static java.util.Objects.requireNonNull;

import dev.taizhang.config.Thresholds;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Population;
import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.rates.CountedRate;
import dev.taizhang.figures.rates.CountedSlice;
import dev.taizhang.figures.rates.PeopleCount;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.reference.PlannedCut;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.OutcomeCounts.OutcomeCount;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A province of invented people, all of whom study computer science, and drafts of it without a
 * warehouse: every figure is what its people add up to.
 *
 * @param reference names, the roster, plans and policies
 * @param people everybody at the end of August
 * @param weekBefore everybody a week earlier; empty where nobody had reported
 * @param undecided slices that nobody has decided of
 * @param protector what decides which figures are shown
 */
public record InventedProvince(
    ReferenceData reference,
    List<Part> people,
    List<Part> weekBefore,
    List<Slice> undecided,
    Protector protector) {

  public static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  public static final int COHORT = 2025;

  private static final String OFFICIAL = "official";
  private static final FieldCode DISCIPLINE = new FieldCode("academic", "08");

  /** Graduates of one university in one combination of hardship groups, and how many are placed. */
  public record Part(String university, Set<String> groups, long graduates, long placed) {

    public Part {
      requireNonNull(university, "university");
      groups = Set.copyOf(groups);
    }
  }

  public InventedProvince {
    requireNonNull(reference, "reference");
    people = List.copyOf(people);
    weekBefore = List.copyOf(weekBefore);
    undecided = List.copyOf(undecided);
    requireNonNull(protector, "protector");
  }

  public static InventedProvince of(ReferenceData reference, Part... people) {
    return new InventedProvince(
        reference, List.of(people), List.of(), List.of(), Protector.BY_WITNESSES);
  }

  public InventedProvince after(Part... before) {
    return new InventedProvince(reference, people, List.of(before), undecided, protector);
  }

  /** With a slice of the date that is held. */
  public InventedProvince holding(String university) {
    return new InventedProvince(
        reference,
        people,
        weekBefore,
        List.of(slice(university, DATE, Slices.HELD, "held" + university)),
        protector);
  }

  public InventedProvince protectedBy(Protector other) {
    return new InventedProvince(reference, people, weekBefore, undecided, other);
  }

  /** The draft that a plan and a policy make of it. */
  public Draft draft(String plan, String policy) {
    return draft(plan, policy, ReleaseRequest.MINIMUM_COVERAGE);
  }

  public Draft draft(String plan, String policy, double minimumCoverage) {
    ReleaseRequest request =
        new ReleaseRequest(
            Optional.empty(),
            reference.publicationPlan(plan),
            reference.publicationPolicy(policy),
            "analyst",
            Set.of(),
            "",
            minimumCoverage);
    return Draft.of(
        "2025-08-31-official-1",
        request,
        new ReleaseDate(DATE, OFFICIAL, Set.of(PlannedCut.Dates.OFFICIAL)),
        source(),
        counted(people),
        Map.of(),
        protector,
        reference,
        Thresholds.DEFAULT);
  }

  private List<Counted> counted(List<Part> parts) {
    return Populations.rows(
        "2025-08-31-official-1",
        parts.stream()
            .map(
                part ->
                    new PeopleCount(
                        new CountedSlice(part.university(), COHORT, DATE),
                        DISCIPLINE,
                        part.groups().stream().sorted().toList(),
                        part.graduates(),
                        part.placed()))
            .toList(),
        Names.of(reference));
  }

  private DraftSource source() {
    List<String> universities = people.stream().map(Part::university).distinct().toList();
    List<PlacementRate> rates = rates(people, DATE, OFFICIAL);
    return new DraftSource(
        universities.stream()
            .map(one -> new Speaking(DATE, OFFICIAL, one, COHORT, speaks(), 1, true, true, false))
            .toList(),
        Stream.concat(
                universities.stream().map(one -> slice(one, speaks(), Slices.IN_FORCE, one)),
                undecided.stream())
            .toList(),
        rates,
        Stream.concat(
                rates(weekBefore, DATE.minusDays(7), "plain").stream(),
                rates(people, DATE, "plain").stream())
            .filter(rate -> rate.hardshipGroup().equals(Figure.ALL))
            .toList(),
        rates.stream()
            .filter(rate -> rate.hardshipGroup().equals(Figure.ALL))
            .flatMap(InventedProvince::outcomes)
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Every slice is of the day before, so that one of the date is newer. */
  private static LocalDate speaks() {
    return DATE.minusDays(1);
  }

  private static Slice slice(String university, LocalDate date, String status, String file) {
    return new Slice(Fingerprint.of(file), university, COHORT, date, 1, status, "", null);
  }

  private List<PlacementRate> rates(List<Part> parts, LocalDate date, String kind) {
    List<PlacementRate> rates = new ArrayList<>();
    for (Population population : Populations.of(date, kind, counted(parts)).values()) {
      FigureCounts.of(population)
          .forEach((figure, count) -> rates.addAll(InventedProvince.rates(figure, count)));
    }
    return rates;
  }

  private static List<PlacementRate> rates(Figure figure, FigureCounts.Count count) {
    boolean isOfEverybody = figure.level() == Level.EVERYWHERE && figure.group().equals(Figure.ALL);
    Stream<RatePlace> fields =
        isOfEverybody
            ? Stream.of(
                new RatePlace("class", "undergraduate:0809"),
                new RatePlace("major", "undergraduate:080901"))
            : Stream.of();
    return Stream.concat(Stream.of(new RatePlace(figure.level().code(), figure.code())), fields)
        .map(place -> rate(figure.asOfDate(), figure.asOfKind(), place, figure.group(), count))
        .toList();
  }

  /** The rate of some graduates: whoever is placed has a contract, and the others are waiting. */
  static PlacementRate rate(
      LocalDate date, String kind, RatePlace place, String group, FigureCounts.Count count) {
    boolean isOfRegion = Set.of("province", "prefecture").contains(place.level());
    boolean isOfField = Set.of("discipline", "class", "major").contains(place.level());
    boolean isOfUniversity = place.level().equals("university");
    String[] field = isOfField ? place.code().split(":") : new String[] {Figure.ALL, Figure.ALL};
    CountedRate rate = CountedRate.of(count.placed(), count.graduates());
    return new PlacementRate(
        date,
        kind,
        COHORT,
        Figure.ALL,
        isOfRegion ? "university" : Figure.ALL,
        isOfRegion ? place.level() : Figure.ALL,
        isOfRegion ? place.code() : Figure.ALL,
        null,
        isOfField ? place.level() : Figure.ALL,
        field[0],
        field[1],
        null,
        isOfUniversity ? place.code() : Figure.ALL,
        null,
        group,
        count.graduates(),
        count.placed(),
        count.placed(),
        0,
        0,
        0,
        0,
        0,
        count.graduates() - count.placed(),
        0,
        0,
        rate.rate(),
        rate.low(),
        rate.high(),
        null,
        null,
        null,
        null,
        0);
  }

  private static Stream<OutcomeCount> outcomes(PlacementRate rate) {
    RatePlace place = RatePlace.of(rate).orElseThrow();
    return Set.of("everywhere", "province").contains(place.level())
        ? Stream.concat(
            outcome(rate, place.code(), "10", true, rate.placed()),
            outcome(rate, place.code(), "70", false, rate.awaiting()))
        : Stream.of();
  }

  private static Stream<OutcomeCount> outcome(
      PlacementRate rate, String province, String code, boolean isPlaced, long graduates) {
    return graduates == 0
        ? Stream.of()
        : Stream.of(
            new OutcomeCount(
                rate.asOfDate(),
                rate.asOfKind(),
                COHORT,
                Figure.ALL,
                province,
                Figure.ALL,
                code,
                code,
                true,
                isPlaced,
                graduates));
  }
}
