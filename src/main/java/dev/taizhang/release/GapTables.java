package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.tables.GapContributions.GapContribution;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Makes {@code hardship_gaps} and {@code gap_contributions}. */
final class GapTables {

  private static final List<String> STRATIFICATIONS =
      List.of(HardshipGaps.CLASS_UNIVERSITY, HardshipGaps.CLASS_TIER);

  private final EditionSource source;
  private final EditionWords words;
  private final List<String> groups;

  GapTables(EditionSource source, EditionWords words, List<String> groups) {
    this.source = source;
    this.words = words;
    this.groups = groups;
  }

  List<EditionTable> tables() {
    return List.of(gaps(), contributions());
  }

  private EditionTable gaps() {
    TableLayout<HardshipGap> layout =
        new TableLayout<HardshipGap>(words)
            .value("as_of_date", HardshipGap::asOfDate)
            .value("as_of_kind", HardshipGap::asOfKind)
            .count("graduation_year", HardshipGap::graduationYear)
            .value("degree_level", HardshipGap::degreeLevel)
            .value("hardship_group", HardshipGap::hardshipGroup)
            .value("stratification", HardshipGap::stratification)
            .count("graduates", HardshipGap::graduates)
            .count("placed", HardshipGap::placed)
            .count("reference_graduates", HardshipGap::referenceGraduates)
            .count("reference_placed", HardshipGap::referencePlaced);
    gap(layout, "crude_gap", HardshipGap::crudeGap);
    gap(layout, "crude_gap_low", HardshipGap::crudeGapLow);
    gap(layout, "crude_gap_high", HardshipGap::crudeGapHigh);
    within(layout, "adjusted_gap", HardshipGap::adjustedGap);
    within(layout, "adjusted_gap_low", HardshipGap::adjustedGapLow);
    within(layout, "adjusted_gap_high", HardshipGap::adjustedGapHigh);
    within(layout, "clustered_low", HardshipGap::clusteredLow);
    within(layout, "clustered_high", HardshipGap::clusteredHigh);
    within(layout, "standardised_gap", HardshipGap::standardisedGap);
    gap(layout, "composition_part", HardshipGap::compositionPart);
    gap(layout, "rate_part", HardshipGap::ratePart);
    gap(layout, "unmatched_part", HardshipGap::unmatchedPart);
    return layout
        .count("strata_with_both", HardshipGap::strataWithBoth)
        .count("graduates_without_counterpart", HardshipGap::graduatesWithoutCounterpart)
        .value("sign_turns", HardshipGap::signTurns)
        .count("tags_added_after_placement", HardshipGap::tagsAddedAfterPlacement)
        .count("tags_dropped_after_placement", HardshipGap::tagsDroppedAfterPlacement)
        .table(
            "hardship_gaps",
            "all",
            source.gaps().stream()
                .sorted(
                    comparing(HardshipGap::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(one -> RateOrder.DEGREES.indexOf(one.degreeLevel()))
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                        .thenComparing(one -> STRATIFICATIONS.indexOf(one.stratification())))
                .toList());
  }

  /** A difference is marked where either of its groups is small. */
  private static void gap(
      TableLayout<HardshipGap> layout, String column, Function<HardshipGap, Double> value) {
    layout.shown(
        column,
        gap ->
            RateLayout.marked(
                Shown.share(value.apply(gap)),
                Math.min(gap.graduates(), gap.referenceGraduates())));
  }

  /** What compares within strata is marked where few have a counterpart. */
  private static void within(
      TableLayout<HardshipGap> layout, String column, Function<HardshipGap, Double> value) {
    layout.shown(column, gap -> RateLayout.marked(Shown.share(value.apply(gap)), gap.compared()));
  }

  private EditionTable contributions() {
    return new TableLayout<GapContribution>(words)
        .value("as_of_date", GapContribution::asOfDate)
        .count("graduation_year", GapContribution::graduationYear)
        .value("hardship_group", GapContribution::hardshipGroup)
        .value("contributor_kind", GapContribution::contributorKind)
        .value("major_catalogue", GapContribution::majorCatalogue)
        .value("contributor_code", GapContribution::contributorCode)
        .value("contributor_name", GapContribution::contributorName)
        .count("graduates", GapContribution::graduates)
        .count("placed", GapContribution::placed)
        .count("reference_graduates", GapContribution::referenceGraduates)
        .count("reference_placed", GapContribution::referencePlaced)
        .shown(
            "contribution",
            part ->
                RateLayout.marked(
                    Shown.share(part.contribution()),
                    Math.min(part.graduates(), part.referenceGraduates())))
        .table(
            "gap_contributions",
            "all",
            source.contributions().stream()
                .sorted(
                    comparing(GapContribution::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                        .thenComparing(GapContribution::contributorKind)
                        .thenComparing(GapContribution::majorCatalogue)
                        .thenComparing(GapContribution::contributorCode))
                .toList());
  }
}
