package dev.taizhang.disclosure;

import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.Rounding;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small cohorts, as tests write them. */
final class PeopleOfTests {

  static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  static final PublicationPolicy SUPPRESS =
      ReferenceData.load(Optional.empty()).publicationPolicy("suppress");

  /** Rules small enough for cohorts of which every possible outcome can be looked at. */
  static final PublicationPolicy OF_FEW =
      new PublicationPolicy(
          "of_few", Map.of(), Rounding.NONE, 1, 1, PublicationPolicy.RatesFrom.EXACT, Map.of(), "");

  private PeopleOfTests() {}

  static Population cohort(People... people) {
    return cohort(DATE, Arrays.asList(people));
  }

  static Population cohort(LocalDate date, List<People> people) {
    return new Population(date, "official", 2025, people);
  }

  /** Some people of a university; its prefecture is told by the first three digits. */
  static People people(
      String university, String discipline, String groups, long graduates, long placed) {
    return new People(
        "state of " + university,
        university,
        "510000",
        "51" + university.substring(0, 2) + "00",
        "academic",
        discipline,
        Set.of(groups.split("\\|")),
        graduates,
        placed);
  }

  static Figure figure(Level level, String code, String group) {
    return figure(DATE, level, code, group);
  }

  static Figure figure(LocalDate date, Level level, String code, String group) {
    return new Figure(date, "official", 2025, level, code, group);
  }
}
