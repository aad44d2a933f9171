package dev.taizhang.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.reference.HardshipTag;
import org.apache.spark.sql.Column;

/** Hardship tags from the mask 0 to 7 and from words. */
final class Hardship {

  private static final String NONE = "none";
  private static final String SEPARATORS = "[、,;/|+和及]";

  private Hardship() {}

  /** What the text's items are: tags, {@code none}, and null for each that is not known. */
  static Column items(Column code, Column text, Lookups lookups) {
    Column words = split(concat_ws("、", code, text), SEPARATORS);
    return transform(
        filter(words, word -> word.notEqual("")), word -> lookups.code("hardship_tag", word));
  }

  /**
   * All tags, sorted.
   *
   * @param mask 0 to 7 as text; null when no cell is one
   * @param items as {@link #items} gives them
   */
  static Column tags(Column mask, Column items) {
    Column general =
        concat(
            when(mask.isin("1", "3", "5", "7"), array(lit(HardshipTag.EMPLOYMENT_DIFFICULTY)))
                .otherwise(noTags()),
            when(mask.isin("2", "3", "6", "7"), array(lit(HardshipTag.ECONOMIC_DIFFICULTY)))
                .otherwise(noTags()),
            when(mask.isin("4", "5", "6", "7"), array(lit(HardshipTag.DISABLED)))
                .otherwise(noTags()));
    Column named = array_remove(filter(coalesce(items, noTags()), Column::isNotNull), NONE);
    return array_sort(array_distinct(concat(general, named)));
  }

  /**
   * What the file could tell: {@code tags} when a tag is more than the mask has, {@code mask},
   * {@code none} when it says so, {@code missing}.
   */
  static Column detail(Column mask, Column items, Column tags) {
    Column specific =
        exists(
            tags,
            tag ->
                not(
                    tag.isin(
                        HardshipTag.EMPLOYMENT_DIFFICULTY,
                        HardshipTag.ECONOMIC_DIFFICULTY,
                        HardshipTag.DISABLED)));
    Column saysNone =
        coalesce(mask.equalTo("0"), lit(false))
            .or(coalesce(array_contains(items, NONE), lit(false)));
    return when(specific, "tags")
        .when(size(tags).gt(0), "mask")
        .when(saysNone, NONE)
        .otherwise("missing");
  }

  private static Column noTags() {
    return array().cast("array<string>");
  }
}
