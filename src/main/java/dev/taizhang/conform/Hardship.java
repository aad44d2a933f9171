package dev.taizhang.conform;

import dev.taizhang.reference.HardshipTag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hardship tags from the mask 0 to 7 and from words, read by functions of ours: Spark does not
 * compile what takes arrays apart.
 *
 * @see <a href="../../../../../docs/adr/0004-lookup-function.md">ADR 0004</a>
 */
final class Hardship {

  private static final String NONE = "none";
  // A list of codes can be given others, which are no sum of the three.
  private static final Pattern MASK = Pattern.compile("[0-7]");

  /** The tag of each bit of the mask, the lowest bit first. */
  private static final String[] TAGS_OF_MASK = {
    HardshipTag.EMPLOYMENT_DIFFICULTY, HardshipTag.ECONOMIC_DIFFICULTY, HardshipTag.DISABLED
  };

  private static final Set<String> OF_MASK = Set.of(TAGS_OF_MASK);

  private final Map<String, String> tags;
  private final Map<String, String> masks;

  private Hardship(Map<String, String> tags, Map<String, String> masks) {
    this.tags = tags;
    this.masks = masks;
  }

  /** Hardship in the words of these lists. */
  static Hardship of(Lookups lookups) {
    Map<String, String> masks = new HashMap<>(lookups.list("hardship_mask"));
    masks.values().removeIf(mask -> !MASK.matcher(mask).matches());
    return new Hardship(lookups.list("hardship_tag"), masks);
  }

  /**
   * What the items of a cell are: tags, {@code none}, and null for each that is not known. Numbers
   * are masks only where nothing else stands in the cell: beside words they count them.
   */
  List<String> items(String cell) {
    return cell == null ? List.of() : items(cell, tags, masks).toList();
  }

  private static Stream<String> items(
      String cell, Map<String, String> tags, Map<String, String> masks) {
    boolean numbers = Items.areNumbers(cell);
    UnaryOperator<String> meaning =
        word ->
            MASK.matcher(word).matches() && !numbers
                ? null
                : tags.getOrDefault(word, masks.get(word));
    return Items.of(cell, meaning).stream()
        .flatMap(
            item ->
                item != null && MASK.matcher(item).matches() ? tagsOfMask(item) : Stream.of(item));
  }

  /** The tags of a mask; that there is none where it is 0. */
  private static Stream<String> tagsOfMask(String mask) {
    int bits = Integer.parseInt(mask);
    return bits == 0
        ? Stream.of(NONE)
        : IntStream.range(0, TAGS_OF_MASK.length)
            .filter(bit -> (bits >> bit & 1) == 1)
            .mapToObj(bit -> TAGS_OF_MASK[bit]);
  }

  /**
   * All tags, sorted.
   *
   * @param mask 0 to 7 as text; null when no cell is one
   * @param items as {@link #items} gives them, of both cells
   */
  static List<String> tags(String mask, Iterable<String> items) {
    TreeSet<String> tags = new TreeSet<>();
    if (mask != null && MASK.matcher(mask).matches()) {
      tagsOfMask(mask).filter(tag -> !tag.equals(NONE)).forEach(tags::add);
    }
    for (String tag : items) {
      if (tag != null && !tag.equals(NONE)) {
        tags.add(tag);
      }
    }
    return List.copyOf(tags);
  }

  /**
   * What the file could tell: {@code tags} when a tag is more than the mask has, {@code mask},
   * {@code none} when it says so and nothing that is not understood, {@code missing}.
   */
  static String detail(String mask, List<String> items, List<String> tags) {
    if (!tags.isEmpty()) {
      return OF_MASK.containsAll(tags) ? "mask" : "tags";
    }
    boolean saysNone = "0".equals(mask) || items.contains(NONE);
    boolean understood = items.stream().noneMatch(Objects::isNull);
    return saysNone && understood ? NONE : "missing";
  }
}
