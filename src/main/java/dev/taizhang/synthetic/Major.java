package dev.taizhang.synthetic;

/**
 * A major that a university teaches.
 *
 * @param degree level of its graduates
 * @param code six digits, undergraduate ones sometimes with K or T
 * @param name its name
 */
record Major(Degree degree, String code, String name) {

  /** The catalogue of its discipline in the figures. */
  String disciplineCatalogue() {
    return degree == Degree.ASSOCIATE ? "vocational" : "academic";
  }

  /** Two digits. */
  String discipline() {
    return code.substring(0, 2);
  }
}
