package dev.taizhang.figures;

import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.KeyGroup;
import dev.taizhang.reference.ReferenceData;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The hardship groups that a graduate is in. Groups overlap, and a person counts once in each;
 * {@code none}, {@code any}, {@code employment_difficulty_only} and {@code unknown} do not overlap
 * and make up {@code all}.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Hardship groups"</a>
 */
public final class HardshipGroups implements Serializable {

  public static final String ALL = "all";
  public static final String NONE = "none";
  public static final String ANY = "any";
  public static final String EMPLOYMENT_DIFFICULTY_ONLY = "employment_difficulty_only";
  public static final String UNKNOWN = "unknown";
  public static final String DOUBLE_DIFFICULTY = "double_difficulty";
  public static final String KEY_GROUP = "key_group";
  public static final String KEY_GROUP_UNKNOWN = "key_group_unknown";

  private static final long serialVersionUID = 1L;

  private final ArrayList<String> names;
  private final LinkedHashMap<String, HashSet<String>> sufficient = new LinkedHashMap<>();
  private final ArrayList<KeyGroup> keyGroups;

  private HardshipGroups(List<HardshipTag> tags, List<KeyGroup> keyGroups) {
    this.names = new ArrayList<>(names(tags));
    tags.forEach(tag -> sufficient.put(tag.tag(), new HashSet<>(sufficient(tag, tags))));
    this.keyGroups = new ArrayList<>(keyGroups);
  }

  /** The groups that the reference data knows. */
  public static HardshipGroups of(ReferenceData reference) {
    return new HardshipGroups(reference.hardshipTags(), reference.keyGroups());
  }

  /** The groups of which every row of the tables of figures is one, in the order of the words. */
  public static List<String> names(List<HardshipTag> tags) {
    return Stream.concat(
            Stream.of(
                ALL,
                NONE,
                ANY,
                EMPLOYMENT_DIFFICULTY_ONLY,
                UNKNOWN,
                DOUBLE_DIFFICULTY,
                KEY_GROUP,
                KEY_GROUP_UNKNOWN),
            tags.stream().map(HardshipTag::tag))
        .toList();
  }

  /** The groups there are, in the order of the words. */
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }

  /** The tags by which a person has one: itself, and what implies or composes it. */
  private static Set<String> sufficient(HardshipTag tag, List<HardshipTag> known) {
    Set<String> any = new HashSet<>(tag.composedOf());
    any.add(tag.tag());
    known.stream()
        .filter(other -> other.implied().equals(tag.tag()))
        .forEach(other -> any.add(other.tag()));
    return any;
  }

  /**
   * The groups of a person.
   *
   * @param stated hardship tags
   * @param detail what the file could tell
   * @param graduationYear cohort, by which key groups are scoped
   */
  public List<String> of(Collection<String> stated, String detail, int graduationYear) {
    Set<String> tags = new HashSet<>(stated);
    Set<String> having = new LinkedHashSet<>();
    sufficient.forEach(
        (tag, any) -> {
          if (!Collections.disjoint(tags, any)) {
            having.add(tag);
          }
        });
    boolean onlyEmployment = tags.equals(Set.of(HardshipTag.EMPLOYMENT_DIFFICULTY));
    boolean keyGroup =
        keyGroups.stream()
            .anyMatch(group -> having.contains(group.tag()) && group.includes(graduationYear));
    Map<String, Boolean> groups = new LinkedHashMap<>();
    groups.put(ALL, true);
    groups.put(NONE, "none".equals(detail));
    groups.put(UNKNOWN, "missing".equals(detail));
    groups.put(EMPLOYMENT_DIFFICULTY_ONLY, onlyEmployment);
    groups.put(ANY, !tags.isEmpty() && !onlyEmployment);
    groups.put(
        DOUBLE_DIFFICULTY,
        having.contains(HardshipTag.EMPLOYMENT_DIFFICULTY)
            && having.contains(HardshipTag.ECONOMIC_DIFFICULTY));
    groups.put(KEY_GROUP, keyGroup);
    // The mask 0 to 7 knows disability, but not which families are on a list of key groups.
    groups.put(KEY_GROUP_UNKNOWN, "mask".equals(detail) && !keyGroup);
    return Stream.concat(groups.keySet().stream().filter(groups::get), having.stream()).toList();
  }
}
