package dev.taizhang.disclosure;

import java.util.Set;
import java.util.TreeSet;

/**
 * Graduates whom nothing that is published tells apart. How many they are may be known; how many of
 * them are placed is what is to be protected.
 *
 * @param state fingerprint of all that is said of them then; the same state is the same people, on
 *     whichever date and in whichever release it speaks
 * @param universityCode the university
 * @param provinceCode the university's province
 * @param prefectureCode the university's prefecture
 * @param disciplineCatalogue catalogue of the discipline
 * @param disciplineCode code in the catalogue
 * @param groups the hardship groups that each of them is in, without {@code all}
 * @param graduates how many they are
 * @param placed how many of them are placed
 */
public record People(
    String state,
    String universityCode,
    String provinceCode,
    String prefectureCode,
    String disciplineCatalogue,
    String disciplineCode,
    Set<String> groups,
    long graduates,
    long placed) {

  public People {
    groups = Set.copyOf(groups);
    if (groups.contains(Figure.ALL)) {
      throw new IllegalArgumentException("Everybody is in the group all; it is not named");
    }
    if (placed < 0 || placed > graduates) {
      throw new IllegalArgumentException(
          "%d of %d people of %s cannot be placed".formatted(placed, graduates, universityCode));
    }
  }

  /** Tells these people from all others, of this or another release. */
  String key() {
    return String.join(
        "\t",
        state,
        universityCode,
        disciplineCatalogue,
        disciplineCode,
        String.join("|", new TreeSet<>(groups)));
  }
}
