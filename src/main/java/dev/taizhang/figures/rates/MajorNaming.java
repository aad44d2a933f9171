package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The name of each major at each as-of date: the one that most rows of the slices that speak give
 * it.
 */
public final class MajorNaming implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<AsOfDate, HashMap<FieldCode, String>> names = new HashMap<>();

  private MajorNaming() {}

  /** No major has a name. */
  public static MajorNaming none() {
    return new MajorNaming();
  }

  /** The names by the rows that give them. */
  static MajorNaming of(Map<AsOfDate, ? extends Map<FieldCode, NameCounts>> counts) {
    MajorNaming naming = new MajorNaming();
    counts.forEach(
        (date, majors) ->
            majors.forEach(
                (major, names) ->
                    naming
                        .names
                        .computeIfAbsent(date, key -> new HashMap<>())
                        .put(major, names.most())));
    return naming;
  }

  /** The name of a major at a date. */
  Optional<String> of(AsOfDate date, FieldCode major) {
    HashMap<FieldCode, String> ofDate = names.get(date);
    return ofDate == null ? Optional.empty() : Optional.ofNullable(ofDate.get(major));
  }
}
