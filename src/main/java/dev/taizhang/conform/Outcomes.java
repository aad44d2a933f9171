package dev.taizhang.conform;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.FollowUpEntries;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the codes of outcomes (毕业去向代码) mean for a row. */
final class Outcomes {

  private static final Pattern THREE_DIGITS = Pattern.compile("^[1-8]\\d{2}$");
  private static final int DIGITS_OF_PARENT = 2;

  private static final Set<String> OUTSIDE =
      codes(component -> component == OutcomeComponent.OUTSIDE);
  private static final Set<String> PLACED = codes(OutcomeComponent::placed);
  private static final Set<String> NOT_PLACED = codes(component -> !component.placed());
  private static final Set<String> OWN_WORK =
      Set.of(Outcome.OWN_BUSINESS.code(), Outcome.FREELANCER.code());

  private Outcomes() {}

  private static Set<String> codes(Predicate<OutcomeComponent> wanted) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> wanted.test(outcome.component()))
        .map(Outcome::code)
        .collect(toUnmodifiableSet());
  }

  /** Three-digit outcomes are read by their first two digits, their parent. */
  static String parent(String text) {
    return text != null && THREE_DIGITS.matcher(text).find()
        ? text.substring(0, DIGITS_OF_PARENT)
        : text;
  }

  /** Whether the graduate counts in graduates; also where the outcome is not known. */
  static boolean isInDenominator(String code) {
    return code == null || !OUTSIDE.contains(code);
  }

  /**
   * The employer's name. Self-employed people put their own name where the employer belongs.
   *
   * @param name the cell; null where it holds the person's name
   * @param outcome the code of the outcome; null where it is not known
   */
  static String employerName(String name, String outcome) {
    boolean ownWork = outcome != null && OWN_WORK.contains(outcome);
    return name == null || ownWork || LongNumbers.isIn(name) ? null : name;
  }

  /**
   * What a row of a follow-up list says of work. The outcome decides where the list has one.
   * Without it an employer stands for work, and a reason or a wish to work for none.
   *
   * @param outcome the code of the outcome; null where it is not known
   * @param employerStated whether there is an employer
   * @param wordsOfUnplaced whether there is a reason of being unplaced, or a wish to work or not
   */
  static String employmentStatus(String outcome, boolean employerStated, boolean wordsOfUnplaced) {
    if (outcome != null && PLACED.contains(outcome)) {
      return FollowUpEntries.EMPLOYED;
    }
    if (outcome != null && NOT_PLACED.contains(outcome)) {
      return FollowUpEntries.UNPLACED;
    }
    if (employerStated) {
      return FollowUpEntries.EMPLOYED;
    }
    return wordsOfUnplaced ? FollowUpEntries.UNPLACED : Dimensions.UNKNOWN;
  }
}
