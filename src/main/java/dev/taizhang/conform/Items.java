package dev.taizhang.conform;

import dev.taizhang.reference.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The items of a list in one cell, however they are parted. A mark or a space inside a known word
 * parts nothing: the longest known word counts, the whole cell first.
 */
final class Items {

  private static final Pattern WORD = Pattern.compile("[^\\s、,;/|丨+&\\\\。和及与]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  // No word of a list has more parts; longer cells would take the square of their length.
  private static final int MOST_PARTS = 8;

  private Items() {}

  /**
   * What the items stand for, in their order; null for each that stands for nothing.
   *
   * @param cell text in normal form with its spaces, of which a line break is one
   * @param meaning what a word without spaces stands for; null for nothing
   */
  static List<String> of(String cell, UnaryOperator<String> meaning) {
    List<MatchResult> parts = WORD.matcher(cell).results().toList();
    List<String> items = new ArrayList<>();
    int next = 0;
    while (next < parts.size()) {
      int last = Math.min(next + MOST_PARTS, parts.size()) - 1;
      while (last > next && meaningOf(cell, parts.subList(next, last + 1), meaning) == null) {
        last--;
      }
      items.add(meaningOf(cell, parts.subList(next, last + 1), meaning));
      next = last + 1;
    }
    return items;
  }

  /** Whether all that a cell holds are bare numbers. */
  static boolean areNumbers(String cell) {
    return WORD.matcher(cell).results().allMatch(part -> part.group().matches("\\d+"));
  }

  /** What several parts are as one word; null where they are none, or words of their own. */
  private static String meaningOf(
      String cell, List<MatchResult> parts, UnaryOperator<String> meaning) {
    MatchResult last = parts.get(parts.size() - 1);
    boolean apart = parts.size() > 1;
    for (int i = 1; i < parts.size() && apart; i++) {
      String between = cell.substring(parts.get(i - 1).end(), parts.get(i).start());
      apart = SPACES.matcher(between).matches();
    }
    if (apart && parts.stream().allMatch(part -> meaning.apply(part.group()) != null)) {
      return null;
    }
    return meaning.apply(
        NormalForm.withoutSpaces(cell.substring(parts.get(0).start(), last.end())));
  }
}
