package dev.taizhang.synthetic;

/**
 * What decides a graduate's ID number, known before all else.
 *
 * @param female the gender
 * @param degree the level
 * @param origin the county
 */
record Traits(boolean female, Degree degree, String origin) {

  private static final double FEMALE_SHARE = 0.52;

  static Traits of(Campus campus, Places places, Draw graduate) {
    return new Traits(
        graduate.at(Purpose.GENDER).chance(FEMALE_SHARE),
        campus.degrees().pick(graduate.at(Purpose.DEGREE)),
        places.origin(graduate));
  }
}
