package dev.taizhang.figures.rates;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.OutcomeCounts.OutcomeCount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Graduates by two-digit outcome, with what the outcomes are called. */
public final class OutcomeRows implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "outcome";

  private record Kind(String code, String name, boolean inDenominator, boolean inNumerator)
      implements Serializable {}

  private final ArrayList<Kind> kinds = new ArrayList<>();

  private OutcomeRows() {}

  /** Rows with the names of the reference data. */
  public static OutcomeRows of(ReferenceData reference) {
    OutcomeRows rows = new OutcomeRows();
    for (Outcome outcome : Outcome.values()) {
      rows.kinds.add(
          new Kind(
              outcome.code(),
              reference.codeName(LIST, outcome.code()).orElse(outcome.code()),
              outcome.component() != OutcomeComponent.OUTSIDE,
              outcome.component().placed()));
    }
    rows.kinds.add(new Kind(Dimensions.UNKNOWN, "去向不明", true, false));
    return rows;
  }

  /**
   * The finished rows: one for each outcome with graduates.
   *
   * @param settings what the counts were made by
   * @param counts what {@link OutcomeCube} counted
   */
  public Stream<OutcomeCount> of(CutSettings settings, CutCounts counts) {
    return IntStream.range(0, counts.size())
        .boxed()
        .flatMap(row -> rows(settings, counts, row).stream());
  }

  private List<OutcomeCount> rows(CutSettings settings, CutCounts counts, int row) {
    CutKey key = counts.key(row);
    SpeakingSlices.Period period = settings.speaking().period(key.period());
    long[] graduates = counts.counts(row);
    List<OutcomeCount> rows = new ArrayList<>();
    for (int outcome = 0; outcome < graduates.length; outcome++) {
      if (graduates[outcome] > 0) {
        Kind kind = kinds.get(outcome);
        rows.add(
            new OutcomeCount(
                period.asOf().date(),
                period.asOf().kind(),
                period.graduationYear(),
                CutSettings.degree(key.degree()),
                counts.place(key.place()),
                settings.group(key.group()),
                kind.code(),
                kind.name(),
                kind.inDenominator(),
                kind.inNumerator(),
                graduates[outcome]));
      }
    }
    return rows;
  }
}
