package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import java.io.Serializable;
import java.util.HashMap;

/** Adds up what slices call majors, at every date at which they speak; to be merged. */
public final class MajorNameCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<AsOfDate, HashMap<FieldCode, NameCounts>> counts = new HashMap<>();

  /**
   * Counts rows that give a major a name.
   *
   * @param dates at which the slice speaks that they are of
   */
  public void add(Iterable<AsOfDate> dates, FieldCode major, String name, long rows) {
    for (AsOfDate date : dates) {
      counts
          .computeIfAbsent(date, key -> new HashMap<>())
          .computeIfAbsent(major, key -> new NameCounts())
          .add(name, rows);
    }
  }

  /** Counts what others have counted. */
  public MajorNameCounts addAll(MajorNameCounts others) {
    others.counts.forEach(
        (date, majors) ->
            majors.forEach(
                (major, names) ->
                    counts
                        .computeIfAbsent(date, key -> new HashMap<>())
                        .computeIfAbsent(major, key -> new NameCounts())
                        .addAll(names)));
    return this;
  }

  /** The names by what was counted. */
  public MajorNaming naming() {
    return MajorNaming.of(counts);
  }
}
