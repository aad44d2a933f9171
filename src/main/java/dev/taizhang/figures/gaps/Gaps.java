package dev.taizhang.figures.gaps;

import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gaps of hardship groups: every cut of degree level and province, by both stratifications.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Gaps"</a>
 */
public final class Gaps {

  private static final List<String> BOTH =
      List.of(HardshipGaps.CLASS_UNIVERSITY, HardshipGaps.CLASS_TIER);

  private Gaps() {}

  /**
   * The finished rows: one for each group with graduates of each cut.
   *
   * @param settings what the counts were made by
   * @param counts all that {@link GapCube} counted
   */
  public static Stream<HardshipGap> of(CutSettings settings, CutCounts counts) {
    return ComparedCuts.of(settings, counts, BOTH)
        .map(one -> one.compared().gap().map(figures -> row(one, figures)))
        .flatMap(Optional::stream);
  }

  private static HardshipGap row(ComparedCuts.One one, ComparedGroup.Gap gap) {
    return new HardshipGap(
        one.period().asOf().date(),
        one.period().asOf().kind(),
        one.period().graduationYear(),
        one.degree(),
        one.province(),
        one.group(),
        one.stratification(),
        gap.counts().trials(),
        gap.counts().successes(),
        gap.rate(),
        gap.counts().referenceTrials(),
        gap.counts().referenceSuccesses(),
        gap.referenceRate(),
        gap.crude().value(),
        gap.crude().low(),
        gap.crude().high(),
        gap.adjusted().value(),
        gap.adjusted().low(),
        gap.adjusted().high(),
        gap.clustered().low(),
        gap.clustered().high(),
        gap.odds().value(),
        gap.odds().low(),
        gap.odds().high(),
        gap.chiSquared(),
        gap.standardised(),
        gap.composition(),
        gap.rates(),
        gap.unmatched(),
        gap.strata(),
        gap.strataWithBoth(),
        gap.withoutCounterpart(),
        gap.signTurns(),
        gap.added(),
        gap.dropped());
  }
}
