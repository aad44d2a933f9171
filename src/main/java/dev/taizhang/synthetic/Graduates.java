package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Invents graduates; each of them by itself, so that any thread can. */
final class Graduates {

  private static final double MINORITY_SHARE = 0.09;
  private static final double UNFINISHED_SHARE = 0.006;
  private static final double RURAL_COUNTY = 0.74;
  private static final double RURAL_DISTRICT = 0.28;
  private static final double SALARY_SPREAD = 0.22;
  private static final int CLASS_SIZE = 45;
  // No network operator has numbers that begin so.
  private static final String PHONE_PREFIX = "154";

  private static final Weighted<String> MINORITIES =
      new Weighted<String>()
          .add("03", 52)
          .add("11", 10)
          .add("02", 6)
          .add("15", 6)
          .add("08", 6)
          .add("06", 5)
          .add("05", 4)
          .add("04", 3)
          .add("07", 3)
          .add("12", 3)
          .add("13", 2);
  private static final Weighted<String> POLITICAL_STATUS =
      new Weighted<String>().add("03", 78).add("01", 6).add("02", 3).add("13", 13);
  private static final Weighted<String> REASONS =
      new Weighted<String>()
          .add("seeking", 62)
          .add("civil_service_exam", 22)
          .add("enlistment", 3)
          .add("own_business", 2)
          .add("other", 11);

  private final Places places;
  private final Employers employers;
  private final Careers careers;
  private final Draw draw;
  private final int cohort;
  // The place of each graduate among those with whom an ID number could be shared.
  private final List<int[]> idPlaces = new ArrayList<>();
  private final List<List<Traits>> traits;

  Graduates(ProvinceSettings settings, List<Campus> campuses, Places places, Season season) {
    this.places = places;
    this.employers = new Employers(places);
    this.careers = new Careers(season);
    this.draw = Draw.of(settings.seed());
    this.cohort = settings.cohort();
    this.traits = campuses.parallelStream().map(this::traits).toList();
    IdNumbers numbers = new IdNumbers();
    traits.forEach(people -> idPlaces.add(claim(people, numbers)));
  }

  private List<Traits> traits(Campus campus) {
    List<Traits> people = new ArrayList<>(campus.size());
    for (int i = 0; i < campus.size(); i++) {
      people.add(Traits.of(campus, places, draw(campus, i)));
    }
    return people;
  }

  private static int[] claim(List<Traits> people, IdNumbers numbers) {
    int[] claimed = new int[people.size()];
    for (int i = 0; i < claimed.length; i++) {
      Traits person = people.get(i);
      claimed[i] =
          numbers.claim(Places.prefecture(person.origin()), person.female(), person.degree());
    }
    return claimed;
  }

  private Draw draw(Campus campus, int index) {
    return draw.at(campus.index()).at(1_000L + index);
  }

  /** All graduates of a university, in the order of their numbers. */
  List<Graduate> of(Campus campus) {
    List<Graduate> graduates = new ArrayList<>(campus.size());
    for (int i = 0; i < campus.size(); i++) {
      graduates.add(of(campus, i));
    }
    return graduates;
  }

  /** One graduate of a university. */
  Graduate of(Campus campus, int index) {
    Draw own = draw(campus, index);
    Traits traits = this.traits.get(campus.index()).get(index);
    Degree degree = traits.degree();
    int idPlace = idPlaces.get(campus.index())[index];
    LocalDate birthDate = IdNumbers.birthDate(idPlace, degree, cohort);
    boolean rural =
        own.at(Purpose.RURAL)
            .chance(places.isRural(traits.origin()) ? RURAL_COUNTY : RURAL_DISTRICT);
    Major major = own.at(Purpose.MAJOR).pick(campus.majors().get(degree));
    int hardships = Hardships.of(rural, Careers.studyPace(campus, major), own.at(Purpose.HARDSHIP));
    String name = PersonNames.of(traits.female(), own);
    Career career = careers.of(campus, traits, major, hardships, places.pace(traits.origin()), own);
    return new Graduate(
        campus,
        index,
        studentNumber(campus, index, degree),
        candidateNumber(campus, index, degree, traits.origin()),
        IdNumbers.of(
            Places.prefecture(traits.origin()), birthDate, traits.female(), idPlace, degree),
        name,
        PHONE_PREFIX + Digits.of(own.at(Purpose.CONTACT).below(100_000_000), 8),
        traits.female(),
        birthDate,
        own.at(Purpose.ETHNICITY).chance(MINORITY_SHARE)
            ? MINORITIES.pick(own.at(Purpose.ETHNICITY).at(1))
            : "01",
        POLITICAL_STATUS.pick(own.at(Purpose.POLITICAL_STATUS)),
        traits.origin(),
        rural,
        major,
        own.at(Purpose.COMPLETION).chance(UNFINISHED_SHARE)
            ? degree.unfinishedCode()
            : degree.code(),
        1 + index / CLASS_SIZE % 8,
        own.at(Purpose.TRAINING_MODE).chance(0.02) ? "2" : "1",
        major.discipline().equals("04") || major.discipline().equals("57") ? "1" : "2",
        hardships,
        career,
        career.placedOn() == Season.NEVER
            ? Employer.NONE
            : employer(career.placed(), campus, traits, major, name, own.at(Purpose.EMPLOYER)),
        career.placedAgainOn() == Season.NEVER
            ? Employer.NONE
            : employer(
                career.placedAgain(), campus, traits, major, name, own.at(Purpose.EMPLOYER).at(1)),
        salary(degree, own.at(Purpose.SALARY)),
        reason(career.unplaced(), own.at(Purpose.REASON)));
  }

  private Employer employer(
      Outcome outcome, Campus campus, Traits traits, Major major, String name, Draw draw) {
    return employers.of(outcome, major, traits.origin(), campus.place(), name, draw);
  }

  /** Numbers name the university, so that no two universities share one. */
  private String studentNumber(Campus campus, int index, Degree degree) {
    String year = Digits.of((cohort - degree.years()) % 100, 2);
    String rest = Digits.of(campus.index(), 3) + Digits.of(index + 1, 6);
    return switch (campus.index() % 4) {
      case 0 -> "0" + year + rest;
      case 1 -> "20" + year + rest;
      case 2 -> "B" + year + rest;
      default -> year + rest;
    };
  }

  private String candidateNumber(Campus campus, int index, Degree degree, String origin) {
    String year = Digits.of((cohort - degree.years()) % 100, 2);
    return year + origin.substring(0, 2) + Digits.of(campus.index(), 3) + Digits.of(index, 7);
  }

  private static int salary(Degree degree, Draw draw) {
    double factor = StrictMath.exp(SALARY_SPREAD * draw.normal());
    return 100 * (int) StrictMath.rint(degree.medianSalary() * factor / 100);
  }

  private static String reason(Outcome unplaced, Draw draw) {
    return switch (unplaced) {
      case PREPARING_FOR_STUDY -> "further_study";
      case OTHER_NOT_SEEKING -> "no_intention";
      default -> REASONS.pick(draw);
    };
  }
}
