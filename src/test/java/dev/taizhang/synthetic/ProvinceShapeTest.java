package dev.taizhang.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.reference.Division;
import dev.taizhang.statistics.MantelHaenszel;
import dev.taizhang.statistics.Stratum;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invented people as a whole are as those of a real province. */
class ProvinceShapeTest {

  private static final InventedProvince PROVINCE = new InventedProvince(30, 20_000, 1);

  /** Bounds are four standard deviations of a binomial share, beside what is meant. */
  private static void assertShare(double meant, double share) {
    double bound = 4 * StrictMath.sqrt(meant * (1 - meant) / PROVINCE.graduates().size());
    assertEquals(meant, share, bound);
  }

  @Test
  void graduatesAddUpExactly() {
    assertEquals(20_000, PROVINCE.campuses().stream().mapToInt(Campus::size).sum());
    assertEquals(7, new InventedProvince(7, 7, 1).graduates().size());
    assertEquals(1001, new InventedProvince(13, 1001, 5).graduates().size());
  }

  @Test
  void universitiesDifferInNameAndCode() {
    List<Campus> many = new InventedProvince(800, 800, 1).campuses();
    assertEquals(800, many.stream().map(Campus::name).distinct().count());
    assertEquals(800, many.stream().map(Campus::code).distinct().count());
  }

  @Test
  void hardshipsHaveTheSharesOfARealProvince() {
    double economic = PROVINCE.share(graduate -> (Hardships.mask(graduate.hardships()) & 2) != 0);
    assertTrue(economic > 0.20 && economic < 0.25, () -> "economic difficulty: " + economic);
    assertShare(0.003, PROVINCE.share(g -> (g.hardships() & Hardships.DISABLED) != 0));
    Set<String> key =
        Set.of("disabled", "poverty_alleviated", "subsistence_allowance", "zero_employment_family");
    double keyGroups =
        PROVINCE.share(g -> Hardships.ids(g.hardships()).stream().anyMatch(key::contains));
    assertEquals(0.075, keyGroups, 0.01);
  }

  @Test
  void minoritiesAndOriginsHaveTheirShares() {
    assertShare(0.09, PROVINCE.share(graduate -> !graduate.ethnicityCode().equals("01")));
    assertShare(0.82, PROVINCE.share(graduate -> graduate.origin().startsWith("41")));
    assertShare(0.52, PROVINCE.share(Graduate::female));
  }

  @Test
  void aTenthHaveAHigherDegreeAndTheRestAreHalvedRoughly() {
    double higher =
        PROVINCE.share(
            graduate ->
                graduate.major().degree() == Degree.MASTER
                    || graduate.major().degree() == Degree.DOCTORAL);
    assertEquals(0.096, higher, 0.04);
    assertEquals(0.5, PROVINCE.share(g -> g.major().degree() == Degree.ASSOCIATE), 0.12);
  }

  @Test
  void placementRisesThroughTheYear() {
    double june = PROVINCE.rate("2025-06-15", graduate -> true);
    double first = PROVINCE.rate("2025-08-31", graduate -> true);
    double last = PROVINCE.rate("2025-12-28", graduate -> true);
    assertEquals(0.55, june, 0.03);
    assertEquals(0.84, first, 0.02);
    assertTrue(last > 0.90 && last < 0.97, () -> "at the end of the year: " + last);
    double before = 0;
    for (LocalDate date = LocalDate.of(2024, 9, 8);
        date.isBefore(LocalDate.of(2026, 1, 1));
        date = date.plusWeeks(1)) {
      double rate = PROVINCE.rate(date.toString(), graduate -> true);
      assertTrue(rate >= before, "the rate falls in the week of " + date);
      before = rate;
    }
  }

