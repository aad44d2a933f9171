package dev.taizhang.benchmark;

import static dev.taizhang.benchmark.Markdown.count;
import static dev.taizhang.benchmark.Markdown.megabytes;
import static dev.taizhang.benchmark.Markdown.ratio;
import static dev.taizhang.benchmark.Markdown.seconds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what a season cost. */
final class SeasonReport {

  private static final Set<Integer> SHOWN_WEEKS = Set.of(4, 8, 16, 26, 40, 52);
  // A season that is no longer is shown in whole.
  private static final int SHORT_SEASON = 8;

  private final Markdown markdown = new Markdown();

  /** What was measured, on what and how. */
  SeasonReport circumstances(
      Machine machine, Season season, String command, Optional<String> heap) {
    Intaken week = season.intaken(0, season.universities(), 1);
    machine.tell(markdown, command, heap);
    markdown
        .item(
            "Each week: %s files, %s rows, of which %s rows to quarantine"
                .formatted(count(week.filesRead()), count(week.rows()), count(week.quarantined())))
        .end();
    return this;
  }

  /** What runs of some weeks cost, and what the warehouse takes on the disk after them. */
  SeasonReport weeks(List<WeeklyRun> runs) {
    int lastWeek = runs.get(runs.size() - 1).week();
    List<List<String>> rows =
        runs.stream()
            .filter(
                run ->
                    lastWeek <= SHORT_SEASON
                        || SHOWN_WEEKS.contains(run.week())
                        || run.week() == lastWeek
                        || !run.isOneWholeWeek())
            .map(SeasonReport::row)
            .toList();
    markdown
        .heading("Week by week")
        .paragraph(layout(runs))
        .table(
            List.of(
                ">week",
                "date",
                ">weeks in the run",
                ">rows taken in",
                ">process, s",
                ">files of the warehouse",
                ">all bytes",
                ">of which logs"),
            rows);
    return this;
  }

  /** How the weeks came in, which the layout of the tables depends on. */
  private static String layout(List<WeeklyRun> runs) {
    String several =
        runs.stream()
            .filter(run -> run.weeks() > 1)
            .map(run -> "the first %d weeks in one run, then a run per week".formatted(run.weeks()))
            .findFirst()
            .orElse("a run per week");
    String carriedOn =
        runs.stream()
            .filter(run -> !run.whole())
            .map(run -> Integer.toString(run.week()))
            .collect(Collectors.joining(", "));
    return "Layout: %s.%s"
        .formatted(
            several,
            carriedOn.isEmpty()
                ? ""
                : " Carried on after a kill, and so not compared: week %s.".formatted(carriedOn));
  }

  private static List<String> row(WeeklyRun run) {
    return List.of(
        Integer.toString(run.week()) + (run.whole() ? "" : ", carried on"),
        run.snapshotDate().toString(),
        Integer.toString(run.weeks()),
        count(run.rows()),
        seconds(run.seconds()),
        count(run.footprint().files()),
        megabytes(run.footprint().bytes()),
        megabytes(run.footprint().logBytes()));
  }

  /** What the last weeks cost against early ones, in whole and step by step. */
  SeasonReport growth(List<WeeklyRun> runs) {
    Optional<SeasonGrowth> compared = SeasonGrowth.of(runs);
    if (compared.isEmpty()) {
      markdown.heading("Growth").paragraph("Too few whole weeks to compare.");
      return this;
    }
    SeasonGrowth growth = compared.get();
    List<List<String>> rows = new ArrayList<>();
    SeasonRecord.STEPS.stream()
        .map(growth::step)
        .filter(SeasonGrowth.Line::isMade)
        .sorted(Comparator.comparingDouble(SeasonGrowth.Line::added).reversed())
        .forEach(line -> rows.add(row(line)));
    rows.add(row(growth.process()));
    markdown
        .heading("Growth")
        .paragraph(
            "Medians of weeks %s and of weeks %s; beside them the single weeks. Steps that grow most stand first. `start` is from the start of the process to the first step, `between` what lies between steps, `end` what follows the last one. Tables are made two at a time, so that steps add up to more than the process."
                .formatted(numbers(growth.early()), numbers(growth.late())))
        .table(
            List.of(
                "step",
                ">early, s",
                ">late, s",
                ">added, s",
                ">ratio",
                ">week " + growth.earlyWeek().week() + ", s",
                ">week " + growth.lastWeek().week() + ", s",
                ">ratio"),
            rows)
        .paragraph(
            "From week %d to week %d the warehouse grew by %s, of which logs %s, per week."
                .formatted(
                    growth.earlyWeek().week(),
                    growth.lastWeek().week(),
                    megabytes(growth.bytesPerWeek(Footprint::bytes)),
                    megabytes(growth.bytesPerWeek(Footprint::logBytes))));
    return this;
  }

  private static String numbers(List<WeeklyRun> runs) {
    return runs.stream().map(run -> Integer.toString(run.week())).collect(Collectors.joining(", "));
  }

  private static List<String> row(SeasonGrowth.Line line) {
    boolean whole = line.step().equals(SeasonGrowth.PROCESS);
    return List.of(
        whole ? "**" + line.step() + "**" : line.step(),
        seconds(line.early()),
        seconds(line.late()),
        seconds(line.added()),
        ratioOf(line.late(), line.early()),
        seconds(line.earlyWeek()),
        seconds(line.lastWeek()),
        ratioOf(line.lastWeek(), line.earlyWeek()));
  }

  private static String ratioOf(double late, double early) {
    return early > 0 ? ratio(late / early) : "";
  }

  /** What a run costs by how much came in. */
  SeasonReport incoming(Incoming incoming, Season season) {
    if (!incoming.isMeasured()) {
      return this;
    }
    Distribution ratios = incoming.ratios();
    markdown
        .heading("What came in")
        .paragraph(
            "Runs from copies of the warehouse that have figures of the date after the last week already, for which nobody had reported.")
        .table(
            List.of(
                "what came in", ">files", ">rows", ">laps", ">process, s: min", ">median", ">max"),
            Stream.of(Incoming.Amount.values())
                .map(amount -> row(amount, incoming, season))
                .toList())
        .paragraph(
            "A few beyond nothing, as a share of all beyond nothing: **%s** of the medians; %s to %s in single rounds. Of the rows it is %s."
                .formatted(
                    ratio(incoming.ratio()),
                    ratio(ratios.minimum()),
                    ratio(ratios.maximum()),
                    ratio(
                        (double) rows(Incoming.Amount.FEW, season)
                            / rows(Incoming.Amount.ALL, season))))
        .table(
            List.of("step, median s", ">nothing", ">a few", ">all"),
            SeasonRecord.STEPS.stream()
                .filter(step -> incoming.median(Incoming.Amount.ALL, step) > 0)
                .map(
                    step ->
                        Stream.concat(
                                Stream.of(step),
                                Stream.of(Incoming.Amount.values())
                                    .map(amount -> seconds(incoming.median(amount, step))))
                            .toList())
                .toList());
    return this;
  }

  private static List<String> row(Incoming.Amount amount, Incoming incoming, Season season) {
    Distribution process = Distribution.of(incoming.seconds(amount));
    return List.of(
        amount.words(),
        count(amount.universities(season)),
        count(rows(amount, season)),
        Integer.toString(incoming.seconds(amount).size()),
        seconds(process.minimum()),
        seconds(process.median()),
        seconds(process.maximum()));
  }

  private static long rows(Incoming.Amount amount, Season season) {
    return season.intaken(0, amount.universities(season), 1).rows();
  }

  @Override
  public String toString() {
    return markdown.toString().stripTrailing();
  }
}
