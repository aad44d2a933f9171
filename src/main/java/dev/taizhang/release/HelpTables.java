package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.tables.AssistanceCoverage.Covered;
import dev.taizhang.tables.AssistanceFunnel.Led;
import dev.taizhang.tables.DeclineReasons.Declined;
import dev.taizhang.tables.Plans.Planned;
import dev.taizhang.tables.Training.Trained;
import java.util.Comparator;
import java.util.List;

/**
 * Makes {@code assistance_coverage}, {@code assistance_funnel}, {@code decline_reasons}, {@code
 * training} and {@code plans}.
 */
final class HelpTables {

  private static final String UNIVERSITIES = "universities";

  private final EditionSource source;
  private final EditionWords words;
  private final List<String> groups;

  HelpTables(EditionSource source, EditionWords words, List<String> groups) {
    this.source = source;
    this.words = words;
    this.groups = groups;
  }

  List<EditionTable> tables() {
    return List.of(
        coverage(
            EditionCuts.ALL,
            source.help().coverage().stream()
                .filter(one -> one.universityCode().equals(EditionCuts.ALL))
                .toList()),
        coverage(
            UNIVERSITIES,
            source.help().coverage().stream()
                .filter(one -> !one.universityCode().equals(EditionCuts.ALL))
                .toList()),
        funnel(),
        reasons(),
        training(),
        plans(
            EditionCuts.ALL,
            source.help().plans().stream()
                .filter(one -> one.universityCode().equals(EditionCuts.ALL))
                .toList()),
        plans(
            UNIVERSITIES,
            source.help().plans().stream()
                .filter(one -> !one.universityCode().equals(EditionCuts.ALL))
                .toList()));
  }

  private EditionTable coverage(String part, List<Covered> rows) {
    TableLayout<Covered> layout =
        new TableLayout<Covered>(words)
            .value("as_of_date", Covered::asOfDate)
            .count("graduation_year", Covered::graduationYear)
            .value("window_days", one -> String.valueOf(one.windowDays()));
    if (part.equals(UNIVERSITIES)) {
      layout.value("university_code", Covered::universityCode);
    }
    return layout
        .value("provider", Covered::provider)
        .value("hardship_group", Covered::hardshipGroup)
        .count("unplaced_in_window", Covered::unplaced)
        .count("one_to_one", Covered::oneToOne)
        .count("contact_only", Covered::contactOnly)
        .count("mass_only", Covered::massOnly)
        .count("mode_unknown", Covered::modeUnknown)
        .count("nothing", Covered::nothing)
        .shown("one_to_one_share", one -> marked(one.oneToOneShare(), one.unplaced()))
        .shown("nothing_share", one -> marked(one.nothingShare(), one.unplaced()))
        .value("service_standard", Covered::serviceStandard)
        .countOrNothing("standard_full", Covered::standardFull)
        .countOrNothing("standard_part", Covered::standardPart)
        .countOrNothing("standard_not", Covered::standardNot)
        .table(
            "assistance_coverage",
            part,
            rows.stream()
                .sorted(
                    comparing(Covered::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(Covered::universityCode)
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                        .thenComparing(Covered::windowDays)
                        .thenComparing(Covered::provider))
                .toList());
  }

  private EditionTable funnel() {
    return new TableLayout<Led>(words)
        .value("as_of_date", Led::asOfDate)
        .count("graduation_year", Led::graduationYear)
        .value("hardship_group", Led::hardshipGroup)
        .count("recommended", Led::recommended)
        .count("applied", Led::applied)
        .count("interviewed", Led::interviewed)
        .count("offered", Led::offered)
        .count("signed", Led::signed)
        .shown("signed_share", one -> marked(one.signedShare(), one.recommended()))
        .count("helped_one_to_one", Led::helpedOneToOne)
        .count("placed_after_help", Led::placedSince)
        .shown("days_to_placement", HelpTables::days)
        .table(
            "assistance_funnel",
            "all",
            source.help().funnel().stream()
                .sorted(
                    comparing(Led::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup())))
                .toList());
  }

  private static Shown days(Led led) {
    return led.medianDaysToPlacement() == null
        ? Shown.NOTHING
        : RateLayout.marked(
            Shown.of(Math.round(led.medianDaysToPlacement())), led.helpedOneToOne());
  }

  private EditionTable reasons() {
    return new TableLayout<Declined>(words)
        .value("as_of_date", Declined::asOfDate)
        .count("graduation_year", Declined::graduationYear)
        .value("hardship_group", Declined::hardshipGroup)
        .value("decline_reason_code", Declined::declineReasonCode)
        .count("declined", Declined::graduates)
        .share("declined_share", Declined::share)
        .table(
            "decline_reasons",
            "all",
            source.help().declined().stream()
                .sorted(
                    comparing(Declined::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                        .thenComparing(Declined::declineReasonCode))
                .toList());
  }

  private EditionTable training() {
    return new TableLayout<Trained>(words)
        .value("as_of_date", Trained::asOfDate)
        .count("graduation_year", Trained::graduationYear)
        .value("hardship_group", Trained::hardshipGroup)
        .value("training", Trained::training)
        .count("reached", Trained::reached)
        .count("placed_before", Trained::placedBefore)
        .count("without_date", Trained::withoutDate)
        .count("observed_30", Trained::observed30)
        .count("placed_30", Trained::placed30)
        .shown("placed_share_30", one -> marked(one.placedShare30(), one.observed30()))
        .count("observed_90", Trained::observed90)
        .count("placed_90", Trained::placed90)
        .shown("placed_share_90", one -> marked(one.placedShare90(), one.observed90()))
        .count("observed_180", Trained::observed180)
        .count("placed_180", Trained::placed180)
        .shown("placed_share_180", one -> marked(one.placedShare180(), one.observed180()))
        .table(
            "training",
            "all",
            source.help().trained().stream()
                .sorted(
                    comparing(Trained::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(one -> groups.indexOf(one.hardshipGroup()))
                        .thenComparing(Trained::training))
                .toList());
  }

  private EditionTable plans(String part, List<Planned> rows) {
    TableLayout<Planned> layout =
        new TableLayout<Planned>(words)
            .value("as_of_date", Planned::asOfDate)
            .count("graduation_year", Planned::graduationYear);
    if (part.equals(UNIVERSITIES)) {
      layout.value("university_code", Planned::universityCode);
    }
    return layout
        .count("key_group_graduates", Planned::graduates)
        .count("with_file", Planned::withFile)
        .count("with_measure", Planned::withMeasure)
        .count("with_word", Planned::withWord)
        .count("with_plan", Planned::withPlan)
        .shown("plan_share", one -> marked(one.planShare(), one.graduates()))
        .count("unplaced", Planned::unplaced)
        .count("unplaced_with_plan", Planned::unplacedWithPlan)
        .shown("unplaced_plan_share", one -> marked(one.unplacedPlanShare(), one.unplaced()))
        .table(
            "plans",
            part,
            rows.stream()
                .sorted(
                    comparing(Planned::graduationYear, Comparator.<Integer>reverseOrder())
                        .thenComparing(Planned::universityCode))
                .toList());
  }

  private static Shown marked(Double share, long people) {
    return RateLayout.marked(Shown.share(share), people);
  }
}
