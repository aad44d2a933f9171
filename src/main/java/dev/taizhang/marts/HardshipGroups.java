package dev.taizhang.marts;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.KeyGroup;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF3;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

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
   * The groups as an array, to be exploded. A function of ours, since Spark interprets what takes
   * arrays apart.
   *
   * @param tags sorted hardship tags
   * @param detail what the file could tell
   * @param graduationYear cohort, by which key groups are scoped
   * @see <a href="../../../../../docs/adr/0004-lookup-function.md">ADR 0004</a>
   */
  static Column of(
      Column tags,
      Column detail,
      Column graduationYear,
      List<HardshipTag> knownTags,
      List<KeyGroup> keyGroups) {
    return udf(new Membership(sufficient(knownTags), keyGroups), createArrayType(StringType, false))
        .apply(tags, detail, graduationYear);
  }

  /** For each tag those by which a person has it: itself, and what implies or composes it. */
  private static Map<String, Set<String>> sufficient(List<HardshipTag> knownTags) {
    Map<String, Set<String>> sufficient = new LinkedHashMap<>();
    for (HardshipTag tag : knownTags) {
      Set<String> any = new HashSet<>(tag.composedOf());
      any.add(tag.tag());
      knownTags.stream()
          .filter(other -> other.implied().equals(tag.tag()))
          .forEach(other -> any.add(other.tag()));
      sufficient.put(tag.tag(), any);
    }
    return sufficient;
  }

  /** Tells the groups of one person. */
  private record Membership(Map<String, Set<String>> sufficient, List<KeyGroup> keyGroups)
      implements UDF3<Seq<String>, String, Integer, String[]> {

    @Override
    public String[] call(Seq<String> stated, String detail, Integer graduationYear) {
      Set<String> tags = new HashSet<>(CollectionConverters.asJava(stated));
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
      return Stream.concat(groups.keySet().stream().filter(groups::get), having.stream())
          .toArray(String[]::new);
    }
  }
}
