package dev.taizhang.synthetic;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resident identity numbers (GB 11643) with a right check character that belong to nobody: the six
 * digits of the address are those of a prefecture as a whole, which end in 00, and a number is
 * issued under the code of a county, a city's district or a county-level city. The sequence number
 * has the parity of the gender. The last three characters are never 000, which is what a
 * spreadsheet makes of a number that it rounds.
 *
 * <p>No two people of a province have the same number: the people of one prefecture, gender and
 * level are counted, and the count decides birth date and sequence number.
 */
final class IdNumbers {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  // Sequence numbers are shared out among the levels, since their ages overlap.
  private static final int PAIRS_PER_LEVEL = 124;
  private static final int BIRTHDAYS = 1095;
  // Has no factor in common with the number of birthdays, so that each comes once in a round.
  private static final int STRIDE = 451;

  private final Map<String, EnumMap<Degree, int[]>> counts = new TreeMap<>();

  /** The place of the next person among those of one prefecture, gender and level. */
  int claim(String prefecture, boolean female, Degree degree) {
    int[] count =
        counts
            .computeIfAbsent(prefecture, key -> new EnumMap<>(Degree.class))
            .computeIfAbsent(degree, key -> new int[2]);
    return count[female ? 1 : 0]++;
  }

  /** The birth date of the person at a place. */
  static LocalDate birthDate(int place, Degree degree, int cohort) {
    LocalDate first = LocalDate.of(cohort - degree.oldest(), 9, 1);
    return first.plusDays((long) place % BIRTHDAYS * STRIDE % BIRTHDAYS);
  }

  /** The number of the person at a place. */
  static String of(
      String prefecture, LocalDate birthDate, boolean female, int place, Degree degree) {
    int pair = levelNumber(degree) * PAIRS_PER_LEVEL;
    int sequence = 2 * (1 + pair + place / BIRTHDAYS % PAIRS_PER_LEVEL) + (female ? 0 : 1);
    String body = prefecture + Digits.of(birthDate) + Digits.of(sequence, 3);
    return body + checkCharacter(body);
  }

  private static int levelNumber(Degree degree) {
    return switch (degree) {
      case ASSOCIATE -> 0;
      case BACHELOR -> 1;
      case MASTER -> 2;
      case DOCTORAL -> 3;
    };
  }

  private static char checkCharacter(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }
}