  @Test
  void weeksOfSummerBringMostOfAll() {
    double spring = PROVINCE.rate("2025-04-06", g -> true) - PROVINCE.rate("2025-03-30", g -> true);
    double june = PROVINCE.rate("2025-06-15", g -> true) - PROVINCE.rate("2025-06-08", g -> true);
    double autumn = PROVINCE.rate("2025-11-09", g -> true) - PROVINCE.rate("2025-11-02", g -> true);
    assertTrue(june > 2 * spring, () -> june + " in June, " + spring + " in spring");
    assertTrue(june > 4 * autumn, () -> june + " in June, " + autumn + " in autumn");
  }

  @Test
  void groupsHaveTheSpeedThatIsPlanted() {
    String august = "2025-08-31";
    double none = PROVINCE.rate(august, graduate -> graduate.hardships() == 0);
    double disabled = PROVINCE.rate(august, g -> (g.hardships() & Hardships.DISABLED) != 0);
    double difficult =
        PROVINCE.rate(august, g -> (g.hardships() & Hardships.EMPLOYMENT_DIFFICULTY) != 0);
    assertTrue(disabled < none - 0.08, () -> disabled + " against " + none);
    assertTrue(difficult < none - 0.06, () -> difficult + " against " + none);
    double capital = PROVINCE.rate(august, g -> g.origin().startsWith("4101"));
    double country = PROVINCE.rate(august, g -> g.origin().startsWith("4116"));
    assertTrue(capital > country + 0.04, () -> capital + " against " + country);
  }

  @Test
  void thoseLiftedOutOfPovertyAreAheadOfWhoStudiesTheSameAndBehindOverall() {
    Map<String, Stratum> strata = new HashMap<>();
    for (Graduate graduate : PROVINCE.graduates()) {
      boolean lifted = Hardships.ids(graduate.hardships()).contains(Hardships.POVERTY_ALLEVIATED);
      if (lifted || graduate.hardships() == 0) {
        long placed = PROVINCE.isPlaced(graduate, "2025-08-31") ? 1 : 0;
        Major major = graduate.major();
        strata.merge(
            graduate.campus().code() + major.degree() + major.code().substring(0, 4),
            lifted ? new Stratum(placed, 1, 0, 0) : new Stratum(0, 0, placed, 1),
            Stratum::plus);
      }
    }
    MantelHaenszel alike = MantelHaenszel.of(List.copyOf(strata.values()));
    Stratum all = strata.values().stream().reduce(new Stratum(0, 0, 0, 0), Stratum::plus);
    double crude =
        (double) all.successes() / all.trials()
            - (double) all.referenceSuccesses() / all.referenceTrials();
    assertTrue(crude < -0.01, () -> "crude " + crude);
    assertTrue(
        alike.riskDifference().orElseThrow().limits().low() > 0,
        () -> "like with like " + alike.riskDifference());
  }

  @Test
  void halfOfThoseWhoArePlacedAfterGraduationLoseTheTag() {
    List<Graduate> difficult =
        PROVINCE.graduates().stream()
            .filter(g -> (g.hardships() & Hardships.EMPLOYMENT_DIFFICULTY) != 0)
            .toList();
    int july = Season.day(LocalDate.of(2025, 7, 1));
    int end = Season.day(LocalDate.of(2025, 12, 31));
    List<Graduate> late =
        difficult.stream()
            .filter(g -> g.career().placedOn() > july && g.career().placedOn() <= end)
            .toList();
    long dropped = late.stream().filter(g -> g.hardships(end) != g.hardships()).count();
    assertEquals(0.5, (double) dropped / late.size(), 2 / StrictMath.sqrt(late.size()));
    assertEquals(
        dropped,
        difficult.stream().filter(g -> g.hardships(end) != g.hardships()).count(),
        "nobody else does");
    assertTrue(
        late.stream().allMatch(g -> g.hardships(g.career().placedOn() - 1) == g.hardships()),
        "and not before");
  }

