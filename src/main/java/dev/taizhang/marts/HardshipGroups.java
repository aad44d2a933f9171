package dev.taizhang.marts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.KeyGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * The hardship groups that a graduate is in. Groups overlap, and a person counts once in each;
 * {@code none}, {@code any}, {@code employment_difficulty_only} and {@code unknown} do not overlap
 * and make up {@code all}.
 *
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Hardship groups"</a>
 */
public final class HardshipGroups {

  public static final String ALL = "all";
  public static final String NONE = "none";
  public static final String ANY = "any";
  public static final String EMPLOYMENT_DIFFICULTY_ONLY = "employment_difficulty_only";
  public static final String UNKNOWN = "unknown";
  public static final String DOUBLE_DIFFICULTY = "double_difficulty";
  public static final String KEY_GROUP = "key_group";
  public static final String KEY_GROUP_UNKNOWN = "key_group_unknown";

  private HardshipGroups() {}

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

  /**
   * The groups as an array, to be exploded.
   *
   * @param tags sorted hardship tags
   * @param detail what the file could tell
   * @param graduationYear cohort, by which key groups are scoped
   */
  static Column of(
      Column tags,
      Column detail,
      Column graduationYear,
      List<HardshipTag> knownTags,
      List<KeyGroup> keyGroups) {
    Column onlyEmployment =
        size(tags).equalTo(1).and(array_contains(tags, HardshipTag.EMPLOYMENT_DIFFICULTY));
    Map<String, Column> having = having(tags, knownTags);
    Column keyGroup = keyGroup(having, graduationYear, keyGroups);
    Map<String, Column> groups = new LinkedHashMap<>();
    groups.put(ALL, lit(true));
    groups.put(NONE, detail.equalTo("none"));
    groups.put(UNKNOWN, detail.equalTo("missing"));
    groups.put(EMPLOYMENT_DIFFICULTY_ONLY, onlyEmployment);
    groups.put(ANY, size(tags).gt(0).and(not(onlyEmployment)));
    groups.put(
        DOUBLE_DIFFICULTY,
        having
            .get(HardshipTag.EMPLOYMENT_DIFFICULTY)
            .and(having.get(HardshipTag.ECONOMIC_DIFFICULTY)));
    groups.put(KEY_GROUP, keyGroup);
    // The mask 0 to 7 knows disability, but not which families are on a list of key groups.
    groups.put(KEY_GROUP_UNKNOWN, detail.equalTo("mask").and(not(keyGroup)));
    groups.putAll(having);
    return array_compact(
        array(
            groups.entrySet().stream()
                .map(group -> when(group.getValue(), lit(group.getKey())))
                .toArray(Column[]::new)));
  }

  /** For each tag whether a person has it, itself or by a tag that implies or composes it. */
  private static Map<String, Column> having(Column tags, List<HardshipTag> knownTags) {
    Map<String, Column> having = new LinkedHashMap<>();
    for (HardshipTag tag : knownTags) {
      List<String> sufficient = new ArrayList<>(tag.composedOf());
      sufficient.add(tag.tag());
      knownTags.stream()
          .filter(other -> other.implied().equals(tag.tag()))
          .forEach(other -> sufficient.add(other.tag()));
      Column[] any = sufficient.stream().map(name -> lit(name)).toArray(Column[]::new);
      having.put(tag.tag(), arrays_overlap(tags, array(any)));
    }
    return having;
  }

  private static Column keyGroup(
      Map<String, Column> having, Column graduationYear, List<KeyGroup> keyGroups) {
    Column member = lit(false);
    for (KeyGroup group : keyGroups) {
      member =
          member.or(
              having
                  .get(group.tag())
                  .and(graduationYear.between(group.fromYear(), group.toYear())));
    }
    return member;
  }
}
