package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.marts.Scheme;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.tables.OutcomeCounts.OutcomeCount;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.Transitions.Movement;
import java.util.Comparator;
import java.util.List;

/** Makes {@code outcome_counts}, {@code scheme_rates} and {@code transitions}. */
final class OutcomeTables {

  private final EditionSource source;
  private final EditionWords words;
  private final List<String> groups;

  OutcomeTables(EditionSource source, EditionWords words, List<String> groups) {
    this.source = source;
    this.words = words;
    this.groups = groups;
  }

  List<EditionTable> tables() {
    return List.of(outcomes(), schemes(), movements());
  }

  private EditionTable outcomes() {
    List<String> codes = List.copyOf(words.list("outcome_code").keySet());
    return new TableLayout<OutcomeCount>(words)
        .value("as_of_date", OutcomeCount::asOfDate)
        .count("graduation_year", OutcomeCount::graduationYear)
        .value("degree_level", OutcomeCount::degreeLevel)
        .value("hardship_group", OutcomeCount::hardshipGroup)
        .value("outcome_code", OutcomeCount::outcomeCode)
        .value("in_denominator", OutcomeCount::inDenominator)
        .value("in_numerator", OutcomeCount::inNumerator)
        .count("graduates", OutcomeCount::graduates)
        .table(
            "outcome_counts",
            "all",
            source.outcomes().stream()
                .sorted(
                    comparing(OutcomeCount::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                        .thenComparing(one -> RateOrder.DEGREES.indexOf(one.degreeLevel()))
                        .thenComparing(one -> codes.indexOf(one.outcomeCode())))
                .toList());
  }

  /** A group of outcomes of a cut. */
  private record SchemeRow(PlacementRate rate, String scheme, Scheme.Part part) {

    double groupRate() {
      return (double) part.inGroup() / rate.graduates();
    }
  }

  private EditionTable schemes() {
    List<SchemeRow> rows =
        source.rates().stream()
            .filter(rate -> EditionCuts.isOf(rate, source.newestDate()))
            .filter(EditionCuts::isHeadline)
            .sorted(RateOrder.of(groups))
            .flatMap(
                rate -> {
                  String scheme = Scheme.forCohort(rate.graduationYear());
                  return Scheme.parts(scheme, rate).stream()
                      .map(part -> new SchemeRow(rate, scheme, part));
                })
            .toList();
    return new TableLayout<SchemeRow>(words)
        .value("as_of_date", row -> row.rate().asOfDate())
        .count("graduation_year", row -> row.rate().graduationYear())
        .value("degree_level", row -> row.rate().degreeLevel())
        .value("hardship_group", row -> row.rate().hardshipGroup())
        .value("scheme", SchemeRow::scheme)
        .value("scheme_group", row -> row.part().group())
        .value("in_numerator", row -> row.part().inNumerator())
        .count("graduates", row -> row.rate().graduates())
        .count("in_group", row -> row.part().inGroup())
        .shown(
            "group_rate",
            row -> RateLayout.marked(Shown.share(row.groupRate()), row.rate().graduates()))
        .table("scheme_rates", "all", rows);
  }

  private EditionTable movements() {
    List<String> states = List.copyOf(words.list("state").keySet());
    return new TableLayout<Movement>(words)
        .value("as_of_date", Movement::asOfDate)
        .value("previous_date", Movement::previousDate)
        .count("graduation_year", Movement::graduationYear)
        .value("hardship_group", Movement::hardshipGroup)
        .value("from_state", Movement::fromState)
        .value("to_state", Movement::toState)
        .count("graduates", Movement::graduates)
        .count("agreements_terminated", Movement::agreementsTerminated)
        .table(
            "transitions",
            "all",
            source.movements().stream()
                .filter(one -> EditionCuts.FEW_GROUPS.contains(one.hardshipGroup()))
                .sorted(
                    comparing(Movement::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(Movement::asOfDate, Comparator.reverseOrder())
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                        .thenComparing(one -> states.indexOf(one.fromState()))
                        .thenComparing(one -> states.indexOf(one.toState())))
                .toList());
  }
}