  @Test
  void numbersOfPeopleAreTheirOwn() {
    assertEquals(20_000, PROVINCE.graduates().stream().map(Graduate::idNumber).distinct().count());
    assertEquals(
        20_000, PROVINCE.graduates().stream().map(Graduate::studentNumber).distinct().count());
    assertEquals(
        20_000, PROVINCE.graduates().stream().map(Graduate::candidateNumber).distinct().count());
  }

  @Test
  void idNumbersAreValidAndIssuedToNobody() {
    Set<String> prefectures =
        InventedProvince.REFERENCE.divisions().stream()
            .map(Division::code)
            .filter(code -> code.endsWith("00") && !code.endsWith("0000"))
            .collect(Collectors.toSet());
    for (Graduate graduate : PROVINCE.graduates()) {
      String number = graduate.idNumber();
      assertTrue(number.matches("\\d{17}[\\dX]"), number);
      assertTrue(prefectures.contains(number.substring(0, 6)), number);
      assertEquals(
          graduate.birthDate(),
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14))));
      assertEquals(graduate.female(), (number.charAt(16) - '0') % 2 == 0, number);
      assertEquals(checkCharacter(number), number.charAt(17), number);
      assertTrue(!number.endsWith("000"), number);
    }
  }

  /** By the recursion of ISO 7064 MOD 11-2, not by a table of weights. */
  private static char checkCharacter(String number) {
    int product = 0;
    for (int i = 0; i < 17; i++) {
      product = (product + number.charAt(i) - '0') * 2 % 11;
    }
    return "0123456789X".charAt((12 - product) % 11);
  }

  @Test
  void otherNumbersHaveTheFormsOfRealOnes() {
    for (Graduate graduate : PROVINCE.graduates()) {
      assertTrue(graduate.phone().matches("1[3-9]\\d{9}"), graduate.phone());
      assertTrue(graduate.candidateNumber().matches("\\d{14}"), graduate.candidateNumber());
      String credit = graduate.employer().creditCode();
      assertTrue(credit.isEmpty() || isCreditCode(credit), credit);
    }
    assertTrue(PROVINCE.share(graduate -> graduate.studentNumber().startsWith("0")) > 0.1);
    assertTrue(PROVINCE.share(graduate -> graduate.studentNumber().startsWith("B")) > 0.1);
  }

  /** The weights are powers of 3, and the weighted sum of all 18 values is 0 modulo 31. */
  private static boolean isCreditCode(String code) {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += alphabet.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code.length() == 18 && (sum + alphabet.indexOf(code.charAt(17))) % 31 == 0;
  }

  @ParameterizedTest
  @CsvSource({"DOCTORAL, 29, 33", "MASTER, 25, 28", "BACHELOR, 22, 25", "ASSOCIATE, 21, 24"})
  void graduatesAreAsOldAsTheirDegreeTakes(Degree degree, int youngest, int oldest) {
    LocalDate august = LocalDate.of(2025, 8, 31);
    for (Graduate graduate : PROVINCE.graduates()) {
      if (graduate.major().degree() == degree) {
        int age = graduate.birthDate().until(august).getYears();
        assertTrue(age >= youngest - 1 && age <= oldest, degree + ": " + age);
      }
    }
  }

  @Test
  void majorsAreOfTheRealCatalogues() {
    Set<String> classes =
        InventedProvince.REFERENCE.classes().stream()
            .map(field -> field.catalogue() + field.code())
            .collect(Collectors.toSet());
    for (Graduate graduate : PROVINCE.graduates()) {
      Major major = graduate.major();
      String catalogue =
          switch (major.degree()) {
            case DOCTORAL, MASTER -> "graduate";
            case BACHELOR -> "undergraduate";
            case ASSOCIATE -> "vocational_2021";
          };
      assertTrue(major.code().matches("\\d{6}K?"), major.code());
      assertTrue(classes.contains(catalogue + major.code().substring(0, 4)), major.toString());
    }
  }
}
