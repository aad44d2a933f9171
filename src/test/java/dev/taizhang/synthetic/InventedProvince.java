package dev.taizhang.synthetic;

import dev.taizhang.reference.ReferenceData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The people of a province, without files. */
final class InventedProvince {

  static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());

  private final List<Campus> campuses;
  private final List<Graduate> graduates;
  private final Season season;

  InventedProvince(int universities, int graduates, long seed) {
    ProvinceSettings settings =
        new ProvinceSettings(
            Path.of("unused"),
            universities,
            graduates,
            1,
            seed,
            0,
            ProvinceSettings.DEFAULT_LAST_SNAPSHOT);
    Places places = new Places(REFERENCE);
    this.season = new Season(settings.cohort());
    this.campuses = new Campuses(settings, REFERENCE).plan(places, FormatPolicy.MIXED);
    Graduates people = new Graduates(settings, campuses, places, season);
    this.graduates = campuses.stream().flatMap(campus -> people.of(campus).stream()).toList();
  }

  List<Campus> campuses() {
    return campuses;
  }

  List<Graduate> graduates() {
    return graduates;
  }

  /** Share of the graduates who are as said. */
  double share(Predicate<Graduate> condition) {
    return (double) graduates.stream().filter(condition).count() / graduates.size();
  }

  /** Placement rate on a date among those who are as said. */
  double rate(String date, Predicate<Graduate> condition) {
    int day = Season.day(LocalDate.parse(date));
    List<Graduate> chosen = graduates.stream().filter(condition).toList();
    return (double) chosen.stream().filter(graduate -> isPlaced(graduate, day)).count()
        / chosen.size();
  }

  boolean isPlaced(Graduate graduate, String date) {
    return isPlaced(graduate, Season.day(LocalDate.parse(date)));
  }

  private boolean isPlaced(Graduate graduate, int day) {
    return Optional.ofNullable(graduate.career().outcome(day, season))
        .filter(outcome -> outcome.component().placed())
        .isPresent();
  }
}
