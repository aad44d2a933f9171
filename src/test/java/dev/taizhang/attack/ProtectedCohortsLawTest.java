package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.People;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Protected;
import dev.taizhang.disclosure.Protection;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.PublishedCohort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * What is protected is not found out: by nobody who knows sizes and figures of everybody, and by no
 * insider of a university, from one release or from two.
 */
class ProtectedCohortsLawTest {

  private static final LocalDate JULY = LocalDate.of(2026, 7, 31);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
  private static final Requirement REQUIREMENT = Requirement.ofWithheld(9);
  private static final PublicationPolicy POLICY =
      ReferenceData.load(Optional.empty()).publicationPolicy(PublicationPolicy.DEFAULT);
  private static final List<String> COMBINATIONS =
      List.of(
          "none",
          "unknown",
          "employment_difficulty_only employment_difficulty",
          "any economic_difficulty",
          "any economic_difficulty orphan",
          "any disabled",
          "any economic_difficulty disabled");

  private static final AtomicInteger ATTACKED = new AtomicInteger();
  private static final AtomicInteger SHOWN = new AtomicInteger();
  private static final AtomicInteger BY_INSIDERS = new AtomicInteger();
  private static final AtomicInteger LATE = new AtomicInteger();
  private static final AtomicInteger WHOLLY_OTHER = new AtomicInteger();
  private static final AtomicInteger IN_PART = new AtomicInteger();

  @Property(tries = 60)
  void attackersFindNothing(@ForAll long seed) {
    assertNothingIsFound(mixed(seed));
  }

  @Property(tries = 1000)
  @Tag("thorough")
  void attackersFindNothingInAThousandCohorts(@ForAll long seed) {
    assertNothingIsFound(mixed(seed));
  }

  /** Seeds near each other draw nearly the same cohorts, and those that are tried often are. */
  private static long mixed(long seed) {
    return new SplittableRandom(seed).nextLong();
  }

  /**
   * Cohorts of which overlapping figures of an earlier release leave every second count of a total
   * alone, for insiders, so that it has fewer counts than ten and yet reaches as far: what is said
   * now can add nothing to that and take nothing away.
   */
  @Example
  void norWhereAnEarlierReleaseLeavesEverySecondCount() {
    List.of(9936L, -10897L).forEach(ProtectedCohortsLawTest::assertNothingIsFound);
  }

  private static void assertNothingIsFound(long seed) {
    Random random = new Random(seed);
    List<People> people = people(random);
    PublishedCohort published = new PublishedCohort();
    List<Earlier> earlier = new ArrayList<>();
    if (random.nextBoolean()) {
      Population before = cohort(JULY, before(people, random));
      Protected told = Protection.protect(before, List.of(), POLICY, figure -> true);
      published.publish(before, told.verdicts());
      earlier.add(new Earlier(before, told.verdicts()));
    }
    Population now = cohort(AUGUST, people);
    Protected told = Protection.protect(now, earlier, POLICY, figure -> true);
    published.publish(now, told.verdicts());

    Publication publication = published.publication(REQUIREMENT);
    AttackReport report = Attack.on(publication, TimeLimit.none());
    InsidersReport insiders =
        EveryInsider.on(publication, published.insiders(), report, TimeLimit.none());

    assertEquals(List.of(), told.report().open());
    assertEquals(List.of(), report.breaches());
    assertEquals(List.of(), insiders.breaches());
    assertEquals(List.of(0L, 0L), List.of(report.undecided(), insiders.undecided()));
    ATTACKED.addAndGet(report.attacked());
    SHOWN.addAndGet(publication.told().size() - report.attacked());
    BY_INSIDERS.addAndGet(Math.toIntExact(insiders.attacked()));
  }

  private static Population cohort(LocalDate date, List<People> people) {
    return new Population(date, "official", 2026, people);
  }

  private static List<People> people(Random random) {
    List<People> people = new ArrayList<>();
    int universities = 2 + random.nextInt(5);
    for (int university = 1; university <= universities; university++) {
      people.addAll(university("1000" + university, random));
    }
    return people;
  }

  private static List<People> university(String code, Random random) {
    List<People> people = new ArrayList<>();
    int disciplines = 1 + random.nextInt(3);
    double rate = 0.4 + 0.5 * random.nextDouble();
    for (int discipline = 1; discipline <= disciplines; discipline++) {
      for (String groups : COMBINATIONS) {
        long graduates = groups.equals("none") ? 20 + random.nextInt(120) : random.nextInt(30) - 6;
        if (graduates > 0) {
          long placed = 0;
          for (int one = 0; one < graduates; one++) {
            placed += random.nextDouble() < rate ? 1 : 0;
          }
          people.add(people(code, "0" + discipline, groups, graduates, placed));
        }
      }
    }
    return people;
  }

  /** People of whom something was said at a date are other people as soon as a count is other. */
  private static People people(
      String code, String discipline, String groups, long graduates, long placed) {
    return new People(
        String.join(" ", code, discipline, groups) + " " + graduates + " " + placed,
        code,
        "410000",
        code.compareTo("10003") < 0 ? "410100" : "410200",
        "academic",
        discipline,
        Set.of(groups.split(" ")),
        graduates,
        placed);
  }

  /** The month before: one university came late, all it said was other, or a part of it. */
  private static List<People> before(List<People> people, Random random) {
    List<People> before =
        new ArrayList<>(
            people.stream().filter(one -> !one.universityCode().equals("10001")).toList());
    switch (random.nextInt(3)) {
      case 0 -> LATE.incrementAndGet();
      case 1 -> {
        before.addAll(university("10001", random));
        WHOLLY_OTHER.incrementAndGet();
      }
      default -> {
        before.clear();
        people.forEach(one -> before.add(random.nextInt(6) == 0 ? fewerPlaced(one) : one));
        if (!before.equals(people)) {
          IN_PART.incrementAndGet();
        }
      }
    }
    return before;
  }

  private static People fewerPlaced(People one) {
    return people(
        one.universityCode(),
        one.disciplineCode(),
        String.join(" ", new TreeSet<>(one.groups())),
        one.graduates(),
        Math.max(0, one.placed() - 2));
  }

  /** A copy that chooses no complements must be found out by the same attackers. */
  @Example
  void protectionWithoutComplementsIsFoundOut() {
    Population population = cohort(AUGUST, people(new Random(4)));
    Protected told = Protection.protect(population, List.of(), POLICY, figure -> true);
    Map<Figure, Verdict> broken = new LinkedHashMap<>(told.verdicts());
    broken.replaceAll((figure, verdict) -> verdict == Verdict.COMPLEMENT ? Verdict.SHOWN : verdict);

    AttackReport report =
        Attack.on(
            new PublishedCohort().publish(population, broken).publication(REQUIREMENT),
            TimeLimit.none());

    assertTrue(told.report().complements() > 0);
    assertTrue(!report.breaches().isEmpty());
  }

  @AfterContainer
  static void enoughWasDrawn() {
    assertTrue(ATTACKED.get() >= 500, "withheld figures attacked: " + ATTACKED);
    assertTrue(SHOWN.get() >= 100, "figures shown: " + SHOWN);
    assertTrue(BY_INSIDERS.get() >= 1000, "pairs of an insider and a figure: " + BY_INSIDERS);
    assertTrue(LATE.get() >= 3, "cohorts with a university that came late: " + LATE);
    assertTrue(WHOLLY_OTHER.get() >= 3, "with one that said all otherwise: " + WHOLLY_OTHER);
    assertTrue(IN_PART.get() >= 3, "with counts that were fewer: " + IN_PART);
  }
}
